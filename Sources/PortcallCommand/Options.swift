import ArgumentParser
import Portcall

/// How the calls are made.
struct CallingOptions: ParsableArguments {
    @Flag(name: .customLong("ipv4"), help: "Call IPv4 addresses only.")
    var ipv4 = false

    @Flag(name: .customLong("ipv6"), help: "Call IPv6 addresses only.")
    var ipv6 = false

    @Flag(help: "Call every address of the name, and judge each alone.")
    var eachAddress = false

    @Option(help: ArgumentHelp("Trust these roots instead of the system's.", valueName: "pem"))
    var caFile: String?

    @Option(help: ArgumentHelp("Show this certificate to a server that asks for one.", valueName: "pem"))
    var clientCert: String?

    @Option(help: ArgumentHelp("The key of --client-cert.", valueName: "pem"))
    var clientKey: String?

    @Option(help: ArgumentHelp("Ask this name server for MX, SRV and TLSA records.", valueName: "server[:port]"))
    var dns: String?

    @Option(help: ArgumentHelp("Write the call down ('-' for standard output).", valueName: "file"))
    var transcript: String?

    func validate() throws {
        guard !(ipv4 && ipv6) else { throw ValidationError("--ipv4 and --ipv6 exclude each other.") }
        guard (clientCert == nil) == (clientKey == nil) else {
            throw ValidationError("--client-cert and --client-key go together.")
        }
    }

    func settings() throws -> Caller.Settings {
        var settings = Caller.Settings()
        settings.nameServer = try nameServer()
        settings.family = ipv4 ? .ipv4 : ipv6 ? .ipv6 : .any
        settings.roots = caFile.map { .file($0) }
        if let clientCert, let clientKey {
            settings.clientIdentity = ClientIdentity(certificate: .file(clientCert), key: .file(clientKey))
        }
        settings.keepsTranscript = transcript != nil
        return settings
    }

    func nameServer() throws -> NameServer? {
        do {
            return try dns.map { text throws(MalformedTarget) in try NameServer(text) }
        } catch {
            throw ValidationError("--dns: \(error).")
        }
    }

    /// Where the transcript goes, opened; nil where nobody asked for it or it goes to standard output.
    func transcriptFile() throws -> OutputFile? {
        guard let transcript, transcript != "-" else { return nil }
        return try Failure.orExit { () throws(FileFailure) in try OutputFile(transcript) }
    }

    func write(_ transcripts: [CheckupTranscript], to file: OutputFile?) throws {
        guard transcript != nil else { return }
        let text = transcripts.map(\.description).joined(separator: "\n")
        guard let file else { return StandardOutput.print(text) }
        try Failure.orExit { () throws(FileFailure) in try file.write(text) }
    }
}

/// How the result is shown.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print one JSON object a call.")
    var json = false

    @Flag(help: "Never colour the output; the variable NO_COLOR does the same.")
    var noColor = false

    @Flag(help: "Print one line a call.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Leave nothing out: whole lists, certificates, evidence.")
    var verbose = false
}

import ArgumentParser
import Portcall

/// How the calls are made.
struct CallingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Time for the whole check of a target.", valueName: "seconds"))
    var timeout: Double = 30

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

    @Option(help: ArgumentHelp("What to call ourselves in EHLO.", valueName: "name"))
    var helo: String?

    @Flag(help: "Ask a web server for every service of Exchange, whatever it looks like.")
    var exchange = false

    @Option(help: ArgumentHelp("Ask this name server for MX, SRV and TLSA records.", valueName: "server[:port]"))
    var dns: String?

    @Option(help: ArgumentHelp("What to ask a name server that is called, as 'example.com MX'.", valueName: "question"))
    var query: String?

    @Option(help: ArgumentHelp("Write the call down ('-' for standard output).", valueName: "file"))
    var transcript: String?

    func validate() throws {
        guard timeout.isFinite, timeout >= 0.001, timeout <= 86_400 else {
            throw ValidationError("--timeout takes seconds, from 0.001 to 86400.")
        }
        guard !(ipv4 && ipv6) else { throw ValidationError("--ipv4 and --ipv6 exclude each other.") }
        guard (clientCert == nil) == (clientKey == nil) else {
            throw ValidationError("--client-cert and --client-key go together.")
        }
    }

    func settings() throws -> Caller.Settings {
        var settings = Caller.Settings()
        settings.nameServer = try nameServer()
        settings.family = ipv4 ? .ipv4 : ipv6 ? .ipv6 : .any
        settings.rootsFile = caFile
        if let clientCert, let clientKey { settings.clientCertificate = (clientCert, clientKey) }
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

    /// What a name server that is called is asked, where not the usual.
    func question() throws -> String? {
        do {
            return try query.map { text throws(MalformedQuestion) in try DNSQuestion(text).description }
        } catch {
            throw ValidationError("--query: \(error).")
        }
    }

    /// What EHLO says: a name or an address literal, never anything that could be another command.
    func clientName() throws -> String? {
        guard let helo else { return Caller.machineName }
        let isLiteral = helo.hasPrefix("[") && helo.hasSuffix("]")
        let text = isLiteral ? String(helo.dropFirst().dropLast()) : helo
        let address = isLiteral && text.hasPrefix("IPv6:") ? String(text.dropFirst(5)) : text
        guard let host = try? Host(address), host.text.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw ValidationError("--helo takes a host name or an address in brackets, not '\(helo.escaped)'.")
        }
        return helo
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

/// By what the calls are judged.
struct JudgingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Send and look for this name instead of the host.", valueName: "name"))
    var serverName: String?

    @Option(help: ArgumentHelp("Warn this many days before a certificate expires.", valueName: "n"))
    var warnDays: Int?

    @Option(
        help: ArgumentHelp(
            "Expect this certificate: self-signed, sha256:HEX or spki:HEX (repeatable).",
            valueName: "certificate"
        )
    )
    var expect: [String] = []

    @Option(help: ArgumentHelp("Make this finding a note (repeatable).", valueName: "finding-id"))
    var ignore: [String] = []

    @Option(help: ArgumentHelp("Judge dates as of then, in RFC 3339 (2026-12-31T00:00:00Z).", valueName: "time"))
    var at: String?

    func criteria() throws -> Criteria {
        var criteria = Criteria()
        if let serverName {
            do {
                criteria.serverName = try Host(serverName).withALabels().serverName
            } catch {
                throw ValidationError("--server-name: \(error).")
            }
        }
        if let warnDays, !(0...36_500).contains(warnDays) {
            throw ValidationError("--warn-days takes 0 to 36500 days.")
        }
        criteria.warnDays = warnDays
        criteria.expected = try expect.map { text in
            guard let expectation = Expectation(text) else {
                throw ValidationError(
                    "--expect takes self-signed, sha256:HEX or spki:HEX (64 digits), not '\(text.escaped)'."
                )
            }
            return expectation
        }
        criteria.ignored = try ignore.map { id in
            guard Explanation.named(id) != nil else {
                throw ValidationError("--ignore: '\(id.escaped)' is no finding; 'portcall explain' lists them.")
            }
            return id
        }
        criteria.at = try at.map { text in
            guard let time = Timestamp(text) else {
                throw ValidationError("--at takes a time as 2026-12-31T00:00:00Z, not '\(text.escaped)'.")
            }
            return time
        }
        return criteria
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
}

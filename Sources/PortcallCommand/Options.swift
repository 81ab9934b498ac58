import ArgumentParser
import Portcall

/// How the calls are made.
struct CallingOptions: ParsableArguments {
    @Flag(name: [.customShort("4"), .customLong("ipv4")], help: "Call IPv4 addresses only.")
    var ipv4 = false

    @Flag(name: [.customShort("6"), .customLong("ipv6")], help: "Call IPv6 addresses only.")
    var ipv6 = false

    @Option(help: ArgumentHelp("Call from this address of this machine.", valueName: "address"))
    var source: String?

    @Flag(help: "Call every address of the name, and judge each alone.")
    var eachAddress = false

    @Option(
        help: ArgumentHelp("Make no more calls than this at the same time (16; of a sweep 1000).", valueName: "n")
    )
    var inFlight: Int?

    @Option(help: ArgumentHelp("Trust these roots instead of the system's.", valueName: "pem"), completion: .file())
    var caFile: String?

    @Option(
        help: ArgumentHelp("Show this certificate to a server that asks for one.", valueName: "pem"),
        completion: .file()
    )
    var clientCert: String?

    @Option(help: ArgumentHelp("The key of --client-cert.", valueName: "pem"), completion: .file())
    var clientKey: String?

    @Option(
        help: ArgumentHelp("Write the calls down ('-' for standard output).", valueName: "file"),
        completion: .file()
    )
    var transcript: String?

    /// The most calls at the same time, where a few targets are called.
    var callsAtOnce: Int { inFlight ?? 16 }

    /// The options given that say how to call.
    var named: [String] {
        [
            ("--ipv4", ipv4), ("--ipv6", ipv6), ("--source", source != nil), ("--each-address", eachAddress),
            ("--in-flight", inFlight != nil), ("--client-cert", clientCert != nil), ("--transcript", transcript != nil),
        ].filter(\.1).map(\.0)
    }

    /// The same for a command that compares what one address says on several ports.
    func checkOneAddress(of command: String) throws {
        try check()
        guard !eachAddress else {
            let words = "\(command) calls the first address that answers: name an address instead of --each-address."
            throw ValidationError(words)
        }
    }

    /// What is wrong with the options as they stand.
    func check(mostCalls: Int = 4096) throws {
        guard !(ipv4 && ipv6) else { throw ValidationError("--ipv4 and --ipv6 exclude each other.") }
        guard (clientCert == nil) == (clientKey == nil) else {
            throw ValidationError("--client-cert and --client-key go together.")
        }
        guard (1...mostCalls).contains(callsAtOnce) else {
            throw ValidationError("--in-flight takes 1 to \(mostCalls) calls.")
        }
        guard let family = try sourceAddress()?.family else { return }
        guard !(ipv6 && family == .ipv4), !(ipv4 && family == .ipv6) else {
            throw ValidationError("--source is an address of the other family than --ipv\(ipv4 ? 4 : 6).")
        }
    }

    func settings(nameServer: NameServer?) throws -> Caller.Settings {
        var settings = Caller.Settings()
        settings.nameServer = nameServer
        settings.family = ipv4 ? .ipv4 : ipv6 ? .ipv6 : .any
        settings.source = try sourceAddress()
        settings.callsAtOnce = callsAtOnce
        settings.roots = caFile.map { .file($0) }
        if let clientCert, let clientKey {
            settings.clientIdentity = ClientIdentity(certificate: .file(clientCert), key: .file(clientKey))
        }
        settings.keepsTranscript = transcript != nil
        return settings
    }

    private func sourceAddress() throws -> SourceAddress? {
        do {
            return try source.map { text throws(MalformedTarget) in try SourceAddress(text) }
        } catch {
            throw ValidationError("--source: \(error).")
        }
    }
}

/// How names are looked up, where they are.
struct LookUpOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Ask this name server instead of the machine's.", valueName: "server[:port]"))
    var dns: String?

    func nameServer() throws -> NameServer? {
        do {
            return try dns.map { text throws(MalformedTarget) in try NameServer(text) }
        } catch {
            throw ValidationError("--dns: \(error).")
        }
    }
}

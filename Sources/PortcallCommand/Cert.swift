import ArgumentParser
import Portcall

struct Cert: AsyncParsableCommand, CheckedCommand {
    static let configuration = CommandConfiguration(
        commandName: "cert",
        abstract: "Tell about certificates: chain, names, dates, keys, trust; of a server or in a file.",
        usage: """
            portcall cert TARGET... [options]
            portcall cert --chain FILE [options]
            """,
        discussion: """
            Makes the same call as check, told from the certificate.

            With --chain it calls nobody and judges a file, before it is installed:
            PEM with the server's own certificate first, DER, or PKCS #7.

            EXAMPLES
              portcall cert imaps://mail.example.com
              portcall cert mail.example.com:587 --pem > chain.pem
              portcall cert imaps://mail.example.com --json
              portcall cert https://mail.example.com --both-keys
              portcall cert --chain fullchain.pem --server-name mail.example.com
              portcall cert --chain fullchain.pem --key privkey.pem
              portcall cert --chain new.cer --ca-file company.pem --at 2027-01-01T00:00:00Z

            \(ExitCode.help)
            """
    )

    @OptionGroup
    var call: CallArguments

    @Option(
        help: ArgumentHelp("Judge the chain in this file ('-' for standard input) instead.", valueName: "file"),
        completion: .file()
    )
    var chain: String?

    @Option(
        help: ArgumentHelp("Say whether this private key belongs to the chain of --chain.", valueName: "file"),
        completion: .file()
    )
    var key: String?

    @Flag(help: "Ask for an RSA certificate and for an ECDSA one, a call each, and compare them.")
    var bothKeys = false

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @Flag(help: "Print the chain as it was sent, and nothing else.")
    var pem = false

    func check() throws {
        try output.check(transcript: call.calling.transcript)
        if pem { try output.requireWords(for: "--pem") }
        guard !(bothKeys && chain != nil) else {
            throw ValidationError("--chain judges a file and calls nobody: leave --both-keys out.")
        }
        guard !(bothKeys && call.calling.eachAddress) else {
            throw ValidationError("--both-keys and --each-address exclude each other.")
        }
        guard chain != nil || key == nil else { throw ValidationError("--key goes with --chain.") }
        guard chain != nil else {
            guard !call.targets.isEmpty else { throw ValidationError("Give a target, or a file with --chain.") }
            _ = try errands()
            return
        }
        guard call.targets.isEmpty else {
            throw ValidationError("--chain judges a file and calls nobody: leave '\(call.targets[0].escaped)' out.")
        }
        try call.refuseCalling()
    }

    func run() async throws {
        let screen = try Screen(output, call.calling)
        if let chain { return try judge(chain, screen) }
        try await ErrandRun(calling: call.calling, screen: screen).run(
            errands(),
            show: { verdict, _ in
                guard pem else { return screen.show(verdict, as: .certificates) }
                show(verdict.observation.tls?.chain.certificates ?? [], orSay: verdict.reasonForNoCertificate)
            },
            conclude: { if !pem { screen.show($0, named: $1.title, as: .comparison) } }
        )
    }

    private func errands() throws -> [Errand] {
        let errands = try call.errands()
        guard bothKeys else { return errands }
        return errands.map { single in
            var errand = Errand(single.plan, BothKeys(single.plan))
            errand.title = "cert \(single.target)"
            return errand
        }
    }

    private func show(_ certificates: [Certificate], orSay words: String) {
        StandardOutput.print(certificates.map(\.pem).joined())
        if certificates.isEmpty { Files.standardError("portcall: \(words)\n") }
    }

    private func keyFile(for file: String, _ screen: Screen) throws -> KeyFile? {
        guard let key else { return nil }
        let bytes = try screen.orExit([file]) { () throws(FileFailure) in try Files.read(key, limit: Self.fileLimit) }
        return try screen.orExit([file]) { () throws(FileFailure) in
            do throws(UnreadableKey) {
                return try ChainInspector.key(in: bytes, named: key)
            } catch {
                throw FileFailure(key, error.description)
            }
        }
    }

    /// A chain may be longer than is judged, and nobody has a chain this long.
    private static let fileLimit = 1_048_576

    private func judge(_ file: String, _ screen: Screen) throws {
        let criteria = try call.settings.criteria()
        let bytes = try screen.orExit([file]) { () throws(FileFailure) in try Files.read(file, limit: Self.fileLimit) }
        let inspector = try screen.orExit([file]) { () throws(TLSUnavailable) in
            try ChainInspector(roots: call.calling.caFile.map { .file($0) })
        }
        let key = try keyFile(for: file, screen)
        let verdict = try screen.orExit([file]) { () throws(FileFailure) in
            do throws(UnreadableChain) {
                return try inspector.judge(bytes, named: file, by: criteria, at: Caller.now, with: key)
            } catch {
                throw FileFailure(file, error.description)
            }
        }
        if let line = verdict.file.keyLine {
            screen.tell("\(file.escaped) has a private key too (line \(line)): only the server may be able to read it")
        }
        if pem {
            show(verdict.file.chain.certificates, orSay: "\(file.escaped): no certificate can be read")
        } else {
            screen.show(verdict)
        }
        throw screen.end(ExitCode([verdict.severity]))
    }
}

extension Verdict {
    /// Which target sent none, and what it says instead.
    fileprivate var reasonForNoCertificate: String {
        let reason = findings.first { $0.severity > .note }?.message ?? "TLS was not reached"
        return "\(observation.plan.target.text.escaped): no certificate came. \(reason)"
    }
}

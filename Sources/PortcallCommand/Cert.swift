import ArgumentParser
import Portcall

struct Cert: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Call each target and tell about its certificates: chain, names, dates, keys, trust.",
        discussion: """
            The same call as check makes, told from the certificate.

            EXAMPLES
              portcall cert imaps://mail.example.com
              portcall cert mail.example.com:587 --pem > chain.pem
              portcall cert imaps://mail.example.com --json

            \(ExitCode.help)
            """
    )

    @OptionGroup
    var call: CallArguments

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @Flag(help: "Print the chain as it was sent, and nothing else.")
    var pem = false

    func validate() throws {
        guard !(pem && output.json) else { throw ValidationError("--pem and --json exclude each other.") }
        _ = try call.checkups()
    }

    func run() async throws {
        let screen = Screen(output)
        try await call.run(call.checkups()) { verdict in
            guard pem else { return screen.showCertificates(verdict.record) }
            let certificates = verdict.observation.tls?.certificates ?? []
            Files.standardOutput(certificates.map(\.pem).joined())
            if certificates.isEmpty { Files.standardError("portcall: no certificate came\n") }
        }
    }
}

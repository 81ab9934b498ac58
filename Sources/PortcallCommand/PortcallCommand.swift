import ArgumentParser

@main
struct PortcallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portcall",
        abstract: "Call a port, see who answers, and say in plain words what is wrong.",
        usage: """
            portcall [check] TARGET... [options]
            portcall SUBCOMMAND ...
            """,
        discussion: """
            TARGET is SERVICE://HOST[:PORT], or HOST:PORT where the port names the service.

            EXAMPLES
              portcall submission://mail.example.com
              portcall mail.example.com:25 mail.example.com:465
              portcall check --json smtp://[2001:db8::1]
              portcall check mail.example.com --all
              portcall cert imaps://mail.example.com
              portcall gc dc1.corp.example
              portcall explain certificate-expired

            \(ExitCode.help)
            """,
        version: Version.current,
        subcommands: [
            Check.self, Cert.self, GlobalCatalogCommand.self, Replay.self, Explain.self, Ports.self, Demo.self,
        ],
        defaultSubcommand: Check.self
    )

    /// As the parser has it, but that an output which could not be written has the last word.
    static func main() async {
        StandardStreams.secure()
        var outcome: (any Error)?
        do {
            var command = try await asyncParseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            outcome = error
        }
        exit(withError: StandardOutput.hasFailed ? ExitCode(3) : outcome)
    }
}

enum Version {
    /// Of this build; tags and CHANGELOG.md have the same.
    static let current = "0.1.0"
}

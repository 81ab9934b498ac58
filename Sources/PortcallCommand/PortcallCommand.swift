import ArgumentParser
import Portcall

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
            TARGET is SERVICE://HOST[:PORT], or HOST:PORT where the port names the service,
            or a URL. A host alone is called on every port of mail, news, web and directory.

            EXAMPLES
              portcall submission://mail.example.com
              portcall mail.example.com:25 mail.example.com:465
              portcall check --json smtp://[2001:db8::1]
              portcall mail.example.com
              portcall cert imaps://mail.example.com
              portcall gc dc1.corp.example
              portcall rpc mail.corp.example
              portcall profile exchange-2010-hub hub1.corp.example
              portcall sweep hosts.txt
              portcall explain certificate-expired

            \(ExitCode.help)
            """,
        version: Version.current,
        subcommands: [
            Check.self, Cert.self, GlobalCatalogCommand.self, MappedPortsCommand.self, ProfileCommand.self,
            SweepCommand.self, Replay.self, PolicyCommand.self, Explain.self, Ports.self, Demo.self,
        ],
        defaultSubcommand: Check.self
    )

    /// As the parser has it, but that an output which could not be written has the last word.
    static func main() async {
        StandardStreams.secure()
        Caller.endProcessWithoutMemory()
        var outcome: (any Error)?
        do {
            try refuseUnknownCommand(CommandLine.arguments.dropFirst())
            var command = try await asyncParseAsRoot()
            try (command as? any CheckedCommand)?.checkOrExplain()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            outcome = answer(to: error)
        }
        StandardOutput.finish()
        exit(withError: StandardOutput.hasFailed ? ExitCode(3) : outcome)
    }

    /// A mistake in the arguments; a monitoring system is told of it where it looks.
    private static func answer(to error: any Error) -> any Error {
        guard MonitoringAnswer.isWanted, exitCode(for: error) == .validationFailure else { return error }
        return MonitoringAnswer.unknown(message(for: error))
    }

    /// A word that is no command, and looks like one: it must not be called, nor be answered with the help of another.
    private static func refuseUnknownCommand(_ arguments: ArraySlice<String>) throws {
        let commands = configuration.subcommands.map { $0._commandName } + ["help"]
        guard let word = arguments.first(where: { !$0.hasPrefix("-") }), Target.isHostAlone(word) else { return }
        guard !commands.contains(word), !word.contains("."), !word.hasPrefix("[") else { return }
        let near = Nearest.few(word, commands.filter { $0.count > 2 })
        let wantsHelp = arguments.contains { $0 == "--help" || $0 == "-h" }
        guard wantsHelp || !near.isEmpty else { return }
        let hint = near.isEmpty ? "they are \(commands.joined(separator: ", "))." : "did you mean \(near[0])?"
        throw ValidationError("'\(word.escaped)' is no command; \(hint)")
    }
}

enum Version {
    /// Of this build; tags and CHANGELOG.md have the same.
    static let current = "0.1.0"
}

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
        ]
    )

    /// As the parser has it, but that an output which could not be written has the last word.
    static func main() async {
        StandardStreams.secure()
        Room.shareArenas()
        Caller.ownProcess()
        var outcome: (any Error)?
        do {
            var command = try parseAsRoot(completed(CommandLine.arguments.dropFirst()))
            try (command as? any CheckedCommand)?.checkOrExplain()
            if var command = command as? any AsyncParsableCommand {
                try Room.requireThread()
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

    /// A mistake in the arguments, or a machine without room; a monitoring system is told of it where it looks.
    ///
    /// A help or a version is printed as any other output is, for it too may find no room.
    private static func answer(to error: any Error) -> (any Error)? {
        if let lack = error as? Room.TooLittle {
            guard !MonitoringAnswer.isWanted else { return MonitoringAnswer.unknown("\(lack)") }
            Files.standardError("portcall: \(lack)\n")
            return ExitCode(3)
        }
        guard exitCode(for: error) != .success else {
            let text = fullMessage(for: error)
            if !text.isEmpty { StandardOutput.print(text + "\n") }
            return nil
        }
        guard MonitoringAnswer.isWanted, exitCode(for: error) == .validationFailure else { return error }
        return MonitoringAnswer.unknown(message(for: error))
    }

    /// The arguments with the command that may be left out.
    ///
    /// The parser's own default command costs the reading of that command's options whatever is asked.
    private static func completed(_ arguments: ArraySlice<String>) throws -> [String] {
        let commands = configuration.subcommands.map { $0._commandName } + ["help"]
        let first = arguments.first ?? ""
        let isOwn = arguments.count == 1 && ownOptions.contains(first)
        if isOwn || commands.contains(first) { return Array(arguments) }
        try refuseUnknownCommand(arguments, commands)
        return [Check._commandName] + arguments
    }

    /// Those that, alone, ask nothing of a command.
    private static let ownOptions = ["--help", "-h", "--help-hidden", "--version", "--experimental-dump-help"]

    /// A word that is no command, and looks like one: it must not be called, nor be answered with the help of another.
    private static func refuseUnknownCommand(_ arguments: ArraySlice<String>, _ commands: [String]) throws {
        guard let word = firstOperand(arguments), Target.isHostAlone(word) else { return }
        guard !word.contains("."), !word.hasPrefix("[") else { return }
        guard !commands.contains(word) else {
            throw ValidationError("'\(word)' is a command, which stands before its options: portcall \(word) ...")
        }
        let near = Nearest.few(word, commands.filter { $0.count > 2 })
        let wantsHelp = arguments.contains { $0 == "--help" || $0 == "-h" }
        guard wantsHelp || !near.isEmpty else { return }
        let hint = near.isEmpty ? "they are \(commands.joined(separator: ", "))." : "did you mean \(near[0])?"
        throw ValidationError("'\(word.escaped)' is no command; \(hint)")
    }

    /// The first word that is neither an option nor the value of one.
    private static func firstOperand(_ arguments: ArraySlice<String>) -> String? {
        var rest = arguments
        while let word = rest.popFirst() {
            guard word.hasPrefix("-"), word.count > 1 else { return word }
            let isFlag =
                flags.contains(word)
                || !word.hasPrefix("--") && word.dropFirst().allSatisfy { flags.contains("-\($0)") }
            if !isFlag, !word.contains("=") { rest = rest.dropFirst() }
        }
        return nil
    }

    /// Options of all commands that take no value.
    private static let flags: Set = [
        "--all", "--both-keys", "--color", "--csv", "--each-address", "--exchange", "--help", "--ipv4", "--ipv6",
        "--json",
        "--no-color", "--pem", "--quiet", "--resume", "--rpc-all", "--verbose", "--version", "-4", "-6", "-h", "-q",
        "-v",
    ]
}

enum Version {
    /// Of this build; tags and CHANGELOG.md have the same.
    static let current = "0.1.0"
}

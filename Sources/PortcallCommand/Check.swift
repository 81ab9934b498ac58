import ArgumentParser
import Portcall

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Call each target and say what is wrong with it.",
        discussion: """
            Asks for no more than everybody may know: greeting, capabilities, STARTTLS, a directory's rootDSE, a front
            page. Never logs in.

            EXAMPLES
              portcall check submission://mail.example.com
              portcall check mail.example.com:25 --each-address
              portcall check mail.example.com:587 --ca-file company.pem --warn-days 30
              portcall check smtps://10.0.0.5 --server-name mail.example.com --json
              portcall check mail.example.com:25 --transcript call.txt
              portcall check mail.example.com --all

            \(ExitCode.help)
            """
    )

    @OptionGroup
    var call: CallArguments

    @Flag(help: "Each TARGET is a host: call all its \(EveryPort.fields(joinedBy: "and")) ports.")
    var all = false

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func validate() throws { _ = try errands() }

    func run() async throws {
        let screen = Screen(output, call.calling)
        try await call.calling.run(
            try errands(),
            announce: { if all { screen.announce($0) } },
            show: { all ? screen.showLine($0, of: $1.target) : screen.show($0) },
            conclude: { screen.show($0) }
        )
    }

    private func errands() throws -> [Errand] { try all ? call.checkupsOfHosts() : call.checkups() }
}

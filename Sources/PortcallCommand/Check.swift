import ArgumentParser
import Portcall

struct Check: AsyncParsableCommand, CheckedCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Call each target and say what is wrong with it.",
        usage: """
            portcall [check] TARGET... [options]
            portcall check --policy FILE [--group NAME]... [options]
            """,
        discussion: """
            Asks for no more than everybody may know: greeting, capabilities, STARTTLS,
            a directory's rootDSE, a front page. Never logs in.
            A host alone means all its ports, as --all does.

            EXAMPLES
              portcall check submission://mail.example.com
              portcall check mail.example.com:25 --each-address
              portcall check mail.example.com:587 --ca-file company.pem --warn-days 30
              portcall check smtps://10.0.0.5 --server-name mail.example.com --json
              portcall check mail.example.com:25 --transcript call.txt
              portcall check mail.example.com:25 mail.example.com:587 -t 10 --in-flight 4
              portcall check imaps://mail.example.com --critical-days 7
              portcall check https://mail.example.com/owa/
              portcall check mail.example.com
              portcall check --policy portcall.toml --group mail

            \(ExitCode.help)
            """
    )

    @OptionGroup
    var call: CallArguments

    @Flag(help: "Each TARGET is a host: call all its \(EveryPort.fields(joinedBy: "and")) ports.")
    var all = false

    @OptionGroup(title: "Policy")
    var policy: PolicyArguments

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func check() throws {
        try output.check(transcript: call.calling.transcript)
        guard let file = policy.policy else {
            try policy.refuseGroups()
            _ = try errands()
            return
        }
        guard !all else { throw ValidationError("--policy says what to call: leave --all out.") }
        try call.check(besidesPolicy: file)
    }

    func run() async throws {
        let screen = try Screen(output, call.calling)
        if let file = policy.policy {
            let run = PolicyRun(policy: try screen.policy(file), groups: policy.group, call: call)
            return try await run.call(try explaining { try run.errands() }, screen)
        }
        try await ErrandRun(calling: call.calling, screen: screen).run(
            try errands(),
            announce: { if $0.isOfHost { screen.announce($0.target) } },
            show: { screen.show($0, as: $1.isOfHost ? .line(of: $1.target) : .whole) },
            conclude: { screen.show($0, named: $1.title) }
        )
    }

    private func errands() throws -> [Errand] { try all ? call.errandsOfHosts() : call.errands(ofHosts: true) }
}

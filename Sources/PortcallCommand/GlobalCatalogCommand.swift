import ArgumentParser
import Portcall

struct GlobalCatalogCommand: AsyncParsableCommand, CheckedCommand {
    static let configuration = CommandConfiguration(
        commandName: "gc",
        abstract: "Check a domain controller as a global catalog, or all that DNS names.",
        usage: """
            portcall gc HOST [--forest NAME] [options]
            portcall gc --forest NAME [options]
            """,
        discussion: """
            Calls 389, 3268, 636, 3269, 88 and 53, sends the netlogon ping, asks the DNS, and compares the answers.
            It reads what everybody may read, and never logs in.

            EXAMPLES
              portcall gc dc1.corp.example
              portcall gc dc1.corp.example --forest corp.example --dns 10.0.0.10
              portcall gc --forest corp.example --json

            \(ExitCode.help)
            """
    )

    @Argument(help: "The domain controller, by name or address.")
    var host: String?

    @Option(
        help: ArgumentHelp("The forest that HOST must belong to; without HOST, whose global catalogs to check.")
    )
    var forest: String?

    @OptionGroup(title: "Calling")
    var calling: CallingOptions

    @OptionGroup(title: "Calling")
    var lookUps: LookUpOptions

    @OptionGroup
    var settings: SettingArguments

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func check() throws {
        try output.check(transcript: calling.transcript)
        try calling.checkOneAddress(of: "gc")
        _ = try errand()
    }

    func run() async throws {
        let screen = try Screen(output, calling)
        var current = host ?? ""
        try await ErrandRun(calling: calling, screen: screen, nameServer: lookUps.nameServer()).run(
            [errand()],
            announce: { screen.announce($0.target) },
            show: { verdict, errand in
                // Those of a forest have a heading each.
                let called = verdict.observation.plan.target.host.text
                if host == nil, called != current {
                    screen.announce(called)
                    current = called
                }
                screen.show(verdict, as: .line(of: current))
            },
            conclude: { screen.show($0, named: $1.title) }
        )
    }

    private func errand() throws -> Errand {
        _ = try lookUps.nameServer()
        try settings.requireKnown(by: GlobalCatalog.services)
        if let host {
            var plan = try settings.plan(host, calling: GlobalCatalog.services) { () throws(MalformedTarget) in
                try Target(hostAlone: host)
            }
            plan.criteria.forest = try forestName()
            return Errand(plan, GlobalCatalog(plan), of: .gc)
        }
        guard let forest, let name = try forestName() else {
            throw ValidationError("Name a domain controller, or a forest with --forest.")
        }
        var plan = try settings.plan(forest, calling: GlobalCatalog.services) { () throws(MalformedTarget) in
            try Target(hostAlone: name)
        }
        plan.criteria.forest = name
        return Errand(plan, ForestCatalogs(name, plan), of: .forest)
    }

    /// In A-labels, without the dot at the end.
    private func forestName() throws -> String? {
        guard let forest else { return nil }
        do {
            guard case .name(let name) = try Host(forest).withALabels() else {
                throw MalformedTarget.notAName(forest, "it is an address")
            }
            return name
        } catch {
            throw ValidationError("--forest: \(error).")
        }
    }
}

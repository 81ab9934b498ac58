import ArgumentParser
import Portcall

struct ProfileCommand: AsyncParsableCommand, CheckedCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Say what a server of one role must be reachable for, or check it.",
        usage: """
            portcall profile
            portcall profile NAME [--from ROLE] [options]
            portcall profile NAME HOST [--from ROLE] [options]
            """,
        discussion: """
            Alone it lists the profiles. With NAME it tells the paths that end at such a server: port, who needs it,
            log-in, encryption, rules of the firewall. With HOST it calls what the role needs, and nothing else.

            EXAMPLES
              portcall profile
              portcall profile exchange-2010-hub
              portcall profile exchange-2010-cas --csv
              portcall profile exchange-domain-controller dc1.corp.example --dns 10.0.0.10
              portcall profile exchange-2010-edge edge.example.com --from hub

            \(ExitCode.help)
            """
    )

    @Argument(help: "The profile.", completion: .list(Profile.all.map(\.name)))
    var name: String?

    @Argument(help: "The server that is to be it, by name or address.")
    var host: String?

    @Option(
        help: ArgumentHelp("Only what this role needs: \(Self.roles).", valueName: "role"),
        completion: .list(Role.allCases.map(\.rawValue))
    )
    var from: String?

    @Flag(help: "Print comma-separated values, labels first.")
    var csv = false

    @OptionGroup(title: "Calling")
    var calling: CallingOptions

    @OptionGroup(title: "Calling")
    var lookUps: LookUpOptions

    @OptionGroup
    var settings: SettingArguments

    @OptionGroup(title: "Output")
    var output: OutputOptions

    private static let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")

    func check() throws {
        try output.check(transcript: calling.transcript)
        try calling.checkOneAddress(of: "profile")
        if csv { try output.requireWords(for: "--csv", or: []) }
        if host == nil { try output.requireWords(for: "A profile without a host", or: [.brief, .json, .csv]) }
        guard from == nil || name != nil else { throw ValidationError("--from goes with a profile.") }
        _ = try profile()
        _ = try errand()
    }

    func run() async throws {
        let screen = try Screen(output, calling)
        guard let profile = try profile() else {
            return screen.list(Profile.all.map(\.record), asTable: csv) { ProfilePrinter($0).list(Profile.all) }
        }
        guard let errand = try errand() else {
            return screen.list(profile.paths.map(\.record), asTable: csv) { ProfilePrinter($0).print(profile) }
        }
        try await run(errand, profile, screen)
    }

    /// The table comes once all ports have been called, for its columns are as wide as what is in them.
    private func run(_ errand: Errand, _ profile: Profile, _ screen: Screen) async throws {
        var rows: [Record] = []
        try await ErrandRun(calling: calling, screen: screen, nameServer: lookUps.nameServer()).run(
            [errand],
            show: { verdict, _ in
                let path = profile.place(of: verdict.observation.plan.target)
                if csv {
                    rows += path.map { [$0.record(of: verdict)] } ?? []
                } else {
                    screen.show(verdict, as: .row(path))
                }
            },
            conclude: { summary, errand in
                if csv {
                    StandardOutput.print(CSVPrinter().print(rows))
                } else {
                    screen.show(summary, named: errand.title, as: .table(of: profile))
                }
            }
        )
    }

    /// As far as whoever asks needs it; nil where none is named.
    private func profile() throws -> Profile? {
        guard let name else { return nil }
        guard let profile = Profile.named(name.lowercased()) else {
            let hint = Nearest.hint(to: name, among: Profile.all.map(\.name)) ?? "'portcall profile' lists them."
            throw ValidationError("'\(name.escaped)' is no profile; \(hint)")
        }
        let needed = profile.needed(by: try role())
        guard !needed.paths.isEmpty else { throw ValidationError("\(from ?? "") needs nothing of \(profile.name).") }
        return needed
    }

    private func role() throws -> Role? {
        guard let from else { return nil }
        guard let role = Role(rawValue: from.lowercased()) else {
            throw ValidationError("'\(from.escaped)' is no role; they are \(Self.roles).")
        }
        return role
    }

    /// nil where nobody is to be called.
    private func errand() throws -> Errand? {
        guard let host, let profile = try profile() else { return nil }
        _ = try lookUps.nameServer()
        let services = profile.places.compactMap { $0.endpoint?.service.flatMap(Service.named) }
        try settings.requireKnown(by: services)
        var plan = try settings.plan(host, calling: services) { () throws(MalformedTarget) in
            try Target(hostAlone: host)
        }
        plan.criteria.profile = profile.name
        plan.criteria.from = try role()
        return Errand(plan, ProfileCheckup(profile, plan), of: .profile)
    }
}

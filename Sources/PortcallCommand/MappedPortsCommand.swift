import ArgumentParser
import Portcall

struct MappedPortsCommand: AsyncParsableCommand, CheckedCommand {
    static let configuration = CommandConfiguration(
        commandName: "rpc",
        abstract: "Read a host's RPC endpoint map, and see which of its ports can be reached.",
        usage: "portcall rpc HOST [--rpc-all] [options]",
        discussion: """
            Asks the endpoint mapper on 135 which programs have registered, and connects
            once to each TCP port that it names for Exchange and the directory: most often
            a firewall lets 135 through and not those. It never logs in, and calls nothing
            but the mapper's own list.

            EXAMPLES
              portcall rpc mail.corp.example
              portcall rpc dc1.corp.example --rpc-all
              portcall rpc dc1.corp.example --json

            \(ExitCode.help)
            """
    )

    @Argument(help: "The server, by name or address.")
    var host: String

    @Flag(help: "Call the ports of all programs, and not of Exchange's and the directory's alone.")
    var rpcAll = false

    @Option(help: ArgumentHelp("Make no more calls than this to the host at the same time.", valueName: "n"))
    var perHost = 4

    @OptionGroup(title: "Calling")
    var calling: CallingOptions

    @OptionGroup
    var settings: SettingArguments

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func check() throws {
        try output.check(transcript: calling.transcript)
        try calling.checkOneAddress(of: "rpc")
        guard (1...4096).contains(perHost) else { throw ValidationError("--per-host takes 1 to 4096 calls.") }
        guard !settings.namesOfCalling.contains("--interface") else {
            throw ValidationError("rpc binds to what the mapper names: leave --interface out.")
        }
        _ = try errand()
    }

    func run() async throws {
        let screen = try Screen(output, calling)
        try await ErrandRun(calling: calling, screen: screen, callsAtOnce: perHost).run(
            [errand()],
            announce: { screen.announce($0.target) },
            show: { screen.show($0, as: .line(of: $1.target)) },
            conclude: { screen.show($0, named: $1.title) }
        )
    }

    private func errand() throws -> Errand {
        try settings.requireKnown(by: MappedPorts.services)
        let plan = try settings.plan(host, calling: MappedPorts.services) { () throws(MalformedTarget) in
            try Target(hostAlone: host)
        }
        return Errand(plan, MappedPorts(plan, callsAll: rpcAll), of: rpcAll ? .rpcAll : .rpc)
    }
}

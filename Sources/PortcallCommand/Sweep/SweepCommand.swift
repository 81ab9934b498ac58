import ArgumentParser
import Portcall

struct SweepCommand: AsyncParsableCommand, CheckedCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "Call many targets, a line of a list each, and sum up what is wrong.",
        usage: "portcall sweep FILE [options]",
        discussion: """
            FILE has one TARGET a line, '-' is standard input; '#' begins a comment. A result
            is printed as soon as it is known, the summary on standard error at the end.
            However long the list is, it takes no more memory.
            Ctrl-C lets the calls under way finish; a second one ends at once.

            EXAMPLES
              portcall sweep hosts.txt
              portcall sweep hosts.txt --json --output results.jsonl
              portcall sweep hosts.txt --json --output results.jsonl --resume
              portcall sweep hosts.txt --service submission -t 10 --in-flight 4000 --per-host 2
              portcall sweep hosts.txt --rate 50 -qq
              portcall sweep hosts.txt --shard 2/4 --json > part2.jsonl
              sort -u hosts.txt | portcall sweep -

            \(ExitCode.help)
            """
    )

    @Argument(help: "The list of targets; '-' for standard input.", completion: .file())
    var file: String

    @Option(
        help: "The service to expect, whatever the port; 'portcall ports' lists the names.",
        completion: .list(Service.all.map(\.name))
    )
    var service: String?

    @OptionGroup(title: "Sweeping")
    var sweeping: SweepingOptions

    @OptionGroup(title: "Calling")
    var calling: CallingOptions

    @OptionGroup
    var settings: SettingArguments

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func check() throws {
        try calling.check(mostCalls: SweepingOptions.mostCalls)
        try sweeping.check(calling, output)
        _ = try template()
    }

    func run() async throws {
        try SweepErrand.orExit { () throws(Room.TooLittle) in try Room.require() }
        let limits = SweepLimits(wanting: calling.inFlight ?? Sweep.Limits().inFlight)
        let errand = try SweepErrand(self, limits)
        if let words = limits.words { Files.standardError("portcall: \(words)\n") }
        try await errand.run()
    }

    /// A call with all that the options say; a line of the list names its target.
    func template() throws -> Plan {
        let services = Service.all
        if let service {
            let named = try settings.reading("--service") { try Target("\(service)://localhost:1") }.service
            try settings.requireKnown(by: [named])
        }
        return try settings.plan("localhost", calling: services) { () throws(MalformedTarget) in
            try Target("https://localhost")
        }
    }
}

/// How the calls of a sweep are paced, and what of the list is called.
struct SweepingOptions: ParsableArguments {
    static let mostCalls = 100_000

    @Option(help: ArgumentHelp("Make no more calls than this to one address at once.", valueName: "n"))
    var perHost = Sweep.Limits().perHost

    @Option(help: ArgumentHelp("Begin no more calls than this in a second.", valueName: "n"))
    var rate: Int?

    @Option(help: ArgumentHelp("Call one part of the list: 2/4 is the second of four.", valueName: "i/n"))
    var shard: String?

    @Flag(help: "Go on with the FILE of --output: skip what it has already.")
    var resume = false

    func check(_ calling: CallingOptions, _ output: OutputOptions) throws {
        let format = try SweepFormat(output)
        guard (1...Self.mostCalls).contains(perHost) else {
            throw ValidationError("--per-host takes 1 to \(Self.mostCalls) calls.")
        }
        if let rate, !(1...Self.mostCalls).contains(rate) {
            throw ValidationError("--rate takes 1 to \(Self.mostCalls) calls a second.")
        }
        _ = try part()
        guard calling.transcript != "-" else {
            throw ValidationError("--transcript: a sweep's results go to standard output; name a file.")
        }
        guard resume else { return }
        guard output.output != nil else {
            throw ValidationError("--resume goes on with the FILE of --output: name it.")
        }
        guard format.isReadBack else {
            throw ValidationError("--resume reads what was written before, and needs --json or --format csv for that.")
        }
        guard !calling.eachAddress else {
            throw ValidationError("--resume and --each-address exclude each other.")
        }
    }

    func part() throws -> Shard? {
        guard let shard else { return nil }
        guard let part = Shard(shard) else {
            throw ValidationError("--shard takes I/N, as 2/4: part I of N, from 1 to N.")
        }
        return part
    }
}

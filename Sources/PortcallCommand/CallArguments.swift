import ArgumentParser
import Portcall

/// What is called and how, for every command that calls.
struct CallArguments: ParsableArguments {
    @Argument(help: "What to call: SERVICE://HOST[:PORT] or HOST:PORT.")
    var targets: [String]

    @Option(help: "The service to expect, whatever the port; 'portcall ports' lists the names.")
    var service: String?

    @OptionGroup(title: "Calling")
    var calling: CallingOptions

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    /// A call for each target, or one for each of its addresses.
    ///
    /// Every target is read before the first call, so that one bad target is a usage error and not half a run.
    func checkups() throws -> [Errand] {
        try targets.map { text in
            let plan = try plan(text) { () throws(MalformedTarget) in try Target(text, service: service) }
            return Errand(text, calling.eachAddress ? EveryAddress(plan) : SingleCall(plan))
        }
    }

    /// Every port of each host.
    func checkupsOfHosts() throws -> [Errand] {
        guard service == nil else { throw ValidationError("--all calls every service; leave --service out.") }
        return try targets.map { text in
            let plan = try plan(text) { () throws(MalformedTarget) in try Target(hostAlone: text) }
            return Errand(text, EveryPort(plan, judgesEachAddress: calling.eachAddress), of: .ports, plan)
        }
    }

    private func plan(_ text: String, _ target: () throws(MalformedTarget) -> Target) throws -> Plan {
        do {
            return Plan(
                try target().withALabels(),
                started: Caller.now,
                timeout: .milliseconds(Int(calling.timeout * 1000)),
                clientName: try calling.clientName(),
                isExchange: calling.exchange,
                criteria: try judging.criteria()
            )
        } catch let error as MalformedTarget {
            throw ValidationError("'\(text.escaped)': \(error).")
        }
    }

    /// Does all the errands, shows each verdict as it comes, and ends with the exit code of the worst.
    func run(
        _ errands: [Errand],
        announce: (String) -> Void = { _ in },
        show: (Verdict) -> Void,
        conclude: (CheckupSummary) -> Void = { _ in }
    ) async throws {
        let caller = try Failure.orExit { () throws(TLSUnavailable) in try Caller(calling.settings()) }
        let interruption = Interruption()
        var severities: [Severity?] = []
        var transcripts: [CheckupTranscript] = []
        for errand in errands where !interruption.hasCome {
            if errand.kind != nil { announce(errand.target) }
            let progress = Progress(errand.target, calling.timeout)
            let (results, report) = AsyncStream.makeStream(of: Caller.Result.self)
            let work = Task {
                defer { report.finish() }
                return await caller.run(errand.checkup) { report.yield($0) }
            }
            interruption.ends(work)
            var calls: [Transcript] = []
            for await result in results {
                progress?.stepAside()
                show(result.verdict)
                severities.append(result.verdict.severity)
                calls += result.transcript.map { [$0] } ?? []
            }
            transcripts.append(CheckupTranscript(calls, of: errand.kind, errand.plan))
            progress?.end()
            if let summary = await work.value {
                conclude(summary)
                severities.append(summary.severity)
            }
        }
        try calling.write(transcripts)
        if interruption.hasCome { throw ExitCode(130) }
        throw ExitCode(severities)
    }
}

/// One target of the command line, and what is to be done about it.
struct Errand: Sendable {
    let target: String
    let checkup: any Checkup
    /// What a transcript says of it, where its calls belong together.
    let kind: CheckupKind?
    let plan: Plan?

    init(_ target: String, _ checkup: any Checkup, of kind: CheckupKind? = nil, _ plan: Plan? = nil) {
        self.target = target
        self.checkup = checkup
        self.kind = kind
        self.plan = plan
    }
}

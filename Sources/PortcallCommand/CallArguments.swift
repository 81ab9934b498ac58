import ArgumentParser
import Portcall

/// What is called and how, for every command that calls.
struct CallArguments: ParsableArguments {
    @Argument(help: "What to call: SERVICE://HOST[:PORT] or HOST:PORT.")
    var targets: [String] = []

    @Option(help: "The service to expect, whatever the port; 'portcall ports' lists the names.")
    var service: String?

    @OptionGroup(title: "Calling")
    var calling: CallingOptions

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    func validate() throws {
        _ = try plans()
    }

    func requireTargets(or other: String = "") throws {
        guard !targets.isEmpty else { throw ValidationError("Missing expected argument '<targets> ...'\(other)") }
    }

    /// What says how to call means nothing where nobody is called.
    func refuseCalling() throws {
        let given = [
            ("--service", service != nil), ("--each-address", calling.eachAddress), ("--ipv4", calling.ipv4),
            ("--ipv6", calling.ipv6), ("--client-cert", calling.clientCert != nil), ("--helo", calling.helo != nil),
            ("--transcript", calling.transcript != nil),
        ]
        guard let option = given.first(where: \.1)?.0 else { return }
        throw ValidationError("--chain judges a file and calls nobody: leave \(option) out.")
    }

    /// Makes the calls, shows each verdict as it comes, and ends with the exit code of the worst.
    func run(show: (Verdict) -> Void) async throws {
        let plans = try plans()
        let caller = try Failure.orExit { () throws(TLSUnavailable) in try Caller(calling.settings()) }
        let interruption = Interruption()
        var severities: [Severity?] = []
        var transcripts: [Transcript] = []
        for plan in plans where !interruption.hasCome {
            let progress = Progress(plan.target.text, calling.timeout)
            let results = await interruption.bounding { await calls(plan, caller) }
            progress?.end()
            for result in results {
                show(result.verdict)
                severities.append(result.verdict.severity)
                transcripts += result.transcript.map { [$0] } ?? []
            }
        }
        try calling.write(transcripts)
        if interruption.hasCome { throw ExitCode(130) }
        throw ExitCode(severities)
    }

    private func calls(_ plan: Plan, _ caller: Caller) async -> [Caller.Result] {
        var plan = plan
        plan.started = Caller.now
        return calling.eachAddress ? await caller.checkEachAddress(plan) : [await caller.check(plan)]
    }

    /// Every target is read before the first call, so that one bad target is a usage error and not half a run.
    private func plans() throws -> [Plan] {
        let (criteria, clientName) = (try judging.criteria(), try calling.clientName())
        return try targets.map { text in
            do {
                return Plan(
                    try Target(text, service: service).withALabels(),
                    started: Caller.now,
                    timeout: .milliseconds(Int(calling.timeout * 1000)),
                    clientName: clientName,
                    criteria: criteria
                )
            } catch let error as MalformedTarget {
                throw ValidationError("'\(text.escaped)': \(error).")
            }
        }
    }
}

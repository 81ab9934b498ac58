import ArgumentParser
import Portcall

/// A sweep from its list to its exit code.
struct SweepErrand: Sendable {
    private let command: SweepCommand
    private let format: SweepFormat
    private let style: Style
    private let template: Plan
    private let sweep: Sweep
    private let roster: RosterFile
    private let ledger: SweepLedger

    private static let interrupted = ExitCode(130)

    /// Opens what it needs; what cannot be opened is told, and ends with exit code 3.
    ///
    /// The list before the output and the trusted roots before both, so that no mistake costs an older output.
    init(_ command: SweepCommand, _ limits: SweepLimits) throws {
        self.command = command
        format = try SweepFormat(command.output)
        style = Terminal.style(command.output)
        template = try command.template()
        var settings = try command.calling.settings(nameServer: nil)
        settings.lookUpsAtOnce = limits.lookUps
        if let trouble = settings.source?.trouble { throw Self.failing("--source \(trouble)") }
        let caller = try Self.orExit { () throws(TLSUnavailable) in try Caller(settings) }
        sweep = Sweep(caller, within: command.limits(limits))
        let roster = try Self.orExit { [file = command.file] () throws(FileFailure) in try RosterFile(file) }
        self.roster = roster
        ledger = try Self.orExit { [sweep, format, style] () throws(FileFailure) in
            try SweepLedger(command, format, style, roster, sweep)
        }
    }

    /// What `body` makes; why it cannot is told, and ends with exit code 3.
    static func orExit<Value, Problem: Error>(_ body: () throws(Problem) -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            throw failing(error.told)
        }
    }

    private static func failing(_ reason: String) -> ExitCode {
        Files.standardError("portcall: \(reason)\n")
        return ExitCode(3)
    }

    /// Calls all of it.
    ///
    /// - Throws: the exit code, always.
    func run() async throws {
        let interruption = Interruption()
        let work = Task { await makeCalls() }
        ledger.begin { work.cancel() }
        interruption.does { [sweep, ledger] in
            sweep.stop()
            ledger.say("no further call begins, and those under way are finished; once more ends at once")
        }
        await work.value
        ledger.end()
        if let failure = roster.failure { Files.standardError("portcall: \(failure)\n") }
        guard !ledger.hasFailed else { throw ExitCode(3) }
        guard !interruption.hasCome else { throw Self.interrupted }
        let summary = ledger.summary
        let isIncomplete = summary.counts.unjudged > 0 || roster.failure != nil
        throw ExitCode([summary.severity], isIncomplete: isIncomplete)
    }

    private func makeCalls() async {
        let (format, style, ledger) = (format, style, ledger)
        await sweep.run(
            { await nextPlans() },
            judge: { result in
                guard let reason = result.unjudged else {
                    let entry = SweepEntry(result.verdict)
                    let text = format.line(result.verdict, entry, style)
                    return SweepLine(entry: entry, text: text, transcript: result.transcript?.description)
                }
                let entry = SweepEntry(result.verdict.observation.plan, unjudged: reason)
                let text = format.line(unjudged: entry, reason, style)
                return SweepLine(entry: entry, text: text, transcript: result.transcript?.description)
            },
            report: { line in ledger.note(line) }
        )
    }

    /// The next of the list that are to be called; what names no target is told meanwhile.
    private func nextPlans() async -> [Plan]? {
        while let batch = await roster.next(sweep.window) {
            let plans = batch.lines.compactMap(plan)
            ledger.noteRead(plans.count, of: batch.share)
            if !plans.isEmpty { return plans }
        }
        return nil
    }

    private func plan(for line: RosterLine) -> Plan? {
        guard command.shard?.contains(line.text) != false, !ledger.knows(line.text) else { return nil }
        guard !line.isTooLong else { return tell(line, "the line is longer than any target") }
        do throws(MalformedTarget) {
            var plan = template
            plan.target = try Target(line.text, service: command.service).withALabels()
            return plan
        } catch {
            return tell(line, error.description)
        }
    }

    private func tell(_ line: RosterLine, _ reason: String) -> Plan? {
        ledger.note(SweepLine(entry: SweepEntry(line, reason), text: format.line(line, reason, style)))
        return nil
    }
}

/// One result, as it is written and as it is counted.
struct SweepLine: Sendable {
    let entry: SweepEntry
    let text: String
    var transcript: String?
}

extension SweepCommand {
    fileprivate var shard: Shard? { try? sweeping.part() }

    fileprivate func limits(_ machine: SweepLimits) -> Sweep.Limits {
        var limits = Sweep.Limits()
        limits.inFlight = machine.calls
        limits.perHost = sweeping.perHost
        limits.rate = sweeping.rate
        limits.callsEachAddress = calling.eachAddress
        return limits
    }
}

import ArgumentParser
import Portcall

/// Does errands at once, and shows what comes of them in the order in which they were given.
struct ErrandRun {
    let calling: CallingOptions
    let screen: Screen
    var nameServer: NameServer?
    /// The most calls at the same time, where the options would allow more.
    var callsAtOnce = Int.max

    /// Does them all, and ends with the exit code of the worst.
    ///
    /// - Parameters:
    ///   - errands: what to do.
    ///   - announce: is told of each whose turn it is.
    ///   - show: is given each verdict.
    ///   - conclude: is given what calls come to that belong together.
    ///   - close: adds what else is to be told once all is known.
    /// - Throws: the exit code, always.
    func run(
        _ errands: [Errand],
        announce: (Errand) -> Void = { _ in },
        show: (Verdict, Errand) -> Void,
        conclude: (CheckupSummary, Errand) -> Void = { _, _ in },
        close: (inout Closing) -> Void = { _ in }
    ) async throws {
        for errand in errands where !errand.plan.target.leftOut.isEmpty { tellLeftOut(errand.plan.target) }
        let progress = screen.format == .nagios ? nil : Progress(errands)
        let callers = try makeCallers(for: errands, progress)
        let transcript = try screen.orExit(errands.map(\.target)) { () throws(FileFailure) in
            try TranscriptFile(calling.transcript)
        }
        let interruption = Interruption()
        let lanes = zip(errands, callers).map(Lane.init)
        let driver = Task { [limit = calling.callsAtOnce] in await Lane.run(lanes, atOnce: limit) }
        interruption.ends(driver)
        var log = Log()
        for lane in lanes {
            var isAnnounced = false
            for await outcome in lane.outcomes {
                progress?.stepAside()
                if !isAnnounced { announce(lane.errand) }
                isAnnounced = true
                if let reason = outcome.unjudged {
                    tell(unjudged: outcome.target, reason)
                } else {
                    switch outcome {
                    case .result(let result): show(result.verdict, lane.errand)
                    case .summary(let summary): conclude(summary, lane.errand)
                    }
                }
                log.note(outcome)
            }
            log.close(lane.errand, wasCalled: isAnnounced)
        }
        progress?.end()
        let code = written(log, transcript) ?? ExitCode(log.severities, isIncomplete: log.isIncomplete)
        guard !interruption.hasCome else {
            tell(log.uncalled)
            throw screen.end(.interrupted, .interrupted, uncalled: log.uncalled.map(\.target), add: close)
        }
        throw screen.end(code, add: close)
    }

    /// Writes the calls down; the exit code where that fails.
    private func written(_ log: Log, _ transcript: TranscriptFile?) -> ExitCode? {
        do throws(FileFailure) {
            try transcript?.write(log.transcripts)
            return nil
        } catch {
            return screen.failing(screen.format == .nagios ? [calling.transcript ?? ""] : [], "\(error)")
        }
    }

    /// One for each errand; the same for those that are called alike.
    private func makeCallers(for errands: [Errand], _ progress: Progress?) throws -> [Caller] {
        var callers: [PolicyMeans: Caller] = [:]
        let targets = errands.map(\.target)
        try screen.orExit(targets) { () throws(Room.TooLittle) in try Room.require() }
        return try errands.map { errand in
            if let caller = callers[errand.means] { return caller }
            let calling = calling.filled(from: errand.means)
            var settings = try calling.settings(nameServer: nameServer ?? errand.means.nameServer)
            settings.callsAtOnce = min(settings.callsAtOnce, callsAtOnce)
            if let progress { settings.onStage = { progress.note($0, awaits: $1) } }
            if let trouble = settings.source?.trouble {
                throw screen.end(screen.failing(targets, "--source \(trouble)"), .failed)
            }
            let other = callers.values.first
            let caller = try screen.orExit(targets) { () throws(TLSUnavailable) in try Caller(settings, besides: other)
            }
            callers[errand.means] = caller
            return caller
        }
    }

    private func tellLeftOut(_ target: Target) {
        let path = String(target.leftOut.prefix(200)).escaped
        let words = "'\(path)' is left out, \(target.service.name) is called"
        screen.tell("\(target.text.escaped): \(words)")
    }

    /// This machine could not call, so that nothing is to be said of the server.
    private func tell(unjudged target: String, _ reason: String) {
        screen.showFailure(target, reason)
        screen.tell("\(target.escaped): it could not be called, for \(reason)")
    }

    /// An interruption came before their turn.
    private func tell(_ uncalled: [Errand]) {
        guard !uncalled.isEmpty else { return }
        let targets = uncalled.map(\.target.escaped).joined(separator: ", ")
        screen.tell("interrupted; not called: \(targets)")
    }
}

/// What came of the errands, for the transcript and for the exit code.
private struct Log {
    private(set) var severities: [Severity?] = []
    /// Something could not be judged, for this machine's own fault.
    private(set) var isIncomplete = false
    private(set) var transcripts: [CheckupTranscript] = []
    private(set) var uncalled: [Errand] = []
    private var calls: [Transcript] = []
    private var answers: [DNSAnswer] = []

    mutating func note(_ outcome: Lane.Outcome) {
        if outcome.unjudged != nil { isIncomplete = true }
        switch outcome {
        case .result(let result):
            if result.unjudged == nil { severities.append(result.verdict.severity) }
            calls += result.transcript.map { [$0] } ?? []
        case .summary(let summary):
            if summary.unjudged == nil { severities.append(summary.severity) }
            answers = summary.answers
        }
    }

    /// The errand is over, or was not begun.
    mutating func close(_ errand: Errand, wasCalled: Bool) {
        guard wasCalled else { return uncalled.append(errand) }
        let plan = errand.kind == nil ? nil : errand.plan
        transcripts.append(CheckupTranscript(calls, of: errand.kind, plan, answers: answers))
        (calls, answers) = ([], [])
    }
}

/// One errand under way, and what comes of it.
private struct Lane: Sendable {
    enum Outcome: Sendable {
        case result(CallResult)
        case summary(CheckupSummary)

        /// Why it says nothing of the servers, for this machine's own fault.
        var unjudged: String? {
            switch self {
            case .result(let result): result.unjudged
            case .summary(let summary): summary.unjudged
            }
        }

        /// As typed.
        var target: String {
            switch self {
            case .result(let result): result.verdict.observation.plan.target.text
            case .summary(let summary): summary.target
            }
        }
    }

    let errand: Errand
    private let caller: Caller
    /// None at all where the errand was not begun.
    let outcomes: AsyncStream<Outcome>
    private let report: AsyncStream<Outcome>.Continuation

    init(_ errand: Errand, _ caller: Caller) {
        self.errand = errand
        self.caller = caller
        (outcomes, report) = AsyncStream.makeStream()
    }

    /// Does the errands in order, so many at once; those left when the task is cancelled or nobody reads are not begun.
    static func run(_ lanes: [Lane], atOnce limit: Int) async {
        await withTaskGroup(of: Void.self) { group in
            for (index, lane) in lanes.enumerated() {
                if index >= limit { await group.next() }
                guard !Task.isCancelled, !StandardOutput.isLeft else {
                    lane.report.finish()
                    continue
                }
                group.addTask { await lane.run() }
            }
        }
    }

    private func run() async {
        let summary = await caller.run(errand.checkup) { [report] in report.yield(.result($0)) }
        if let summary { report.yield(.summary(summary)) }
        report.finish()
    }
}

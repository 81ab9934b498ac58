import Dispatch
import Portcall

/// Says on a terminal what is being waited for, and for how long already, once that takes longer than one expects; gone
/// when it is over.
///
/// On standard error, so that standard output has nothing but the result.
final class Progress: Sendable {
    private let state: State

    private final class State: @unchecked Sendable {
        // @unchecked: the variables are read and written on `queue` only.
        let queue = DispatchQueue(label: "progress")
        let timer: any DispatchSourceTimer
        var isShown = false
        var board: ProgressBoard

        init(_ board: ProgressBoard) {
            self.board = board
            timer = DispatchSource.makeTimerSource(queue: queue)
        }

        func show() {
            guard let line = board.line(at: .now) else { return }
            isShown = true
            Files.standardError("\r\u{1B}[K" + line.prefix(max(20, Terminal.watchedColumns - 1)))
        }

        func wipe() {
            if isShown { Files.standardError("\r\u{1B}[K") }
            isShown = false
        }
    }

    private static let second = DispatchTimeInterval.seconds(1)

    /// Nil where nobody watches.
    init?(_ errands: [Errand]) {
        guard Terminal.isWatched else { return nil }
        let state = State(ProgressBoard(errands))
        self.state = state
        state.timer.setEventHandler { state.show() }
        state.timer.schedule(deadline: .now() + Self.second, repeating: Self.second)
        state.timer.resume()
    }

    /// A call waits for another stage, or is over.
    func note(_ plan: Plan, awaits stage: Stage.Name?) {
        state.queue.async { [state] in state.board.note(plan, awaits: stage, at: .now) }
    }

    /// Wipes away what was shown, and waits once more before it shows anything again.
    func stepAside() {
        state.queue.sync {
            state.wipe()
            state.timer.schedule(deadline: .now() + Self.second, repeating: Self.second)
        }
    }

    /// Wipes away what was shown, for good.
    func end() {
        stepAside()
        state.timer.cancel()
    }
}

/// What is under way, as one line tells it.
struct ProgressBoard {
    private struct Call {
        let plan: Plan
        let stage: Stage.Name
        let since: ContinuousClock.Instant
    }

    private let targets: Int
    private var calls: [Call] = []
    private var done = 0

    init(_ errands: [Errand]) {
        targets = errands.count
    }

    mutating func note(_ plan: Plan, awaits stage: Stage.Name?, at now: ContinuousClock.Instant) {
        let index = calls.firstIndex { $0.plan.isSameCall(as: plan) }
        switch (index, stage) {
        case (let index?, let stage?):
            guard calls[index].stage != stage else { return }
            calls[index] = Call(plan: plan, stage: stage, since: now)
        case (nil, let stage?): calls.append(Call(plan: plan, stage: stage, since: now))
        case (let index?, nil):
            calls.remove(at: index)
            done += 1
        case (nil, nil): break
        }
    }

    /// Nil where nothing is awaited; of several calls the one that waits longest.
    func line(at now: ContinuousClock.Instant) -> String? {
        guard let call = calls.min(by: { $0.since < $1.since }) else { return nil }
        let seconds = (now - call.since).components.seconds
        let limit = call.plan.timeout.components.seconds
        let isAlone = targets == 1 && calls.count == 1 && done == 0
        let count = isAlone ? "" : "\(done) done, \(calls.count) under way; "
        return "\(count)\(call.plan.target.text.escaped): \(call.stage.rawValue), \(seconds) s of \(limit) s"
            + " (Ctrl-C ends it with what is known)"
    }
}

extension Plan {
    /// The same target at the same addresses.
    fileprivate func isSameCall(as other: Plan) -> Bool {
        target.text == other.target.text && target.port == other.target.port && service == other.service
            && addresses == other.addresses
    }
}

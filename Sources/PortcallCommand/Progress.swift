import Dispatch
import Portcall

/// Says on a terminal what is being waited for, once a call takes longer than one expects; gone when it is over.
///
/// On standard error, so that standard output has nothing but the result.
final class Progress {
    private let timer: any DispatchSourceTimer
    private let state = State()

    private final class State: @unchecked Sendable {
        // @unchecked: the variable is read and written on `queue` only.
        let queue = DispatchQueue(label: "progress")
        var isShown = false
    }

    private static let delay = DispatchTimeInterval.seconds(1)

    /// Nil where nobody watches.
    init?(_ target: String, _ timeout: Duration) {
        guard Terminal.isWatched else { return nil }
        let seconds = Int((timeout / .seconds(1)).rounded(.up))
        let line = "Calling \(target.escaped), for up to \(seconds) s; Ctrl-C ends it with what is known."
        timer = DispatchSource.makeTimerSource(queue: state.queue)
        timer.schedule(deadline: .now() + Self.delay)
        timer.setEventHandler { [state] in
            state.isShown = true
            Files.standardError(line)
        }
        timer.resume()
    }

    /// Wipes away what was shown, and waits once more before it shows anything again.
    func stepAside() {
        state.queue.sync {
            if state.isShown { Files.standardError("\r\u{1B}[K") }
            state.isShown = false
            timer.schedule(deadline: .now() + Self.delay)
        }
    }

    /// Wipes away what was shown, for good.
    func end() {
        stepAside()
        timer.cancel()
    }
}

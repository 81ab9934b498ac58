import Dispatch
import Portcall

/// Standard output, or the file that stands for it, as long as it takes what is printed.
///
/// The first failure is told on standard error, and nothing is printed after it, so that what has come through has no
/// gap. The work goes on, for its transcript and for its exit code.
enum StandardOutput {
    private enum Condition {
        case open
        /// Nobody wants what is printed any more.
        case left
        case failed
    }

    private final class State: @unchecked Sendable {
        // @unchecked: the variables are read and written on `queue` only.
        let queue = DispatchQueue(label: "standard output")
        var condition = Condition.open
        var replacement: ReplacedFile?
    }

    private static let state = State()

    /// Who read it reads no more, as `head` does: nobody's fault, and nothing is said about it.
    static var isLeft: Bool { state.queue.sync { state.condition == .left } }

    /// Something was printed and not written; why has been told.
    static var hasFailed: Bool { state.queue.sync { state.condition == .failed } }

    /// Has what is printed go to a file from now on.
    static func divert(to file: ReplacedFile) { state.queue.sync { state.replacement = file } }

    static func print(_ text: String) {
        attempt { file throws(FileFailure) in
            if let file { try file.write(text) } else { try Files.write(text, 1, "standard output") }
        }
    }

    /// All is printed: the file takes the place of the one that it replaces.
    static func commit() {
        attempt { file throws(FileFailure) in try file?.finish() }
    }

    /// The file that was printed to is given up, and the one that it would have replaced stays as it was.
    ///
    /// - Parameter goesOn: what is printed from now on goes to standard output, and not nowhere.
    static func abandon(goesOn: Bool) {
        state.queue.sync {
            guard let file = state.replacement else { return }
            file.abandon()
            if goesOn { state.replacement = nil } else if state.condition == .open { state.condition = .left }
        }
    }

    /// Leaves no file behind that was begun and is not whole.
    static func finish() {
        state.queue.sync { state.replacement?.abandon() }
    }

    private static func attempt(_ work: (ReplacedFile?) throws(FileFailure) -> Void) {
        state.queue.sync {
            guard state.condition == .open else { return }
            do throws(FileFailure) {
                try work(state.replacement)
            } catch {
                state.condition = error.isClosedPipe ? .left : .failed
                guard !error.isClosedPipe else { return }
                tell(error)
            }
        }
    }

    /// Where the file is at fault, a monitoring system still reads standard output.
    private static func tell(_ error: FileFailure) {
        guard let file = state.replacement, MonitoringAnswer.isWanted else {
            state.replacement?.abandon()
            return Files.standardError("portcall: \(error)\n")
        }
        file.abandon()
        try? Files.write(NagiosDocument.unknown("\(error)"), 1, "standard output")
    }
}

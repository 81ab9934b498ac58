import Dispatch

/// Standard output, or the file that stands for it, as long as it takes what is printed.
///
/// The first failure is told on standard error, and nothing is printed after it, so that what has come through has no
/// gap. The work goes on, for its transcript and for its exit code.
enum StandardOutput {
    private enum Condition {
        case open
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

    /// Puts the file in its place that was printed to; one that nothing was printed to leaves what was there.
    static func finish() {
        attempt { file throws(FileFailure) in try file?.finish() }
    }

    static func print(_ text: String) {
        attempt { file throws(FileFailure) in
            if let file { try file.write(text) } else { try Files.write(text, 1, "standard output") }
        }
    }

    private static func attempt(_ work: (ReplacedFile?) throws(FileFailure) -> Void) {
        state.queue.sync {
            guard state.condition == .open else { return }
            do throws(FileFailure) {
                try work(state.replacement)
            } catch {
                state.condition = error.isClosedPipe ? .left : .failed
                state.replacement?.abandon()
                if !error.isClosedPipe { Files.standardError("portcall: \(error)\n") }
            }
        }
    }
}

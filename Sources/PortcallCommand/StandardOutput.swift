import Dispatch

/// Standard output, as long as it takes what is printed.
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
        // @unchecked: the variable is read and written on `queue` only.
        let queue = DispatchQueue(label: "standard output")
        var condition = Condition.open
    }

    private static let state = State()

    /// Who read it reads no more, as `head` does: nobody's fault, and nothing is said about it.
    static var isLeft: Bool { state.queue.sync { state.condition == .left } }

    /// Something was printed and not written; why has been told.
    static var hasFailed: Bool { state.queue.sync { state.condition == .failed } }

    static func print(_ text: String) {
        state.queue.sync {
            guard state.condition == .open else { return }
            do throws(FileFailure) {
                try Files.write(text, 1, "standard output")
            } catch {
                state.condition = error.isClosedPipe ? .left : .failed
                if !error.isClosedPipe { Files.standardError("portcall: \(error)\n") }
            }
        }
    }
}

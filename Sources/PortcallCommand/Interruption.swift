import Dispatch

// What differs between systems stands here, for this file.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Ctrl-C: the first ends the calls that are under way, and they leave what they learned; the second ends everything.
///
/// The handler does nothing but write a byte into a pipe. A signal that is ignored and watched for instead is lost on
/// Linux as long as the main thread has not blocked it.
final class Interruption: Sendable {
    private let state = State()

    private final class State: @unchecked Sendable {
        // @unchecked: the variables are read and written on `queue` only, once `init` has started the source.
        let queue = DispatchQueue(label: "interruption")
        var hasCome = false
        var cancel: (@Sendable () -> Void)?
        var source: (any DispatchSourceRead)?
    }

    init() {
        let source = DispatchSource.makeReadSource(fileDescriptor: bell.reader, queue: state.queue)
        source.setEventHandler { [state] in
            signal(SIGINT, SIG_DFL)
            state.hasCome = true
            state.cancel?()
            state.source?.cancel()
        }
        state.source = source
        source.resume()
        signal(SIGINT) { _ in
            var byte: UInt8 = 1
            _ = write(bell.writer, &byte, 1)
        }
    }

    var hasCome: Bool { state.queue.sync { state.hasCome } }

    /// Has the interruption cancel `work`, be it to come or past.
    func ends<Value: Sendable>(_ work: Task<Value, Never>) {
        state.queue.sync {
            state.cancel = { work.cancel() }
            if state.hasCome { work.cancel() }
        }
    }
}

/// Where the signal's handler rings; made before the handler is, for a handler may not make anything.
private let bell: (reader: CInt, writer: CInt) = {
    var ends: [CInt] = [-1, -1]
    pipe(&ends)
    return (ends[0], ends[1])
}()

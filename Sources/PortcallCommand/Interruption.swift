import Dispatch

/// Ctrl-C, and what else asks to end: the first ends what it is told to, as the calls that are under way, and they leave
/// what they learned; the second ends everything.
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
        let source = DispatchSource.makeReadSource(fileDescriptor: EndSignals.descriptor, queue: state.queue)
        source.setEventHandler { [state] in
            EndSignals.restore()
            state.hasCome = true
            state.cancel?()
            state.source?.cancel()
        }
        state.source = source
        source.resume()
        EndSignals.watch()
    }

    var hasCome: Bool { state.queue.sync { state.hasCome } }

    /// Has the interruption cancel `work`, be it to come or past.
    func ends<Value: Sendable>(_ work: Task<Value, Never>) { does { work.cancel() } }

    /// Has the interruption do something, be it to come or past.
    func does(_ work: @escaping @Sendable () -> Void) {
        state.queue.sync {
            state.cancel = work
            if state.hasCome { work() }
        }
    }
}

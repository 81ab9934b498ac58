internal import CUnbound
internal import Dispatch
package import PortcallCore

/// The DNS as this machine sees it, with every answer validated.
///
/// Nothing happens before the first look-up. One thread of libunbound's serves all look-ups; their answers arrive on one
/// queue, which waits for a descriptor and for nothing else.
package final class NameSystem: @unchecked Sendable {
    // Sendable because everything that changes is touched on `queue` alone.
    private enum State {
        case idle
        case ready(UnboundContext, any DispatchSourceRead)
        case broken(String)
    }

    private let forwarders: (@Sendable () -> [String])?
    private let anchors: String?
    private let queue = DispatchQueue(label: "portcall.names")
    private var state = State.idle

    /// - Parameters:
    ///   - forwarders: finds the servers to ask, as `192.0.2.53@53`; may block. Nil for those of `/etc/resolv.conf`.
    ///   - anchors: a file with trust anchors instead of the system's.
    package init(forwarders: (@Sendable () -> [String])? = nil, anchors: String? = nil) {
        self.forwarders = forwarders
        self.anchors = anchors
    }

    deinit {
        if case .ready(_, let source) = state { source.cancel() }
    }

    /// Looks one question up.
    ///
    /// Never throws: what goes wrong is told in the answer, that it did not come within the limit too. Cancelling the
    /// task ends the look-up at once.
    package func answer(_ question: DNSQuestion, within limit: Duration) async -> DNSAnswer {
        let lookUp = LookUp(question)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async { self.begin(lookUp, within: limit, continuation) }
            }
        } onCancel: {
            queue.async { self.giveUp(lookUp, "interrupted") }
        }
    }

    private func begin(_ lookUp: LookUp, within limit: Duration, _ continuation: LookUp.Continuation) {
        guard lookUp.await(continuation) else { return }
        do {
            try start(lookUp)
        } catch {
            return lookUp.end(.failed(error.reason))
        }
        queue.asyncAfter(deadline: .now() + limit.dispatchInterval) { [weak self, weak lookUp] in
            guard let self, let lookUp else { return }
            giveUp(lookUp, "no answer in time")
        }
    }

    private func start(_ lookUp: LookUp) throws(UnboundFailure) {
        let context = try context()
        let retained = Unmanaged.passRetained(lookUp)
        lookUp.validates = context.validates
        do throws(UnboundFailure) {
            lookUp.number = try context.begin(
                name: lookUp.question.name.description,
                type: lookUp.question.type.number,
                retained.toOpaque()
            ) { pointer, code, result in
                guard let pointer else { return }
                Unmanaged<LookUp>.fromOpaque(pointer).takeRetainedValue().receive(code, result)
            }
        } catch {
            retained.release()
            throw error
        }
    }

    private func giveUp(_ lookUp: LookUp, _ reason: String) {
        guard !lookUp.isOver else { return }
        if case .ready(let context, _) = state, let number = lookUp.number, context.cancel(number) {
            // The reference that the callback would have taken.
            Unmanaged.passUnretained(lookUp).release()
        }
        lookUp.end(.failed(reason))
    }

    private func context() throws(UnboundFailure) -> UnboundContext {
        switch state {
        case .ready(let context, _): return context
        case .broken(let reason): throw UnboundFailure(reason: reason)
        case .idle: break
        }
        do throws(UnboundFailure) {
            let servers = forwarders.map { $0() }
            guard servers?.isEmpty != true else { throw UnboundFailure(reason: "the name server has no address") }
            let context = try UnboundContext(forwarders: servers, anchors: anchors)
            state = .ready(context, watch(context))
            return context
        } catch {
            state = .broken(error.reason)
            throw error
        }
    }

    private func watch(_ context: UnboundContext) -> any DispatchSourceRead {
        let source = DispatchSource.makeReadSource(fileDescriptor: context.descriptor, queue: queue)
        source.setEventHandler { context.process() }
        // The descriptor must outlive the source, and the handlers keep the context.
        source.setCancelHandler { withExtendedLifetime(context) {} }
        source.resume()
        return source
    }
}

extension Duration {
    fileprivate var dispatchInterval: DispatchTimeInterval {
        .milliseconds(Int(clamping: components.seconds) &* 1000 + Int(components.attoseconds / 1_000_000_000_000_000))
    }
}

internal import NIOCore

/// One call from its first look-up to its end: reaches the server, then lets a `CallHandler` take it further.
///
/// It belongs to its loop, where everything happens once it has begun. There is one `Call`, whoever takes it further, and
/// no task that sleeps meanwhile: a call that waits is this, a handler and a channel.
final class Visit {
    private(set) var call: Call
    let connector: Connector
    /// Why nothing came of it, for this machine's own fault.
    private var shortage: Shortage?
    private(set) var isInterrupted = false
    /// Ends what is being waited for.
    var interruption: (() -> Void)?

    init(_ call: Call, _ connector: Connector) {
        self.call = call
        self.connector = connector
    }

    /// - Parameters:
    ///   - plan: the call.
    ///   - equipment: what it needs.
    ///   - loop: where it goes on.
    ///   - keepsTranscript: it is written down.
    ///   - spent: what was needed for it already.
    convenience init(
        _ plan: Plan,
        _ equipment: Equipment,
        on loop: any EventLoop,
        keepsTranscript: Bool,
        spent: TimeAmount = .zero
    ) {
        var call = Call(plan)
        if keepsTranscript { call.record() }
        let start = NIODeadline.now() - spent
        let deadline = start + TimeAmount(plan.timeout)
        self.init(call, Connector(equipment: equipment, loop: loop, start: start, deadline: deadline))
    }

    var result: CallResult {
        CallResult(verdict: Verdict(call.observation), transcript: call.transcript, unjudged: shortage?.reason)
    }

    @discardableResult
    func tell(_ event: Call.Event) -> [Call.Action] {
        let actions = call.handle(event, at: Duration(NIODeadline.now() - connector.start))
        connector.equipment.tellStage(of: call)
        return actions
    }

    /// The operator wants no more of it: it ends at once, with what it has learned.
    func interrupt() {
        isInterrupted = true
        interruption?()
    }

    /// Looks up the addresses to call.
    ///
    /// - Parameters:
    ///   - resolver: is asked for them.
    ///   - next: is given them; nil when the call has ended without any.
    func resolve(with resolver: Resolver, then next: @escaping ([SocketAddress]?) -> Void) {
        connector.equipment.tellStage(of: call)
        let promise = connector.loop.makePromise(of: [SocketAddress].self)
        let timer = connector.loop.scheduleTask(deadline: connector.deadline) { promise.fail(TimeIsUp()) }
        interruption = { promise.fail(CancellationError()) }
        promise.futureResult.assumeIsolated().whenComplete { result in
            timer.cancel()
            self.interruption = nil
            next(self.take(result))
        }
        guard !isInterrupted else { return promise.fail(CancellationError()) }
        promise.completeWith(resolver.addresses(for: call.observation.plan, on: connector.loop))
    }

    private func take(_ result: Result<[SocketAddress], any Error>) -> [SocketAddress]? {
        switch result {
        case .success(let addresses):
            noteAddresses(addresses)
            return addresses
        case .failure(let error as ResolveFailure): fail(error)
        case .failure(is TimeIsUp): fail(ResolveFailure(waited: call.observation.plan.timeout))
        case .failure(is CancellationError): tell(.interrupted)
        case .failure(let error): fail(ResolveFailure(reason: "\(error)"))
        }
        return nil
    }

    /// The name has no address, as far as this machine could ask.
    func fail(_ failure: ResolveFailure) {
        if let shortage = failure.shortage { giveUp(shortage) } else { tell(.resolveFailed(failure.reason)) }
    }

    /// This machine cannot go on; nothing is known of the server because of that.
    func giveUp(_ shortage: Shortage) {
        self.shortage = shortage
        tell(.interrupted)
    }

    /// The addresses are known.
    func noteAddresses(_ addresses: [SocketAddress]) {
        if case .name = call.observation.plan.target.host { tell(.resolved(addresses.map(\.text))) }
    }

    /// As if what has come of the call since `before` had not been.
    func takeBack(to before: Call) { call = before }
}

/// The deadline of a look-up has come.
private struct TimeIsUp: Error {}

extension Duration {
    init(_ amount: TimeAmount) { self = .nanoseconds(amount.nanoseconds) }
}

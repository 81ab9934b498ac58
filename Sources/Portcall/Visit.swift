internal import NIOCore
internal import NIOPosix

/// One call from its first look-up to its end: reaches the server, then hands the `Call` to a `CallHandler`.
struct Visit {
    private var call: Call
    private let connector: Connector
    /// Why nothing came of it, for this machine's own fault.
    private var shortage: Shortage?

    /// - Parameters:
    ///   - plan: the call.
    ///   - equipment: what it needs.
    ///   - loop: where it goes on.
    ///   - keepsTranscript: it is written down.
    ///   - spent: what was needed for it already.
    init(
        _ plan: Plan,
        _ equipment: Equipment,
        on loop: any EventLoop,
        keepsTranscript: Bool,
        spent: TimeAmount = .zero
    ) {
        call = Call(plan)
        if keepsTranscript { call.record() }
        let start = NIODeadline.now() - spent
        connector = Connector(
            equipment: equipment,
            loop: loop,
            start: start,
            deadline: start + TimeAmount(plan.timeout)
        )
    }

    var result: CallResult {
        CallResult(verdict: Verdict(call.observation), transcript: call.transcript, unjudged: shortage?.reason)
    }

    @discardableResult
    mutating func tell(_ event: Call.Event) -> [Call.Action] {
        let actions = call.handle(event, at: Duration(NIODeadline.now() - connector.start))
        connector.equipment.tellStage(of: call)
        return actions
    }

    /// The addresses to call; nil when the call has ended without any.
    mutating func resolve(with resolver: Resolver) async -> [SocketAddress]? {
        let plan = call.observation.plan
        connector.equipment.tellStage(of: call)
        do {
            let addresses = try await bounded { promise in
                promise.completeWith(resolver.addresses(for: plan, on: connector.loop))
            }
            noteAddresses(addresses)
            return addresses
        } catch is TimeIsUp {
            tell(.resolveFailed(ResolveFailure(waited: plan.timeout).reason))
        } catch {
            if let event = Self.event(for: error) {
                tell(event)
            } else {
                fail(error as? ResolveFailure ?? ResolveFailure(reason: "\(error)"))
            }
        }
        return nil
    }

    /// The name has no address, as far as this machine could ask.
    mutating func fail(_ failure: ResolveFailure) {
        if let shortage = failure.shortage { giveUp(shortage) } else { tell(.resolveFailed(failure.reason)) }
    }

    /// This machine cannot go on; nothing is known of the server because of that.
    private mutating func giveUp(_ shortage: Shortage) {
        self.shortage = shortage
        tell(.interrupted)
    }

    /// The addresses are known.
    mutating func noteAddresses(_ addresses: [SocketAddress]) {
        if case .name = call.observation.plan.target.host { tell(.resolved(addresses.map(\.text))) }
    }

    /// Tries the addresses in order, each with a fair share of the time left, and talks to the first that answers.
    mutating func call(_ addresses: [SocketAddress]) async {
        for (index, address) in addresses.enumerated() {
            do {
                call = try await talk(to: address, sharingWith: addresses.count - index)
                return await redial(address)
            } catch {
                if let event = Self.event(for: error) {
                    tell(event)
                    return
                }
                if let shortage = Shortage(error, at: address) { return giveUp(shortage) }
                let failure = await explain(System.failure(error), at: address)
                guard failure != .reset else { return await meetReset(at: address) }
                tell(.attemptFailed(Attempt(address: address.text, failure: failure)))
            }
        }
        tell(.unreachable)
    }

    /// Why, as far as the system tells: one more connection asks it, for a socket that is gone says no more.
    private func explain(_ failure: Attempt.Failure, at address: SocketAddress) async -> Attempt.Failure {
        guard call.observation.plan.service.transport == .tcp, failure.mayBeByFirewall else { return failure }
        let patience = min(connector.timeLeft, Self.patienceOfExplaining)
        let (source, promise) = (connector.equipment.source, connector.loop.makePromise(of: Attempt.Failure.self))
        let isAsked = connector.equipment.pool.begin {
            promise.succeed(System.explain(failure, at: address, from: source, within: patience))
        }
        if !isAsked { promise.succeed(failure) }
        return (try? await promise.futureResult.get()) ?? failure
    }

    /// A refusal comes as fast as it came before.
    private static let patienceOfExplaining = TimeAmount.seconds(1)

    /// Goes on over more connections to the same address, as long as the dialogue asks for them.
    private mutating func redial(_ address: SocketAddress) async {
        while call.wantsConnection {
            do {
                call = try await talk(to: address, sharingWith: 1)
            } catch {
                if let shortage = Shortage(error, at: address) { return giveUp(shortage) }
                tell(Self.event(for: error) ?? .unreachable)
            }
        }
    }

    /// Who is reset was connected, however soon it came: a closed port refuses (RFC 9293 section 3.10.7).
    private mutating func meetReset(at address: SocketAddress) async {
        let local = Endpoint(address.protocol == .inet6 ? "::" : "0.0.0.0")
        tell(.connected(address: address.text, local: local))
        guard tell(.closed(isReset: true)).contains(.tryTLS) else { return }
        do {
            tell(.tlsTried(try await connector.tryTLS(instead: call, at: address).get()))
        } catch {
            if let shortage = Shortage(error) { giveUp(shortage) } else { tell(.tlsTried(.nothing)) }
        }
    }

    private func talk(to address: SocketAddress, sharingWith count: Int) async throws -> Call {
        let share = TimeAmount.nanoseconds(max(1, connector.timeLeft.nanoseconds / Int64(count)))
        let patience = call.observation.plan.connectPatience.map { min(share, TimeAmount($0)) } ?? share
        return try await connector.talk(call, to: address, within: patience)
    }

    /// Waits for a promise no longer than until the deadline, and not at all once the task is cancelled.
    private func bounded<Value: Sendable>(_ begin: (EventLoopPromise<Value>) -> Void) async throws -> Value {
        let promise = connector.loop.makePromise(of: Value.self)
        let timer = connector.loop.scheduleTask(deadline: connector.deadline) { promise.fail(TimeIsUp()) }
        defer { timer.cancel() }
        begin(promise)
        return try await withTaskCancellationHandler {
            try await promise.futureResult.get()
        } onCancel: {
            promise.fail(CancellationError())
        }
    }

    private static func event(for error: any Error) -> Call.Event? {
        switch error {
        case is TimeIsUp: .timedOut
        case is CancellationError: .interrupted
        default: nil
        }
    }
}

/// The deadline of the whole call has come.
private struct TimeIsUp: Error {}

extension Attempt.Failure {
    /// A no that came from somewhere: who said it may be known.
    fileprivate var mayBeByFirewall: Bool {
        switch self {
        case .refused, .noRoute, .noFamily, .other: true
        case .forbidden, .timedOut, .reset: false
        @unknown default: false
        }
    }
}

extension Duration {
    init(_ amount: TimeAmount) { self = .nanoseconds(amount.nanoseconds) }
}

internal import NIOCore
internal import NIOPosix

/// One call from its first look-up to its end: reaches the server, then hands the `Call` to a `CallHandler`.
struct Visit {
    private var call: Call
    private let equipment: Equipment
    private let loop: any EventLoop
    private let start = NIODeadline.now()
    private let deadline: NIODeadline

    init(_ plan: Plan, _ equipment: Equipment, on loop: any EventLoop, keepsTranscript: Bool) {
        call = Call(plan)
        if keepsTranscript { call.record() }
        self.equipment = equipment
        self.loop = loop
        deadline = start + TimeAmount(plan.timeout)
    }

    var result: Caller.Result {
        Caller.Result(verdict: Verdict(call.observation), transcript: call.transcript)
    }

    @discardableResult
    mutating func note(_ event: Call.Event) -> [Call.Action] {
        call.handle(event, at: Duration(NIODeadline.now() - start))
    }

    /// The addresses to call; nil when the call has ended without any.
    mutating func resolve(with resolver: Resolver) async -> [SocketAddress]? {
        let plan = call.observation.plan
        do {
            let addresses = try await bounded(until: deadline) { promise in
                promise.completeWith(resolver.addresses(for: plan, on: loop))
            }
            if case .name = plan.target.host { note(.resolved(addresses.map(\.text))) }
            return addresses
        } catch {
            note(Self.event(for: error) ?? .resolveFailed((error as? ResolveFailure)?.reason ?? "\(error)"))
            return nil
        }
    }

    /// Tries the addresses in order, each with a fair share of the time left, and talks to the first that answers.
    mutating func call(_ addresses: [SocketAddress]) async {
        for (index, address) in addresses.enumerated() {
            do {
                call = try await talk(to: address, sharingWith: addresses.count - index)
                return await redial(address)
            } catch {
                if let event = Self.event(for: error) {
                    note(event)
                    return
                }
                let failure = System.failure(error)
                guard failure != .reset else { return await meetReset(at: address) }
                note(.attemptFailed(Attempt(address: address.text, failure: failure)))
            }
        }
        note(.unreachable)
    }

    /// Goes on over more connections to the same address, as long as the dialogue asks for them.
    private mutating func redial(_ address: SocketAddress) async {
        while call.wantsConnection {
            do {
                call = try await talk(to: address, sharingWith: 1)
            } catch {
                note(Self.event(for: error) ?? .unreachable)
            }
        }
    }

    /// Who is reset was connected, however soon it came: a closed port refuses (RFC 9293 section 3.10.7).
    private mutating func meetReset(at address: SocketAddress) async {
        note(.connected(address: address.text, local: address.protocol == .inet6 ? "::" : "0.0.0.0"))
        guard note(.closed(isReset: true)).contains(.tryTLS) else { return }
        let second = SecondCall(after: call, equipment, start: start, deadline: deadline)
        note(.tlsTried((try? await second.make(to: address, on: loop).get()) ?? .nothing))
    }

    /// - Throws: why no connection came about; once there is one, the call itself says how it went.
    private func talk(to address: SocketAddress, sharingWith count: Int) async throws -> Call {
        let left = deadline - .now()
        let finished = loop.makePromise(of: Call.self)
        let share = TimeAmount.nanoseconds(max(1, left.nanoseconds / Int64(count)))
        let patience = call.observation.plan.connectPatience.map { min(share, TimeAmount($0)) } ?? share
        let connecting = connect(to: address, within: patience, finished)
        connecting.whenFailure { finished.fail($0) }
        return try await withTaskCancellationHandler {
            try await finished.futureResult.get()
        } onCancel: {
            connecting.whenSuccess { $0.pipeline.fireUserInboundEventTriggered(CallHandler.Interruption()) }
            loop.scheduleTask(in: .milliseconds(200)) { finished.fail(CancellationError()) }
        }
    }

    private func connect(
        to address: SocketAddress,
        within patience: TimeAmount,
        _ finished: EventLoopPromise<Call>
    ) -> EventLoopFuture<any Channel> {
        let (call, equipment, start, deadline) = (call, equipment, start, deadline)
        let initialize: @Sendable (any Channel) -> EventLoopFuture<Void> = { channel in
            channel.eventLoop.makeCompletedFuture {
                let handler = CallHandler(call, equipment, start: start, deadline: deadline, finished: finished)
                try channel.pipeline.syncOperations.addHandler(handler)
            }
        }
        return switch call.observation.plan.service.transport {
        case .tcp:
            ClientBootstrap(group: loop)
                .connectTimeout(patience)
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .channelInitializer(initialize)
                .connect(to: address)
        case .udp:
            DatagramBootstrap(group: loop)
                .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 65_536))
                .channelInitializer(initialize)
                .connect(to: address)
        }
    }

    /// Waits for a promise no longer than until `deadline`, and not at all once the task is cancelled.
    private func bounded<Value: Sendable>(
        until deadline: NIODeadline,
        _ begin: (EventLoopPromise<Value>) -> Void
    ) async throws -> Value {
        let promise = loop.makePromise(of: Value.self)
        let timer = loop.scheduleTask(deadline: deadline) { promise.fail(TimeIsUp()) }
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

extension Duration {
    init(_ amount: TimeAmount) { self = .nanoseconds(amount.nanoseconds) }
}

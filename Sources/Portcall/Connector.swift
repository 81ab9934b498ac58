internal import NIOCore
internal import NIOPosix

/// Puts a call on a connection: for the first address of a call and the next ones, for the connections that a dialogue
/// asks for later, and for the one more that begins with TLS.
struct Connector: Sendable {
    /// Whoever speaks TLS answers a ClientHello within this.
    private static let patienceOfTry = TimeAmount.seconds(5)
    /// What such a connection learns must come before the time of the call is up.
    private static let margin = TimeAmount.milliseconds(100)

    let equipment: Equipment
    let loop: any EventLoop
    /// When the call began.
    let start: NIODeadline
    /// When it must be over.
    let deadline: NIODeadline

    /// Connects, and lets the call go on over that connection.
    ///
    /// - Parameters:
    ///   - call: as far as it has come.
    ///   - address: where to.
    ///   - patience: how long the connection may take.
    /// - Returns: the call when it is over, or wants another connection.
    /// - Throws: why no connection came about, or `CancellationError` where the task was cancelled meanwhile; once
    ///   there is a connection, the call itself says how it went.
    func talk(_ call: Call, to address: SocketAddress, within patience: TimeAmount) async throws -> Call {
        let finished = loop.makePromise(of: Call.self)
        let connection = NIOLoopBoundBox.makeBoxSendingValue(Connection.opening, eventLoop: loop)
        let connecting = connect(call, to: address, within: patience, finished)
        connecting.whenComplete { result in
            switch (result, connection.value) {
            case (.success(let channel), .opening): connection.value = .open(channel)
            case (.success(let channel), .open), (.success(let channel), .abandoned): channel.close(promise: nil)
            case (.failure(let error), _): finished.fail(error)
            }
        }
        return try await withTaskCancellationHandler {
            try await finished.futureResult.get()
        } onCancel: {
            // The handler has all that was learned, so it is waited for, however busy the loop is.
            loop.execute {
                if case .open(let channel) = connection.value {
                    channel.pipeline.fireUserInboundEventTriggered(CallHandler.Interruption())
                } else {
                    connection.value = .abandoned
                    finished.fail(CancellationError())
                }
            }
        }
    }

    /// Asks whether the port waits for TLS: a call of its own, which ends with the first thing the server says to that.
    ///
    /// No connection is a result too, unless this machine is to blame for that: then it fails with a `Shortage`.
    func tryTLS(instead call: Call, at address: SocketAddress) -> EventLoopFuture<TLSTry> {
        visit(Call(trying: call), at: address).map { TLSTry($0.observation) }
            .flatMapErrorThrowing { try Self.forgive($0, at: address, .nothing) }
    }

    /// Asks whether a smaller ClientHello is answered: a call of its own, which comes as far as this one and ends there.
    ///
    /// Fails as above.
    func trySmallHello(instead call: Call, at address: SocketAddress) -> EventLoopFuture<SmallHello> {
        visit(Call(withSmallHello: call), at: address).map { SmallHello($0.observation) }
            .flatMapErrorThrowing { try Self.forgive($0, at: address, .nothing) }
    }

    private static func forgive<Result>(_ error: any Error, at address: SocketAddress, _ result: Result) throws
        -> Result
    {
        if let shortage = Shortage(error, at: address) { throw shortage }
        return result
    }

    /// One more connection, for as long as whoever speaks TLS takes for its first answer.
    private func visit(_ call: Call, at address: SocketAddress) -> EventLoopFuture<Call> {
        let connector = Connector(
            equipment: equipment,
            loop: loop,
            start: start,
            deadline: min(deadline - Self.margin, .now() + Self.patienceOfTry)
        )
        let finished = loop.makePromise(of: Call.self)
        connector.connect(call, to: address, within: connector.timeLeft, finished).whenFailure { finished.fail($0) }
        return finished.futureResult
    }

    /// Until the deadline, and never nothing.
    var timeLeft: TimeAmount { max(.milliseconds(1), deadline - .now()) }

    private enum Connection {
        case opening
        case open(any Channel)
        case abandoned
    }

    private func connect(
        _ call: Call,
        to address: SocketAddress,
        within patience: TimeAmount,
        _ finished: EventLoopPromise<Call>
    ) -> EventLoopFuture<any Channel> {
        let initialize: @Sendable (any Channel) -> EventLoopFuture<Void> = { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(CallHandler(call, self, finished))
            }
        }
        switch call.observation.plan.service.transport {
        case .tcp:
            var bootstrap = ClientBootstrap(group: loop)
                .connectTimeout(patience)
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .channelInitializer(initialize)
            if let source = equipment.source { bootstrap = bootstrap.bind(to: source) }
            #if os(Linux)
                // Else every call takes a local port of its own before it is known where to, and there are few
                // (IP_BIND_ADDRESS_NO_PORT of <linux/in.h>).
                if equipment.source != nil {
                    bootstrap = bootstrap.channelOption(.ipOption(.init(rawValue: 24)), value: 1)
                }
            #endif
            return bootstrap.connect(to: address)
        case .udp:
            let bootstrap = DatagramBootstrap(group: loop)
                .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 65_536))
            guard let source = equipment.source else {
                return bootstrap.channelInitializer(initialize).connect(to: address)
            }
            return bootstrap.bind(to: source).flatMap { connect($0, to: address, initialize) }
        }
    }

    /// A datagram channel is active once it is bound, and the call must not begin before it has somebody to talk to.
    private func connect(
        _ channel: any Channel,
        to address: SocketAddress,
        _ initialize: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
    ) -> EventLoopFuture<any Channel> {
        let connecting = channel.connect(to: address).flatMap { initialize(channel) }
        connecting.whenFailure { _ in channel.close(promise: nil) }
        return connecting.map {
            channel.pipeline.fireChannelActive()
            return channel
        }
    }
}

internal import NIOCore
internal import NIOPosix

/// Puts a visit on a connection: for the first address of a call and the next ones, for the connections that a dialogue
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
    var deadline: NIODeadline

    /// Until the deadline, and never nothing.
    var timeLeft: TimeAmount { max(.milliseconds(1), deadline - .now()) }

    /// For one more connection beside the one that is up.
    var shortened: Connector {
        var connector = self
        connector.deadline = min(deadline - Self.margin, .now() + Self.patienceOfTry)
        return connector
    }

    /// Connects, and lets a handler of the visit go on from there; on the loop.
    ///
    /// - Parameters:
    ///   - visit: what is to go on.
    ///   - address: where to.
    ///   - patience: how long the connection may take.
    ///   - finished: is told when the call is over, or wants another connection; once there is a connection, the call
    ///     itself says how it went.
    /// - Returns: the connection.
    func connect(
        _ visit: Visit,
        to address: SocketAddress,
        within patience: TimeAmount,
        _ finished: EventLoopPromise<Void>
    ) -> EventLoopFuture<any Channel> {
        let bound = NIOLoopBound(visit, eventLoop: loop)
        let initialize: @Sendable (any Channel) -> EventLoopFuture<Void> = { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(CallHandler(bound.value, finished))
            }
        }
        guard !visit.isDatagram else { return connectDatagram(to: address, initialize) }
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
    }

    private func connectDatagram(
        to address: SocketAddress,
        _ initialize: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
    ) -> EventLoopFuture<any Channel> {
        let bootstrap = DatagramBootstrap(group: loop)
            .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 65_536))
        guard let source = equipment.source else {
            return bootstrap.channelInitializer(initialize).connect(to: address)
        }
        // Such a channel is active once it is bound, and the call must not begin before it has somebody to talk to.
        return bootstrap.bind(to: source).flatMap { channel in
            let connecting = channel.connect(to: address).flatMap { initialize(channel) }
            connecting.whenFailure { _ in channel.close(promise: nil) }
            return connecting.map {
                channel.pipeline.fireChannelActive()
                return channel
            }
        }
    }
}

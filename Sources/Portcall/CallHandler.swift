internal import NIOCore
internal import NIOPosix
internal import PortcallTLS

/// Joins the call of one `Visit`, a `TLSEngine` and a channel; the only `ChannelHandler` of the caller.
final class CallHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// The operator wants no more of it.
    struct Interruption: Sendable {}

    private let visit: Visit
    private let finished: EventLoopPromise<Void>
    private var engine: TLSEngine?
    private var isSecured = false
    private var isResumable = false
    private var isAskedToRenegotiate = false
    private var wasReset = false
    /// The call is over, or goes on over another connection.
    private var isDone = false
    private var deadlineTimer: Scheduled<Void>?
    private var wakeTimer: Scheduled<Void>?

    init(_ visit: Visit, _ finished: EventLoopPromise<Void>) {
        self.visit = visit
        self.finished = finished
    }

    private var plan: Plan { visit.call.observation.plan }
    private var connector: Connector { visit.connector }

    func channelActive(context: ChannelHandlerContext) {
        // Interrupted before it was connected: whoever did closes the channel.
        guard !visit.call.isOver else { return }
        deadlineTimer = schedule(at: connector.deadline, .timedOut, context)
        let address = context.remoteAddress?.text ?? "unknown"
        let local = context.localAddress?.ipAddress ?? "127.0.0.1"
        let end = Endpoint(String(local.prefix { $0 != "%" }), context.localAddress?.port ?? Endpoint.unknownPort)
        handle(.connected(address: address, local: end), context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = Array(received(data).readableBytesView)
        guard isSecured, let engine else { return handle(.received(bytes), context) }
        engine.receive(bytes)
        drain(engine, context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        handle(.closed(isReset: wasReset), context)
    }

    /// A datagram comes along with its sender, who is whom we called: the socket is connected.
    private func received(_ data: NIOAny) -> ByteBuffer {
        guard visit.isDatagram else { return Self.unwrapInboundIn(data) }
        return DatagramReader.unwrapInboundIn(data).data
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !visit.isDatagram, Shortage(error) == nil else { return giveUp(error, context) }
        wasReset = System.failure(error) == .reset
        context.close(promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is Interruption else { return context.fireUserInboundEventTriggered(event) }
        handle(.interrupted, context)
    }

    /// No connection came about, and whoever called has other addresses to try; or this machine cannot go on.
    private func giveUp(_ error: any Error, _ context: ChannelHandlerContext) {
        isDone = true
        stopTimers()
        context.close(promise: nil)
        finished.fail(error)
    }

    private func handle(_ event: Call.Event, _ context: ChannelHandlerContext) {
        guard !isDone else { return }
        for action in visit.tell(event) { perform(action, context) }
    }

    private func perform(_ action: Call.Action, _ context: ChannelHandlerContext) {
        switch action {
        case .send(let bytes):
            guard let engine else { return write(bytes, context) }
            engine.write(bytes)
            write(engine.takeCiphertext(), context)
        case .startTLS:
            let plan = plan
            let engine = TLSEngine(
                connector.equipment.context,
                name: plan.serverName,
                alpn: plan.service.kind.alpn,
                kind: plan.keyKind,
                hello: visit.call.hello
            )
            self.engine = engine
            continueHandshake(engine, context)
        case .handshake(let bytes):
            guard let engine else { return }
            engine.receive(bytes)
            continueHandshake(engine, context)
        case .tryTLS: tryTLS(context)
        case .trySmallHello: trySmallHello(context)
        case .wake(let after):
            wakeTimer?.cancel()
            wakeTimer = schedule(at: .now() + TimeAmount(after), .woke, context)
        case .reconnect, .close: close(context)
        }
    }

    private func continueHandshake(_ engine: TLSEngine, _ context: ChannelHandlerContext) {
        let progress = engine.handshake()
        write(engine.takeCiphertext(), context)
        switch progress {
        case .waiting: return
        case .failed(let failure): handle(.handshakeFailed(failure), context)
        case .secured:
            isSecured = true
            let plan = plan
            let facts = connector.equipment.facts(of: engine, plan)
            isResumable = facts.isResumable
            handle(.secured(facts), context)
            drain(engine, context)
        }
    }

    private func drain(_ engine: TLSEngine, _ context: ChannelHandlerContext) {
        while !isDone {
            let reading = engine.read()
            write(engine.takeCiphertext(), context)
            if !isResumable, engine.isResumable {
                isResumable = true
                handle(.resumable, context)
            }
            if !isAskedToRenegotiate, engine.asksToRenegotiate {
                isAskedToRenegotiate = true
                handle(.renegotiationAsked, context)
            }
            switch reading {
            case .nothing: return
            case .plaintext(let bytes): handle(.received(bytes), context)
            case .closed: handle(.closed(isReset: false), context)
            case .failed(let failure): handle(.handshakeFailed(failure), context)
            }
        }
    }

    private func tryTLS(_ context: ChannelHandlerContext) {
        guard let address = context.remoteAddress else { return handle(.tlsTried(.nothing), context) }
        visit.tryTLS(at: address) { self.take($0.map(Call.Event.tlsTried), context) }
    }

    private func trySmallHello(_ context: ChannelHandlerContext) {
        guard let address = context.remoteAddress else { return handle(.smallHelloTried(.nothing), context) }
        visit.trySmallHello(at: address) { self.take($0.map(Call.Event.smallHelloTried), context) }
    }

    /// What one more connection has shown.
    private func take(_ result: Result<Call.Event, Shortage>, _ context: ChannelHandlerContext) {
        switch result {
        case .success(let event): handle(event, context)
        case .failure(let error): if !isDone { giveUp(error, context) }
        }
    }

    private func schedule(
        at moment: NIODeadline,
        _ event: Call.Event,
        _ context: ChannelHandlerContext
    ) -> Scheduled<Void> {
        context.eventLoop.assumeIsolated().scheduleTask(deadline: moment) { self.handle(event, context) }
    }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        guard !bytes.isEmpty, context.channel.isActive else { return }
        context.writeAndFlush(Self.wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
        if !visit.isDatagram { System.acknowledgeAtOnce(context.channel) }
    }

    private func close(_ context: ChannelHandlerContext) {
        isDone = true
        stopTimers()
        if let engine, isSecured {
            engine.sendClose()
            write(engine.takeCiphertext(), context)
        }
        engine = nil
        // The next connection, where there is one, begins after this one.
        context.close(promise: nil)
        finished.succeed(())
    }

    private func stopTimers() {
        deadlineTimer?.cancel()
        wakeTimer?.cancel()
    }
}

/// What a datagram channel hands on; the type alone is needed, to unwrap it.
private final class DatagramReader: ChannelInboundHandler {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>
}

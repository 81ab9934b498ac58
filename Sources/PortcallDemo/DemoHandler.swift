internal import NIOCore
internal import PortcallCore
internal import PortcallTLS
internal import PortcallWorkshop

/// Plays one connection of a `DemoServer`.
final class DemoHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum Security {
        case clear
        case handshaking(TLSEngine)
        case secured(TLSEngine)
    }

    private var entries: ArraySlice<Transcript.Entry>
    private let context: TLSContext?
    private var security = Security.clear
    /// What the client said and the transcript has not had it say yet.
    private var heard: [UInt8] = []

    init(_ entries: [Transcript.Entry], _ context: TLSContext?) {
        self.entries = entries[...]
        self.context = context
    }

    func channelActive(context: ChannelHandlerContext) {
        play(context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = Array(Self.unwrapInboundIn(data).readableBytesView)
        switch security {
        case .clear: heard += bytes
        case .handshaking(let engine):
            engine.receive(bytes)
            shakeHands(engine, context)
        case .secured(let engine):
            engine.receive(bytes)
            decrypt(engine)
        }
        play(context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// Goes on until the client has to say something first.
    private func play(_ context: ChannelHandlerContext) {
        while let entry = entries.first, perform(entry, context) { entries.removeFirst() }
    }

    /// Does what the entry says; false where it has to wait for more from the client.
    private func perform(_ entry: Transcript.Entry, _ context: ChannelHandlerContext) -> Bool {
        switch entry {
        case .server(let bytes):
            send(bytes, context)
            return true
        case .client(let bytes): return hear(bytes)
        case .wait: return true
        case .event(let event): return perform(event, context)
        }
    }

    private func perform(_ event: Call.Event, _ context: ChannelHandlerContext) -> Bool {
        switch event {
        case .secured, .tlsBegan: return secure(context)
        case .handshakeFailed(let failure):
            guard !heard.isEmpty else { return false }
            breakOff(failure, context)
            return true
        case .closed(let isReset):
            if isReset { reset(context) }
            context.close(promise: nil)
            return true
        case .timedOut: return false
        case .resolved, .resolveFailed, .attemptFailed, .unreachable, .connected, .received, .resumable, .tlsTried,
            .renegotiationAsked, .smallHelloTried, .woke, .interrupted:
            return true
        }
    }

    /// Of text the number of lines counts, of anything else the number of bytes.
    private func hear(_ expected: [UInt8]) -> Bool {
        let end = expected.last == 0x0A ? heard.endOfLine(expected.count { $0 == 0x0A }) : expected.count
        guard let end, end <= heard.count else { return false }
        heard.removeFirst(end)
        return true
    }

    private func send(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        guard case .secured(let engine) = security else { return write(bytes, context) }
        engine.write(bytes)
        write(engine.takeCiphertext(), context)
    }

    /// True once TLS is up.
    private func secure(_ channel: ChannelHandlerContext) -> Bool {
        guard case .clear = security, let context else {
            if case .secured = security { return true }
            return false
        }
        let engine = TLSEngine(serving: context)
        security = .handshaking(engine)
        engine.receive(heard)
        heard = []
        shakeHands(engine, channel)
        if case .secured = security { return true }
        return false
    }

    private func shakeHands(_ engine: TLSEngine, _ context: ChannelHandlerContext) {
        let progress = engine.handshake()
        write(engine.takeCiphertext(), context)
        switch progress {
        case .waiting: return
        case .failed: context.close(promise: nil)
        case .secured:
            security = .secured(engine)
            decrypt(engine)
        }
    }

    private func decrypt(_ engine: TLSEngine) {
        while case .plaintext(let bytes) = engine.read() { heard += bytes }
    }

    /// Answers a ClientHello with what broke the handshake of the transcript.
    private func breakOff(_ failure: HandshakeFailure, _ context: ChannelHandlerContext) {
        switch failure.cause {
        case .alertReceived(let alert): write([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, alert.code], context)
        case .notTLS(let bytes): write(bytes, context)
        case .rejected, .unreadableCertificate, .tooLong: break
        }
        context.close(promise: nil)
    }

    /// Has the system send RST instead of FIN.
    private func reset(_ context: ChannelHandlerContext) {
        // The two numbers of `struct linger`: lingering is on, and for no time at all.
        let linger: (CInt, CInt) = (1, 0)
        let socket = context.channel as? any SocketOptionProvider
        _ = socket?.unsafeSetSocketOption(level: .socket, name: .so_linger, value: linger)
    }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        guard !bytes.isEmpty else { return }
        context.writeAndFlush(Self.wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }
}

extension [UInt8] {
    /// How many bytes there are up to the end of that line; nil until it has come.
    fileprivate func endOfLine(_ number: Int) -> Int? {
        let ends = indices.filter { self[$0] == 0x0A }
        guard number > 0 else { return 0 }
        return ends.count < number ? nil : ends[number - 1] + 1
    }
}

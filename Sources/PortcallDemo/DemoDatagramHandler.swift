internal import NIOCore
internal import PortcallCore

/// Answers each datagram with what the transcript has between it and the next one.
final class DemoDatagramHandler: ChannelInboundHandler {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>
    typealias OutboundOut = AddressedEnvelope<ByteBuffer>

    private var entries: ArraySlice<Transcript.Entry>

    init(_ entries: [Transcript.Entry]) {
        self.entries = entries[...]
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let client = Self.unwrapInboundIn(data).remoteAddress
        entries = entries.drop { $0.asClient == nil }.dropFirst()
        while let answer = entries.first, answer.asClient == nil {
            entries.removeFirst()
            guard case .server(let bytes) = answer else { continue }
            let envelope = AddressedEnvelope(remoteAddress: client, data: ByteBuffer(bytes: bytes))
            context.writeAndFlush(Self.wrapOutboundOut(envelope), promise: nil)
        }
    }
}

extension Transcript.Entry {
    fileprivate var asClient: [UInt8]? { if case .client(let bytes) = self { bytes } else { nil } }
}

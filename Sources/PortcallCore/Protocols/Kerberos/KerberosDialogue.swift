/// Kerberos (RFC 4120), over TCP or UDP: one request that no account can have made, and the error that it earns.
package struct KerberosDialogue: Dialogue {
    private enum Phase {
        case asking
        case awaitingAnswer
    }

    package private(set) var facts = Facts()
    package let awaits = "the answer to the request for a ticket"
    private let transport: Transport
    private var phase = Phase.asking
    private var awaited = KerberosFrame.firstBytes

    package init(_ plan: Plan) {
        transport = plan.service.transport
    }

    package var framing: Framing { .bytes(awaited) }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        switch phase {
        case .asking:
            phase = .awaitingAnswer
            return .send(
                transport == .udp ? KerberosRequest.anonymous : KerberosFrame.around(KerberosRequest.anonymous)
            )
        case .awaitingAnswer: return try hear(&input)
        }
    }

    private mutating func hear(_ input: inout ByteQueue) throws(Malformed) -> Step {
        switch transport {
        case .udp:
            guard let datagram = input.take(input.count), !datagram.isEmpty else { return .listen }
            return try read(datagram)
        case .tcp:
            awaited = try KerberosFrame.size(of: input.unread)
            var ahead = input
            guard let frame = ahead.take(awaited) else { return .listen }
            input = ahead
            return try read(frame.dropFirst(KerberosFrame.lengthSize))
        }
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>) throws(Malformed) -> Step {
        switch try KerberosMessage(bytes) {
        case .request: facts.impostor = "something that sends back what it is sent"
        case .other(let type):
            facts.isConfirmed = true
            facts.answer = "message type \(type)"
        case .error(let error):
            facts.isConfirmed = true
            let heard = KerberosFacts(error)
            facts.answer = heard.words
            facts.service = heard
        }
        return .part([])
    }
}

/// How a message stands in a stream: behind its length in four bytes (RFC 4120 section 7.2.2).
private enum KerberosFrame {
    static let lengthSize = 4
    /// The length, and the tag of the message.
    static let firstBytes = 5

    static func around(_ message: [UInt8]) -> [UInt8] {
        [0, 0] + UInt16(truncatingIfNeeded: message.count).octets + message
    }

    /// How many bytes the frame has that `bytes` begin with; `firstBytes` until it shows.
    ///
    /// The highest bit of the length is reserved, and every message begins with an APPLICATION tag.
    static func size(of bytes: ArraySlice<UInt8>) throws(Malformed) -> Int {
        let head = Array(bytes.prefix(firstBytes))
        guard head.count == firstBytes else { return firstBytes }
        let length = head.prefix(lengthSize).reduce(0) { $0 << 8 | Int($1) }
        guard length > 1, length < 0x8000_0000, head[lengthSize] & 0xE0 == 0x60 else {
            throw .unexpected(BERElement.quoteAnything(bytes))
        }
        guard length <= KerberosMessage.limit else {
            throw .tooLong("a message of \(length) bytes", quoting: BERElement.quote(bytes))
        }
        return lengthSize + length
    }
}

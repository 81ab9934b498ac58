/// Kerberos (RFC 4120), over TCP or UDP: one request that no account can have made, and the error that it earns.
package struct KerberosDialogue: Dialogue {
    private enum Phase {
        case asking
        case awaitingAnswer
    }

    package private(set) var facts = Facts()
    package let awaits = "the answer to the request for a ticket"
    private let transport: Transport
    private let number: UInt16
    private var phase = Phase.asking
    private var awaited = KerberosFrame.lengthSize

    package init(_ plan: Plan) {
        transport = plan.service.transport
        number = plan.number
    }

    package var framing: Framing { .bytes(awaited) }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        switch phase {
        case .asking:
            phase = .awaitingAnswer
            let request = KerberosRequest.anonymous(number)
            return .send(transport == .udp ? request : KerberosFrame.around(request))
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
        case .request: facts.impostor = Recognition.echo
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
enum KerberosFrame {
    static let lengthSize = 4
    /// The most bytes of one.
    static let limit = lengthSize + KerberosMessage.limit
    /// The length, the tag of the message, and what tells it from other protocols.
    private static let headSize = 8

    static func around(_ message: [UInt8]) -> [UInt8] {
        [0, 0] + UInt16(truncatingIfNeeded: message.count).octets + message
    }

    /// How many bytes must have come before more can be told of the frame that `bytes` begin with; in the end all of it.
    ///
    /// The highest bit of the length is reserved, and every message begins with an APPLICATION tag, which a letter may
    /// look like.
    static func size(of bytes: ArraySlice<UInt8>) throws(Malformed) -> Int {
        let head = Array(bytes.prefix(headSize))
        guard head.count >= lengthSize else { return lengthSize }
        let length = head.prefix(lengthSize).reduce(0) { $0 << 8 | Int($1) }
        guard length >= headSize - lengthSize else { throw .unexpected(BERElement.quote(bytes)) }
        guard head.count == headSize else { return headSize }
        guard length < 0x8000_0000, head[lengthSize] & 0xE0 == 0x60, !head.isText else {
            throw .unexpected(BERElement.quoteAnything(bytes))
        }
        guard length <= KerberosMessage.limit else {
            throw .tooLong("a message of \(length) bytes", quoting: BERElement.quote(bytes))
        }
        return lengthSize + length
    }
}

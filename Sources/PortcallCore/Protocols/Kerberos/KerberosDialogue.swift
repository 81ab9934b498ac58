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
    private var awaited = LengthPrefix.kerberos.size

    package init(_ plan: Plan, _ line: Line) {
        transport = plan.service.transport
        number = line.shortNumber
    }

    package var framing: Framing { .bytes(awaited) }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        switch phase {
        case .asking:
            phase = .awaitingAnswer
            let request = KerberosRequest.anonymous(number)
            return .send(transport == .udp ? request : LengthPrefix.kerberos.around(request))
        case .awaitingAnswer: return try hear(&input)
        }
    }

    private mutating func hear(_ input: inout ByteQueue) throws(Malformed) -> Step {
        switch transport {
        case .udp:
            guard let datagram = input.take(input.count), !datagram.isEmpty else { return .listen }
            return try read(datagram)
        case .tcp:
            let frame = try LengthPrefix.kerberos.take(from: &input, &awaited, isOwn: \.beginsKerberos)
            guard let frame else { return .listen }
            return try read(frame)
        }
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>) throws(Malformed) -> Step {
        switch try KerberosMessage(bytes) {
        case .request: facts.trouble = .impostor(Recognition.echo, words: nil)
        case .other(let type):
            facts.isConfirmed = true
            facts.answered(KerberosWords.name(ofMessage: type))
        case .error(let error):
            facts.isConfirmed = true
            let heard = KerberosFacts(error)
            facts.answered(heard.words)
            facts.service = heard
        }
        return .part([])
    }
}

extension LengthPrefix {
    /// RFC 4120 section 7.2.2; the tag of the message tells it from other protocols.
    static let kerberos = LengthPrefix(size: 4, lengths: 4...KerberosMessage.limit, headSize: 4)
}

extension ArraySlice<UInt8> {
    /// The highest bit of the length is reserved, and every message begins with an APPLICATION tag, which a letter may
    /// look like.
    fileprivate var beginsKerberos: Bool {
        let head = Array(self)
        return head[0] < 0x80 && head[4] & 0xE0 == 0x60 && !head.isText
    }
}

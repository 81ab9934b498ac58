/// A name server (RFC 1035), over TCP or UDP: one question, one answer.
///
/// Who asks nothing in particular asks for the servers of the root, without recursion, which troubles nobody.
package struct DNSDialogue: Dialogue {
    private enum Phase {
        case asking
        case awaitingAnswer
    }

    package private(set) var facts = Facts()
    private let transport: Transport
    private let id: UInt16
    private let question: DNSQuestion
    private let asksOfOthers: Bool
    private var phase = Phase.asking
    private var awaited = DNSFrame.lengthSize

    package init(_ plan: Plan) {
        let asked = plan.question.flatMap { try? DNSQuestion($0) }
        transport = plan.service.transport
        id = plan.number
        question = asked ?? .rootServers
        asksOfOthers = asked != nil
    }

    package var awaits: String { "the answer to \(question)" }

    package var framing: Framing { .bytes(awaited) }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        switch phase {
        case .asking:
            phase = .awaitingAnswer
            return .send(request)
        case .awaitingAnswer: return try hear(&input)
        }
    }

    package func isOwn(_ head: [UInt8]) -> Bool {
        transport == .tcp && id.octets.starts(with: head.dropFirst(DNSFrame.lengthSize).prefix(2))
    }

    private var request: [UInt8] {
        let message = DNSMessage.asking(question, id: id, recursively: asksOfOthers)
        return transport == .udp ? message : DNSFrame.around(message)
    }

    private mutating func hear(_ input: inout ByteQueue) throws(Malformed) -> Step {
        switch transport {
        case .udp:
            // Whoever does not know our id may not even be the server.
            guard let datagram = input.take(input.count), datagram.starts(with: id.octets) else { return .listen }
            return try read(Array(datagram))
        case .tcp:
            awaited = try DNSFrame.size(of: input.unread, id: id)
            var ahead = input
            guard let frame = ahead.take(awaited) else { return .listen }
            input = ahead
            return try read(Array(frame.dropFirst(DNSFrame.lengthSize)))
        }
    }

    private mutating func read(_ bytes: [UInt8]) throws(Malformed) -> Step {
        let message = try DNSMessage(bytes)
        guard message.isResponse else {
            facts.impostor = Recognition.echo
            return .part([])
        }
        facts.isConfirmed = true
        // A server that could not read the question may leave it out.
        if let other = message.questions.first(where: { $0 != question }) {
            throw .unexpected("an answer to \(other)")
        }
        let heard = DNSFacts(question: question, message: message)
        facts.answer = heard.words
        facts.service = heard
        return .part([])
    }
}

/// How a message stands in a stream: behind its length (RFC 1035 section 4.2.2).
enum DNSFrame {
    static let lengthSize = 2
    /// The most bytes of one.
    static let limit = lengthSize + 0xFFFF
    /// The length, the id by which an answer shows that it is one, and what tells it from other protocols.
    private static let headSize = 8

    static func around(_ message: [UInt8]) -> [UInt8] {
        UInt16(truncatingIfNeeded: message.count).octets + message
    }

    /// How many bytes must have come before more can be told of the frame that `bytes` begin with; in the end all of it.
    static func size(of bytes: ArraySlice<UInt8>, id: UInt16) throws(Malformed) -> Int {
        let head = Array(bytes.prefix(headSize))
        guard head.count >= lengthSize else { return lengthSize }
        let length = Int(head[0]) << 8 | Int(head[1])
        guard length >= DNSMessage.headerSize else { throw .unexpected(BERElement.quote(bytes)) }
        guard head.count == headSize else { return headSize }
        guard head[2...3].elementsEqual(id.octets) else { throw .unexpected(BERElement.quoteAnything(bytes)) }
        return lengthSize + length
    }
}

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
    private var awaited = LengthPrefix.dns.size

    package init(_ plan: Plan, _ line: Line) {
        let asked = plan.wishes[Setting.question.word].flatMap { try? DNSQuestion($0) }
        transport = plan.service.transport
        id = line.shortNumber
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
        transport == .tcp && id.octets.starts(with: head.dropFirst(LengthPrefix.dns.size).prefix(2))
    }

    private var request: [UInt8] {
        let message = DNSMessage.asking(question, id: id, recursively: asksOfOthers)
        return transport == .udp ? message : LengthPrefix.dns.around(message)
    }

    private mutating func hear(_ input: inout ByteQueue) throws(Malformed) -> Step {
        switch transport {
        case .udp:
            // Whoever does not know our id may not even be the server.
            guard let datagram = input.take(input.count), datagram.starts(with: id.octets) else { return .listen }
            return try read(Array(datagram))
        case .tcp:
            let own = id.octets
            let frame = try LengthPrefix.dns.take(from: &input, &awaited) { head in
                head.dropFirst(2).prefix(2).elementsEqual(own)
            }
            guard let frame else { return .listen }
            return try read(Array(frame))
        }
    }

    private mutating func read(_ bytes: [UInt8]) throws(Malformed) -> Step {
        let message = try DNSMessage(bytes)
        guard message.isResponse else {
            facts.trouble = .impostor(Recognition.echo, words: nil)
            return .part([])
        }
        facts.isConfirmed = true
        // A server that could not read the question may leave it out.
        if let other = message.questions.first(where: { $0 != question }) {
            throw .unexpected("an answer to \(other)")
        }
        let heard = DNSFacts(question: question, message: message)
        facts.answered(heard.words)
        facts.service = heard
        return .part([])
    }
}

extension LengthPrefix {
    /// RFC 1035 section 4.2.2; the id tells an answer from other protocols.
    static let dns = LengthPrefix(size: 2, lengths: DNSMessage.headerSize...0xFFFF, headSize: 6)
}

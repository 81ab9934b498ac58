/// NNTP (RFC 3977), with STARTTLS (RFC 4642): greeting, CAPABILITIES or LIST EXTENSIONS, STARTTLS, the list, QUIT.
package struct NNTPDialogue: Dialogue {
    private enum Awaiting: String {
        case greeting = "the greeting"
        case capabilities = "the answer to CAPABILITIES"
        case extensions = "the answer to LIST EXTENSIONS"
        case goAhead = "the answer to STARTTLS"
        case tls = "TLS"
        case goodbye = "the answer to QUIT"
    }

    package private(set) var facts = Facts()
    private let security: Security
    private var isSecured: Bool
    private var awaiting = Awaiting.greeting

    package init(_ plan: Plan) {
        security = plan.service.security
        isSecured = security == .implicit
    }

    package var awaits: String {
        isSecured && awaiting != .greeting ? "\(awaiting.rawValue) inside TLS" : awaiting.rawValue
    }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        if awaiting == .tls { return secured() }
        guard let reply = try NNTPReply(reading: &input, multiLine: multiLineCodes) else { return .listen }
        // RFC 3977 section 3.2.1: the server ends the connection, whatever it was asked.
        guard reply.code != 400 || awaiting == .greeting || awaiting == .goodbye else { return refused(reply) }
        switch awaiting {
        case .greeting: return try greet(reply)
        case .capabilities:
            // Servers older than RFC 3977 have another command for it, or none.
            return reply.code == 101 ? list(NNTPCapabilities(reply)) : say("LIST EXTENSIONS", then: .extensions)
        case .extensions: return list(NNTPCapabilities(reply))
        case .goAhead: return upgrade(reply)
        case .goodbye, .tls: return .listen
        }
    }

    private var multiLineCodes: Set<Int> {
        switch awaiting {
        case .capabilities: [101]
        case .extensions: [202, 215]
        case .greeting, .goAhead, .tls, .goodbye: []
        }
    }

    private mutating func greet(_ reply: NNTPReply) throws(Malformed) -> Step {
        guard reply.code == 200 || reply.code == 201 || reply.code >= 400 else { throw .unexpected(reply.text) }
        facts.isConfirmed = true
        facts.greeting = reply.text
        facts.product = NNTPWords.product(in: reply.text)
        return reply.isPositive ? say("CAPABILITIES", then: .capabilities) : refused(reply)
    }

    private mutating func secured() -> Step {
        isSecured = true
        return say("CAPABILITIES", then: .capabilities)
    }

    /// A server that lists nothing is asked for STARTTLS once all the same.
    private mutating func list(_ capabilities: NNTPCapabilities) -> Step {
        guard !isSecured else {
            facts.noteInsideTLS(capabilities, security)
            return part()
        }
        facts.note(capabilities)
        guard security == .upgrade else { return part() }
        return facts.offersTLS == false ? part() : say("STARTTLS", then: .goAhead)
    }

    private mutating func upgrade(_ reply: NNTPReply) -> Step {
        guard facts.noteUpgrade(reply.code == 382, reply.text) else { return part() }
        awaiting = .tls
        return .startTLS
    }

    private mutating func refused(_ reply: NNTPReply) -> Step {
        facts.refusal = reply.text
        facts.refusalMeaning = NNTPWords.meaning(ofRefusal: reply.text)
        return part()
    }

    private mutating func part() -> Step {
        awaiting = .goodbye
        return .part(Array("QUIT\r\n".utf8))
    }

    private mutating func say(_ line: String, then next: Awaiting) -> Step {
        awaiting = next
        return .say(line)
    }
}

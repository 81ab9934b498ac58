/// POP3 (RFC 1939), with CAPA (RFC 2449) and STLS (RFC 2595): greeting, CAPA, STLS, CAPA, QUIT.
package struct POP3Dialogue: Dialogue {
    private enum Awaiting: String {
        case greeting = "the greeting"
        case capabilities = "the answer to CAPA"
        case goAhead = "the answer to STLS"
        case tls = "TLS"
        case capabilitiesInsideTLS = "the answer to CAPA inside TLS"
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

    package var awaits: String { awaiting.rawValue }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        if awaiting == .tls { return secured() }
        let hasBody = awaiting == .capabilities || awaiting == .capabilitiesInsideTLS
        guard let reply = try POP3Reply(reading: &input, hasBody: hasBody) else { return .listen }
        guard !hasBody || !reply.saysThatSystemFails else { return refused(reply) }
        switch awaiting {
        case .greeting: return greet(reply)
        case .capabilities: return list(POP3Capabilities(reply))
        case .capabilitiesInsideTLS: return listInsideTLS(POP3Capabilities(reply))
        case .goAhead: return upgrade(reply)
        case .goodbye, .tls: return .listen
        }
    }

    private mutating func greet(_ reply: POP3Reply) -> Step {
        facts.isConfirmed = true
        facts.greeting = reply.text
        facts.product = POP3Words.product(in: reply.text)
        guard reply.isPositive else { return refused(reply) }
        return say("CAPA", then: isSecured ? .capabilitiesInsideTLS : .capabilities)
    }

    private mutating func refused(_ reply: POP3Reply) -> Step {
        facts.refusal = reply.text
        facts.refusalMeaning = POP3Words.meaning(ofRefusal: reply.text)
        return part()
    }

    private mutating func secured() -> Step {
        isSecured = true
        return say("CAPA", then: .capabilitiesInsideTLS)
    }

    /// A server without CAPA lists nothing, so STLS is tried once all the same.
    private mutating func list(_ capabilities: POP3Capabilities) -> Step {
        facts.note(capabilities)
        guard security == .upgrade else { return part() }
        return facts.offersTLS == false ? part() : say("STLS", then: .goAhead)
    }

    private mutating func listInsideTLS(_ capabilities: POP3Capabilities) -> Step {
        facts.noteInsideTLS(capabilities, security)
        return part()
    }

    private mutating func upgrade(_ reply: POP3Reply) -> Step {
        guard facts.noteUpgrade(reply.isPositive, reply.text) else { return part() }
        awaiting = .tls
        return .startTLS
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

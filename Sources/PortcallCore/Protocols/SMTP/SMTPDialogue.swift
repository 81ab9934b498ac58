/// SMTP and submission (RFC 5321), with STARTTLS (RFC 3207): greeting, EHLO, STARTTLS, EHLO, QUIT.
package struct SMTPDialogue: Dialogue {
    private enum Awaiting: String {
        case greeting = "the greeting"
        case ehlo = "the answer to EHLO"
        case helo = "the answer to HELO"
        case goAhead = "the answer to STARTTLS"
        case tls = "TLS"
        case ehloInsideTLS = "the answer to EHLO inside TLS"
        case heloInsideTLS = "the answer to HELO inside TLS"
        case goodbye = "the answer to QUIT"
    }

    package private(set) var facts = Facts()
    private let security: Security
    private let name: String
    private var isSecured: Bool
    private var ehloRefusal: SMTPReply?
    private var awaiting = Awaiting.greeting

    package init(_ plan: Plan) {
        security = plan.service.security
        name = plan.clientName ?? "[127.0.0.1]"
        isSecured = security == .implicit
    }

    package var awaits: String { awaiting.rawValue }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        if awaiting == .tls { return secured() }
        guard let reply = try SMTPReply(reading: &input) else { return .listen }
        switch awaiting {
        case .greeting: return try greet(reply)
        case .ehlo, .ehloInsideTLS: return list(reply)
        case .helo, .heloInsideTLS: return settleForHELO(reply)
        case .goAhead: return upgrade(reply)
        case .goodbye, .tls: return .listen
        }
    }

    private mutating func greet(_ reply: SMTPReply) throws(Malformed) -> Step {
        guard reply.code == 220 || reply.code >= 400 else { throw .unexpected(reply.quote) }
        facts.isConfirmed = true
        facts.greeting = reply.text
        facts.product = SMTPProduct.told(by: reply.text, capabilities: [])
        if SMTPMask.covers(greeting: reply) { facts.mask = reply.quote }
        guard reply.code == 220 else { return refused(reply) }
        return hello()
    }

    private mutating func hello() -> Step {
        say("EHLO \(name)", then: isSecured ? .ehloInsideTLS : .ehlo)
    }

    private mutating func secured() -> Step {
        isSecured = true
        return hello()
    }

    private mutating func list(_ reply: SMTPReply) -> Step {
        guard reply.isPositive else {
            guard !reply.isTransient else { return refused(reply) }
            ehloRefusal = reply
            return say("HELO \(name)", then: isSecured ? .heloInsideTLS : .helo)
        }
        note(SMTPCapabilities(reply))
        guard !isSecured, security == .upgrade, facts.offersTLS == true else { return part() }
        return say("STARTTLS", then: .goAhead)
    }

    private mutating func note(_ capabilities: SMTPCapabilities) {
        if isSecured {
            facts.noteInsideTLS(capabilities, security)
        } else {
            facts.note(capabilities)
            if let masked = capabilities.masked { facts.mask = facts.mask ?? masked }
        }
        facts.service = SMTPFacts(before: facts.capabilities ?? [], after: facts.capabilitiesAfterTLS ?? [])
        let all = (facts.capabilities ?? []) + (facts.capabilitiesAfterTLS ?? [])
        facts.product = SMTPProduct.told(by: facts.greeting ?? "", capabilities: all) ?? facts.product
    }

    /// A server that takes HELO alone lists nothing, so STARTTLS is tried once all the same.
    private mutating func settleForHELO(_ reply: SMTPReply) -> Step {
        let ehloRefusal = ehloRefusal ?? reply
        guard reply.isPositive else {
            if SMTPMask.covers(ehloRefusal) || SMTPMask.covers(reply) { facts.mask = facts.mask ?? ehloRefusal.quote }
            if !isSecured, reply.code >= 500, SMTPMask.isFTP(ehloRefusal, reply) {
                facts.isConfirmed = false
                facts.impostor = "an FTP server"
            }
            return refused(ehloRefusal)
        }
        if SMTPMask.covers(ehloRefusal) { facts.mask = facts.mask ?? ehloRefusal.quote }
        guard !isSecured else {
            facts.capabilitiesAfterTLS = []
            facts.mechanismsAfterTLS = []
            return part()
        }
        facts.capabilities = []
        facts.mechanisms = []
        return security == .upgrade ? say("STARTTLS", then: .goAhead) : part()
    }

    private mutating func upgrade(_ reply: SMTPReply) -> Step {
        guard facts.noteUpgrade(reply.code == 220, reply.quote) else {
            if SMTPMask.covers(reply) { facts.mask = facts.mask ?? reply.quote }
            facts.refusalMeaning = facts.upgradeRefusal.flatMap { SMTPWords.meaning(ofRefusal: $0) }
            return part()
        }
        awaiting = .tls
        return .startTLS
    }

    private mutating func refused(_ reply: SMTPReply) -> Step {
        facts.refusal = reply.quote
        facts.refusalMeaning = SMTPWords.meaning(ofRefusal: reply.quote)
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

/// IMAP (RFC 9051): greeting, CAPABILITY, STARTTLS, CAPABILITY, ID where it is offered, LOGOUT.
package struct IMAPDialogue: Dialogue {
    private enum Awaiting: String {
        case greeting = "the greeting"
        case capabilities = "the answer to CAPABILITY"
        case goAhead = "the answer to STARTTLS"
        case tls = "TLS"
        case capabilitiesInsideTLS = "the answer to CAPABILITY inside TLS"
        case identity = "the answer to ID"
        case goodbye = "the answer to LOGOUT"
    }

    package private(set) var facts = Facts()
    private let security: Security
    private var isSecured: Bool
    private var isPreauthenticated = false
    private var awaiting = Awaiting.greeting
    private var commands = 0

    package init(_ plan: Plan) {
        security = plan.service.security
        isSecured = security == .implicit
    }

    package var awaits: String { awaiting.rawValue }

    private var tag: String { "a\(commands)" }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        switch awaiting {
        case .tls: return secured()
        case .greeting:
            guard let reply = try IMAPReply(greeting: &input) else { return .listen }
            return greet(reply)
        case .capabilities, .goAhead, .capabilitiesInsideTLS, .identity, .goodbye:
            guard let reply = try IMAPReply(reading: &input, tag: tag) else { return .listen }
            return take(reply)
        }
    }

    private mutating func take(_ reply: IMAPReply) -> Step {
        guard reply.status != .bye || awaiting == .goodbye else { return refused(reply) }
        switch awaiting {
        case .capabilities: return list(reply)
        case .capabilitiesInsideTLS: return listInsideTLS(reply)
        case .goAhead: return upgrade(reply)
        case .identity: return identify(reply)
        case .goodbye, .tls, .greeting: return .listen
        }
    }

    private mutating func greet(_ reply: IMAPReply) -> Step {
        facts.isConfirmed = true
        facts.greeting = reply.text
        facts.product = IMAPWords.product(in: reply.text)
        guard reply.status != .bye else { return refused(reply) }
        isPreauthenticated = reply.status == .preauth
        facts.service = IMAPFacts(isPreauthenticated: isPreauthenticated)
        return say("CAPABILITY", then: isSecured ? .capabilitiesInsideTLS : .capabilities)
    }

    private mutating func secured() -> Step {
        isSecured = true
        return say("CAPABILITY", then: .capabilitiesInsideTLS)
    }

    /// A server that lists nothing is asked for STARTTLS once all the same; one that has us logged in is not, for it
    /// may not start TLS any more and takes no password either (RFC 9051 section 6.2.1).
    private mutating func list(_ reply: IMAPReply) -> Step {
        let capabilities = IMAPCapabilities(reply, orIn: facts.greeting)
        notePreauthentication(in: reply)
        facts.note(capabilities)
        if isPreauthenticated {
            facts.offersTLS = nil
            facts.plaintextMechanisms = []
        }
        guard security == .upgrade, !isPreauthenticated, facts.offersTLS != false else {
            return identifyOrPart(capabilities)
        }
        return say("STARTTLS", then: .goAhead)
    }

    private mutating func listInsideTLS(_ reply: IMAPReply) -> Step {
        let capabilities = IMAPCapabilities(reply, orIn: security == .implicit ? facts.greeting : nil)
        if security == .implicit { notePreauthentication(in: reply) }
        facts.noteInsideTLS(capabilities, security)
        return identifyOrPart(capabilities)
    }

    /// A server with something to tell its administrator first does so before it greets: Courier's `* OK [ALERT] …`.
    private mutating func notePreauthentication(in reply: IMAPReply) {
        guard !isPreauthenticated, let line = reply.untagged.first(where: IMAPReply.isPreauthentication) else { return }
        isPreauthenticated = true
        facts.greeting = [facts.greeting, "* \(line)"].compactMap(\.self).joined(separator: "\n")
        facts.service = IMAPFacts(isPreauthenticated: true)
    }

    private mutating func identifyOrPart(_ capabilities: IMAPCapabilities) -> Step {
        capabilities.offers("ID") ? say("ID NIL", then: .identity) : part()
    }

    private mutating func identify(_ reply: IMAPReply) -> Step {
        let identity = IMAPIdentity(reply)
        facts.service = IMAPFacts(isPreauthenticated: isPreauthenticated, identity: identity.pairs)
        facts.product = facts.product ?? identity.product
        return part()
    }

    private mutating func upgrade(_ reply: IMAPReply) -> Step {
        guard facts.noteUpgrade(reply.status == .ok, reply.text) else { return part() }
        awaiting = .tls
        return .startTLS
    }

    private mutating func refused(_ reply: IMAPReply) -> Step {
        facts.refusal = reply.text
        facts.refusalMeaning = ExchangeMailbox.meaning(ofRefusal: reply.text)
        return part()
    }

    private mutating func part() -> Step {
        commands += 1
        awaiting = .goodbye
        return .part(Array("\(tag) LOGOUT\r\n".utf8))
    }

    private mutating func say(_ command: String, then next: Awaiting) -> Step {
        commands += 1
        awaiting = next
        return .say("\(tag) \(command)")
    }
}

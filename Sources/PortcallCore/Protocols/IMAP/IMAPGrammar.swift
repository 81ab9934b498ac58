/// IMAP (RFC 9051), with STARTTLS, and ID (RFC 2971) where it is offered.
package struct IMAPGrammar: LineGrammar {
    package let listCommands: [LineCommand] = ["CAPABILITY"]
    package let upgradeCommand: LineCommand = "STARTTLS"
    package let goodbye: LineCommand = "LOGOUT"
    /// They carry a tag.
    package let answersInOrder = false
    private let isImplicit: Bool
    private var isPreauthenticated = false
    private var commands = 0

    init(_ plan: Plan) {
        isImplicit = plan.service.security == .implicit
    }

    /// One that has us logged in may not start TLS any more (RFC 9051 section 6.2.1).
    package var mayUpgrade: Bool { !isPreauthenticated }

    private var tag: String { "a\(commands)" }

    package mutating func line(_ command: LineCommand) -> String {
        commands += 1
        return "\(tag) \(command.line)"
    }

    package func read(_ input: inout ByteQueue, at moment: LineMoment) throws(Malformed) -> IMAPReply? {
        moment == .greeting ? try IMAPReply(greeting: &input) : try IMAPReply(reading: &input, tag: tag)
    }

    package func words(of reply: IMAPReply) -> String { reply.text }

    package mutating func greet(_ reply: IMAPReply) -> LineGreeting {
        isPreauthenticated = reply.status == .preauth
        return switch reply.status {
        case .ok, .preauth: .welcome(reply.text, nil)
        case .bye, .no, .bad: .refusal(reply.text)
        }
    }

    package mutating func list(_ reply: IMAPReply, at moment: LineMoment, _ facts: inout Facts) -> LineList {
        let isFirst = moment != .list(0, isInsideTLS: true) || isImplicit
        if isFirst { notePreauthentication(in: reply, &facts) }
        var listing = IMAPCapabilities(reply, orIn: isFirst ? facts.greeting : nil).listing
        // Who is logged in already starts no TLS and is asked for no password.
        if isPreauthenticated, moment == .list(0, isInsideTLS: false) {
            listing.offersTLS = nil
            listing.plaintextMechanisms = []
        }
        if isPreauthenticated { listing.offersLogin = nil }
        return .listing(listing)
    }

    /// A server with something to tell its administrator first does so before it greets: Courier's `* OK [ALERT] …`.
    private mutating func notePreauthentication(in reply: IMAPReply, _ facts: inout Facts) {
        guard !isPreauthenticated, let line = reply.untagged.first(where: IMAPReply.isPreauthentication) else { return }
        isPreauthenticated = true
        facts.greeted([facts.greeting, "* \(line)"].compactMap(\.self).joined(separator: "\n"))
    }

    package func agrees(_ reply: IMAPReply) -> Bool { reply.status == .ok }

    package func isFarewell(_ reply: IMAPReply, at moment: LineMoment) -> Bool {
        reply.status == .bye && moment != .greeting && moment != .goodbye
    }

    /// An untagged NO or BAD is a remark as long as the server goes on.
    package func lastWords(in input: ByteQueue) -> String? {
        var ahead = input
        var last: String?
        while let line = try? ahead.takeLine() { last = line }
        guard let last, let status = IMAPReply.Status(untagged: last) else { return nil }
        return status == .no || status == .bad ? last : nil
    }

    package func refusesList(_ reply: IMAPReply) -> Bool { reply.status == .no || reply.status == .bad }

    package func reason(for refusal: Refusal) -> Reason? { ProtocolWords.Mailbox.imap.reason(for: refusal) }

    package func understand(_ facts: inout Facts) {
        facts.product = IMAPWords.product(in: facts.greeting ?? "")?.shown(by: "the greeting")
        facts.service = IMAPFacts(isPreauthenticated: isPreauthenticated)
    }

    package func lastQuestion(after listing: Listing) -> LineCommand? {
        listing.capabilities?.contains { $0.uppercased() == "ID" } == true ? LineCommand("ID", "NIL") : nil
    }

    package func hear(_ reply: IMAPReply, _ facts: inout Facts) {
        let identity = IMAPIdentity(reply)
        facts.service = IMAPFacts(isPreauthenticated: isPreauthenticated, identity: identity.pairs)
        facts.product = facts.product ?? identity.product?.shown(by: "its answer to ID")
    }
}

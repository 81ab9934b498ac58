/// LMTP (RFC 2033): SMTP's replies, and LHLO in the place of EHLO, which it must not know.
package struct LMTPGrammar: LineGrammar {
    package var listCommands: [LineCommand] { smtp.listCommands }
    package var upgradeCommand: LineCommand { smtp.upgradeCommand }
    package var goodbye: LineCommand { smtp.goodbye }
    private(set) var smtp: SMTPGrammar

    init(_ plan: Plan, _ line: Line) {
        smtp = SMTPGrammar(greetings: ["LHLO"], plan, line)
    }

    package func read(_ input: inout ByteQueue, at moment: LineMoment) throws(Malformed) -> SMTPReply? {
        try smtp.read(&input, at: moment)
    }

    package func words(of reply: SMTPReply) -> String { smtp.words(of: reply) }

    package func greet(_ reply: SMTPReply) throws(Malformed) -> LineGreeting { try smtp.greet(reply) }

    /// A mail server that is none of this kind does not know the command (RFC 2033 section 4.1).
    package mutating func list(_ reply: SMTPReply, at moment: LineMoment, _ facts: inout Facts) -> LineList {
        if reply.code == 500 || reply.code == 502 {
            facts.suspect(Signature.smtp.what, words: reply.quote)
        }
        return smtp.list(reply, at: moment, &facts)
    }

    package func agrees(_ reply: SMTPReply) -> Bool { smtp.agrees(reply) }

    package func reason(for refusal: Refusal) -> Reason? { smtp.reason(for: refusal) }

    package func understand(_ facts: inout Facts) {
        smtp.understand(&facts)
        let own = ProductMark.product(in: facts.greeting ?? "", among: Self.names)?.shown(by: "the greeting")
        facts.product = facts.product ?? own
    }

    private static let names = [ProductMark("Dovecot"), ProductMark("Cyrus LMTP", "Cyrus")]
}

extension ProtocolKind {
    static let lmtp = ProtocolKind(
        name: "LMTP",
        field: .mail,
        signatures: [.lmtp, .smtp],
        requests: .lines("LHLO *", "STARTTLS", "QUIT"),
        settings: [.helo],
        words: .lmtp,
        open: { plan, line in LineDialogue(LMTPGrammar(plan, line), plan) }
    )
}

extension Signature {
    /// It greets like a mail server; only one that says what it is can be told by that.
    static let lmtp = Signature("an LMTP server", .line, isParticular: true) { bytes in
        guard bytes.starts(with: "220".utf8) else { return false }
        return String(escaping: bytes.prefix(512)).split { !$0.isLetter }.contains("LMTP")
    }
}

/// ManageSieve (RFC 5804), whose greeting is the list.
package struct SieveGrammar: LineGrammar {
    package let listCommands: [LineCommand] = ["CAPABILITY"]
    package let upgradeCommand: LineCommand = "STARTTLS"
    package let goodbye: LineCommand = "LOGOUT"
    /// It lists unasked, so that what is said in between is none of them.
    package let answersInOrder = false
    /// Section 2.2; those older than the RFC list only when they are asked.
    package let listsUnasked = true

    package func read(_ input: inout ByteQueue, at moment: LineMoment) throws(Malformed) -> SieveReply? {
        try SieveReply(reading: &input)
    }

    package func words(of reply: SieveReply) -> String { reply.text }

    package func greet(_ reply: SieveReply) -> LineGreeting {
        guard reply.status == .ok else { return .refusal(reply.whole) }
        return .welcome(reply.whole, SieveCapabilities(reply).listing)
    }

    package func list(_ reply: SieveReply, at moment: LineMoment, _ facts: inout Facts) -> LineList {
        .listing(SieveCapabilities(reply).listing)
    }

    package func agrees(_ reply: SieveReply) -> Bool { reply.status == .ok }

    package func isFarewell(_ reply: SieveReply, at moment: LineMoment) -> Bool {
        reply.status == .bye && moment != .greeting && moment != .goodbye
    }

    package func reason(for refusal: Refusal) -> Reason? {
        KnownRefusal.reason(for: refusal, among: Self.refusals + KnownRefusal.everybodys + Self.codes)
    }

    private static let refusals: [KnownRefusal] = [
        .brokenTLS(
            by: .only("Dovecot"),
            fix: "Look at doveadm log errors, which names the file that Dovecot cannot use: ssl_cert and ssl_key "
                + "(ssl_server_cert_file and ssl_server_key_file since 2.4) must be there and belong together."
        ),
        .brokenTLS(
            by: .anybody,
            fix: "See that its user can read certificate and key, and that the two belong together; its log names "
                + "the file."
        ),
    ]

    private static let codes = [
        KnownRefusal("trylater", means: Reason("The server itself fails, for now (RFC 5804 section 1.3).")),
        KnownRefusal("referral", means: Reason("It sends its clients to another server (RFC 5804 section 1.3).")),
    ]

    package func understand(_ facts: inout Facts) {
        let lines = (facts.capabilitiesAfterTLS ?? []) + (facts.capabilities ?? [])
        facts.product = SieveCapabilities.product(in: lines)?.shown(by: "IMPLEMENTATION in its list")
    }
}

extension ProtocolKind {
    static let manageSieve = ProtocolKind(
        name: "ManageSieve",
        field: .mail,
        signatures: [.manageSieve],
        requests: .lines("CAPABILITY", "STARTTLS", "LOGOUT"),
        words: .manageSieve,
        open: { plan, _ in LineDialogue(SieveGrammar(), plan) }
    )
}

extension Signature {
    static let manageSieve = Signature("a ManageSieve server", begins: "\"IMPLEMENTATION\"")
}

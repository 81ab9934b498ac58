/// ManageSieve (RFC 5804), whose greeting is the list.
package struct SieveGrammar: LineGrammar {
    package let listCommands: [LineCommand] = ["CAPABILITY"]
    package let upgradeCommand: LineCommand = "STARTTLS"
    package let goodbye: LineCommand = "LOGOUT"
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

    package func meaning(ofRefusal words: String) -> String? {
        let text = words.uppercased()
        if text.contains("(TRYLATER)") { return "The server itself fails, for now (RFC 5804 section 1.3)." }
        if text.contains("(REFERRAL") { return "It sends its clients to another server (RFC 5804 section 1.3)." }
        return nil
    }

    package func understand(_ facts: inout Facts) {
        let lines = (facts.capabilitiesAfterTLS ?? []) + (facts.capabilities ?? [])
        facts.product = SieveCapabilities.product(in: lines)
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

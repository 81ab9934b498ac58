/// POP3 (RFC 1939), with CAPA (RFC 2449) and STLS (RFC 2595).
package struct POP3Grammar: LineGrammar {
    package let listCommands: [LineCommand] = ["CAPA"]
    package let upgradeCommand: LineCommand = "STLS"
    package let goodbye: LineCommand = "QUIT"

    package func read(_ input: inout ByteQueue, at moment: LineMoment) throws(Malformed) -> POP3Reply? {
        let hasBody = if case .list = moment { true } else { false }
        return try POP3Reply(reading: &input, hasBody: hasBody)
    }

    package func words(of reply: POP3Reply) -> String { reply.text }

    package func greet(_ reply: POP3Reply) -> LineGreeting {
        reply.isPositive ? .welcome(reply.text, nil) : .refusal(reply.text)
    }

    package func list(_ reply: POP3Reply, at moment: LineMoment, _ facts: inout Facts) -> LineList {
        var listing = POP3Capabilities(reply).listing
        if POP3Words.offersAPOP(facts.greeting ?? "") { listing.offersLogin = listing.offersLogin.map { _ in true } }
        return .listing(listing)
    }

    package func agrees(_ reply: POP3Reply) -> Bool { reply.isPositive }

    package func isFarewell(_ reply: POP3Reply, at moment: LineMoment) -> Bool {
        if case .list = moment { reply.saysThatSystemFails } else { false }
    }

    /// What has a code of its own is about that (RFC 2449 section 8).
    package func refusesList(_ reply: POP3Reply) -> Bool { !reply.isPositive && !reply.text.hasPrefix("-ERR [") }

    package func reason(for refusal: Refusal) -> Reason? { ProtocolWords.Mailbox.pop3.reason(for: refusal) }

    package func understand(_ facts: inout Facts) {
        facts.product = POP3Words.product(in: facts.greeting ?? "")?.shown(by: "the greeting")
    }
}

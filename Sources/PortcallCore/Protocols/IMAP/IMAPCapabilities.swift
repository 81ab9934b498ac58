/// What an answer to CAPABILITY offers (RFC 9051 section 7.2.2): an atom each.
struct IMAPCapabilities: CapabilityList {
    let lines: [String]
    let isListed: Bool

    init(_ reply: IMAPReply) {
        let lists = reply.untagged.map { $0.split(separator: " ").map(String.init) }
            .filter { $0.first?.uppercased() == "CAPABILITY" }
        lines = lists.flatMap { $0.dropFirst() }
        isListed = !lists.isEmpty
    }

    func offers(_ capability: String) -> Bool {
        lines.contains { $0.uppercased() == capability }
    }

    var offersTLS: Bool { offers("STARTTLS") }

    /// SASL mechanisms, each an atom `AUTH=NAME`.
    var mechanisms: [String] {
        lines.map { $0.uppercased() }.filter { $0.hasPrefix("AUTH=") }.map { String($0.dropFirst(5)) }
    }

    /// The command LOGIN, unless the server says that it is off, and with it the mechanisms that are no better.
    var plaintextMechanisms: [String] {
        guard isListed, !offers("LOGINDISABLED") else { return [] }
        let others = mechanisms.filter { $0 == "PLAIN" || $0 == "LOGIN" }
        return others.contains("LOGIN") ? others : ["LOGIN"] + others
    }
}

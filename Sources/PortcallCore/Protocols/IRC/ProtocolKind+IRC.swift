extension ProtocolKind {
    static let irc = ProtocolKind(
        name: "IRC",
        opening: [.answer, .capabilities],
        signatures: [.irc],
        requests: .lines("MODE ISIRCX", "CAP LS 302", "STARTTLS", "PONG *", "QUIT"),
        words: .irc,
        open: { plan, _ in IRCDialogue(plan) }
    )
}

extension Signature {
    /// With or without a server's prefix, one of the words that IRC servers begin with (RFC 2812 section 2.3.1); some
    /// want a PING answered before they say anything else.
    fileprivate static let irc = Signature("an IRC server", .line) { bytes in
        guard bytes.first == UInt8(ascii: ":") else {
            return ["NOTICE AUTH", "NOTICE *", "ERROR :", "PING "].contains { bytes.starts(with: $0.utf8) }
        }
        let words = String(escaping: bytes.prefix(512)).split(separator: " ")
        return words.count > 1 && ["NOTICE", "ERROR", "001", "020", "421", "451", "800"].contains(words[1])
    }
}

// POP3's answers carry nothing that tells them apart, and all that is asked is answered by `+OK` or `-ERR`.
extension POP3Grammar {
    /// No list has a line that begins like an answer, so that it is the next one.
    package func belongs(_ reply: POP3Reply, to moment: LineMoment) -> Bool {
        !reply.body.contains { $0.hasPrefix("+OK") || $0.hasPrefix("-ERR") }
    }

    package func isRemainder(_ line: String) -> Bool { line == "." || Self.keywords.contains(line.firstWord) }

    package func endsList(in clear: [UInt8]) -> Bool { clear.hasLine(".") }

    package func greets(_ words: String) -> Bool { words.hasPrefix("+OK") }

    package func refusesCommand(_ words: String) -> Bool { words.hasPrefix("-ERR") }

    /// For a reason that is known, or that the server itself fails (RFC 3206).
    package func refusesClient(_ words: String) -> Bool {
        let refusal = Refusal(words, at: nil, from: nil)
        return words.hasPrefix("-ERR") && ProtocolWords.Mailbox.pop3.reason(for: refusal) != nil
    }

    /// Where the list was refused, this may be the answer to that question still.
    package func isLast(_ reply: POP3Reply, isInDoubt: Bool) -> Bool { reply.isPositive && !isInDoubt }

    private static let keywords: Set<String> = [
        "TOP", "USER", "SASL", "RESP-CODES", "LOGIN-DELAY", "PIPELINING", "EXPIRE", "UIDL", "IMPLEMENTATION", "STLS",
        "AUTH-RESP-CODE", "UTF8", "LANG", "APOP",
    ]
}

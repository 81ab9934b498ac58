/// What only SMTP has to tell: the size limit, and Exchange's own verbs with what they mean.
struct SMTPFacts: ServiceFacts {
    /// The largest message taken, in bytes (RFC 1870); 0 where the server says that there is no limit.
    let size: Int?
    let verbs: [SMTPVerb]

    init(before: [String], after: [String]) {
        let lines = (before + after).map(SMTPCapabilities.words)
        size = lines.last { $0.first == "SIZE" && $0.count > 1 }.flatMap { Int($0[1]) }
        let keywords = Set(lines.compactMap(\.first))
        verbs = SMTPVerb.all.filter { keywords.contains($0.name) }
    }

    var record: Record {
        var record = Record()
        if let size { record["size"] = .integer(size) }
        guard !verbs.isEmpty else { return record }
        record["verbs"] = .list(
            verbs.map { verb in
                .record(
                    Record([
                        ("name", .text(verb.name)),
                        ("meaning", .text(verb.meaning)),
                        ("expected_from_internet", .flag(verb.isExpectedFromInternet)),
                    ])
                )
            }
        )
        return record
    }

    /// A line a verb, explained.
    var lines: [FactLine] {
        verbs.map { verb in
            let warning = verb.isExpectedFromInternet ? "" : " Not expected from the Internet."
            return FactLine("verb", "\(verb.name): \(verb.meaning)\(warning)")
        }
    }
}

extension ProtocolKind {
    static let smtp = ProtocolKind(
        name: "SMTP",
        field: .mail,
        signatures: [.smtp],
        requests: .lines("EHLO *", "HELO *", "STARTTLS", "QUIT"),
        settings: [.helo],
        words: .smtp,
        meaningOfClearText: { SMTPWords.meaning(ofClearText: $0) },
        fixOfClearText: { SMTPWords.reason(forClearText: $0)?.fix },
        open: { plan, line in LineDialogue(SMTPGrammar(plan, line), plan) }
    )
}

extension Signature {
    static let smtp = Signature("an SMTP server", begins: "220 ", "220-")
}

extension Setting {
    /// What the client calls itself: a name or an address literal, never anything that could be another command.
    static let helo = Setting(
        wish: "helo",
        value: "name",
        help: "What to call ourselves in EHLO",
        isMachineName: true
    ) { text throws(MalformedSetting) in
        let isLiteral = text.hasPrefix("[") && text.hasSuffix("]")
        let bare = isLiteral ? String(text.dropFirst().dropLast()) : text
        let address = isLiteral && bare.hasPrefix("IPv6:") ? String(bare.dropFirst(5)) : bare
        guard let host = try? Host(address), host.text.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw MalformedSetting(" takes a host name or an address in brackets, not '\(text.escaped)'")
        }
    }
}

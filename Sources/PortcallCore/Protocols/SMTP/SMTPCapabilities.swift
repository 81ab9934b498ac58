/// What an answer to EHLO offers (RFC 5321 section 4.1.1.1).
struct SMTPCapabilities: KeywordList {
    /// Servers older than RFC 2554 join the first two words by an equals sign.
    static let separators = Array(" =".utf8)

    /// Without code and without the first line, which names the host.
    let lines: [String]
    let words: [[String]]
    private let heading: String

    init(_ reply: SMTPReply) {
        lines = Array(reply.lines.dropFirst())
        words = lines.map(Self.words)
        heading = reply.lines.first ?? ""
    }

    /// What the first line tells of why STARTTLS is not among the others.
    var remark: Facts.Remark? {
        guard offersTLS == false else { return nil }
        if Self.words(heading).first == "STARTTLS" {
            return Facts.Remark(words: "first line: \(heading)", reason: Self.misplaced)
        }
        guard heading.lowercased().hasPrefix("requested mail action ok") else { return nil }
        return Facts.Remark(words: "first line: \(heading)", reason: Self.nameless)
    }

    private static let misplaced = Reason(
        "STARTTLS stands in the first line, where the host name belongs (RFC 5321 section 4.1.1.1), so clients pass it "
            + "over.",
        fix: "Let the answer to EHLO begin with a line that names the host; if the server does so itself, find the "
            + "proxy or firewall between that takes that line away."
    )
    private static let nameless = Reason(
        "The first line names no host, as the server's own would: most likely an antivirus program or a firewall between "
            + "answers EHLO itself and leaves STARTTLS out.",
        fix: "See on the server's own machine whether it offers STARTTLS there: if so, take this connection out of the "
            + "inspection of what stands between; if not, give the server a certificate and let it offer TLS."
    )

    var offersTLS: Bool? { offers("STARTTLS") }
    var plaintextMechanisms: [String] { mechanisms.filter { $0 == "PLAIN" || $0 == "LOGIN" } }

    /// SASL mechanisms, from `AUTH LOGIN PLAIN` (RFC 4954) and from the older `AUTH=LOGIN PLAIN`.
    var mechanisms: [String] {
        var seen: [String] = []
        for words in words where words.first == "AUTH" {
            for mechanism in words.dropFirst() where !seen.contains(mechanism) { seen.append(mechanism) }
        }
        return seen
    }

    /// One that servers list, in upper case.
    static func isKeyword(_ word: String) -> Bool { keywords.contains(word) || word.hasPrefix("X-") }

    private static let keywords: Set<String> = [
        "STARTTLS", "SIZE", "PIPELINING", "8BITMIME", "AUTH", "DSN", "ENHANCEDSTATUSCODES", "CHUNKING", "BINARYMIME",
        "SMTPUTF8", "HELP", "ETRN", "VRFY", "EXPN", "TURN", "DELIVERBY", "CHECKPOINT", "LIMITS", "REQUIRETLS",
        "XCLIENT",
        "XFORWARD", "XEXCH50", "TLS",
    ]

    /// A keyword that a firewall has overwritten: `XXXXXXXA` stands where STARTTLS stood (Cisco's inspection).
    var masked: String? {
        zip(lines, words).first { _, words in
            guard let keyword = words.first, keyword.hasPrefix("XXXX") else { return false }
            return keyword.drop { $0 == "X" }.allSatisfy { "ABCD".contains($0) }
        }?.0
    }
}

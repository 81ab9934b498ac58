/// What an answer to EHLO offers (RFC 5321 section 4.1.1.1).
struct SMTPCapabilities: KeywordList {
    /// Servers older than RFC 2554 join the first two words by an equals sign.
    static let separators: Set<Character> = [" ", "="]

    /// Without code and without the first line, which names the host.
    let lines: [String]

    init(_ reply: SMTPReply) {
        lines = Array(reply.lines.dropFirst())
    }

    var offersTLS: Bool? { offers("STARTTLS") }
    var plaintextMechanisms: [String] { mechanisms.filter { $0 == "PLAIN" || $0 == "LOGIN" } }

    /// SASL mechanisms, from `AUTH LOGIN PLAIN` (RFC 4954) and from the older `AUTH=LOGIN PLAIN`.
    var mechanisms: [String] {
        var seen: [String] = []
        for words in lines.map(Self.words) where words.first == "AUTH" {
            for mechanism in words.dropFirst() where !seen.contains(mechanism) { seen.append(mechanism) }
        }
        return seen
    }

    /// A keyword that a firewall has overwritten: `XXXXXXXA` stands where STARTTLS stood (Cisco's inspection).
    var masked: String? {
        lines.first { line in
            guard let keyword = Self.words(line).first, keyword.hasPrefix("XXXX") else { return false }
            return keyword.drop { $0 == "X" }.allSatisfy { "ABCD".contains($0) }
        }
    }
}

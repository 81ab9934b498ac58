/// What an answer to EHLO offers (RFC 5321 section 4.1.1.1): a keyword and its parameters a line.
struct SMTPCapabilities {
    /// As sent, without code and without the first line, which names the host.
    let lines: [String]

    init(_ reply: SMTPReply) {
        lines = Array(reply.lines.dropFirst())
    }

    func offers(_ keyword: String) -> Bool {
        lines.contains { Self.words($0).first == keyword }
    }

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

    /// The keyword and its parameters in upper case; servers older than RFC 2554 join the first two by an equals sign.
    static func words(_ line: String) -> [String] {
        line.uppercased().split { $0 == " " || $0 == "=" }.map(String.init)
    }
}

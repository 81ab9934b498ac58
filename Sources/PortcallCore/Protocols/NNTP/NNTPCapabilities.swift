/// What a news server lists: a keyword and its parameters a line (RFC 3977 section 5.2, RFC 2980's drafts before it).
struct NNTPCapabilities {
    /// As sent.
    let lines: [String]
    /// The server knows how to list.
    let isListed: Bool

    init(_ reply: NNTPReply) {
        lines = reply.body.map { $0.hasPrefix(" ") ? String($0.dropFirst()) : $0 }
        isListed = reply.isPositive
    }

    func offers(_ keyword: String) -> Bool {
        lines.contains { Self.words($0).first == keyword }
    }

    /// `USER` for `AUTHINFO USER`, and SASL mechanisms by their names (RFC 4643 section 3.1).
    var mechanisms: [String] {
        let words = lines.map(Self.words)
        let own = words.contains { $0.first == "AUTHINFO" && $0.contains("USER") } ? ["USER"] : []
        return own + words.filter { $0.first == "SASL" }.flatMap { $0.dropFirst() }
    }

    /// `AUTHINFO:USER` is how the drafts wrote it.
    private static func words(_ line: String) -> [String] {
        line.uppercased().split { $0 == " " || $0 == ":" }.map(String.init)
    }
}

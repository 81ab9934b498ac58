/// What a news server lists (RFC 3977 section 5.2, and RFC 2980's drafts before it).
struct NNTPCapabilities: KeywordList {
    /// `AUTHINFO:USER` is how the drafts wrote it.
    static let separators = Array(" :".utf8)

    let lines: [String]
    let words: [[String]]
    private let isListed: Bool

    init(_ reply: NNTPReply) {
        lines = reply.body.map { $0.hasPrefix(" ") ? String($0.dropFirst()) : $0 }
        words = lines.map(Self.words)
        isListed = reply.isPositive
    }

    /// `USER` for `AUTHINFO USER` (RFC 4643 section 3.1).
    var mechanisms: [String] {
        mechanisms(withOwn: words.contains { $0.first == "AUTHINFO" && $0.contains("USER") })
    }

    var offersTLS: Bool? { isListed ? offers("STARTTLS") : nil }
}

/// What an answer to CAPA offers (RFC 2449 section 5).
struct POP3Capabilities: KeywordList {
    static let separators = Array(" ".utf8)

    let lines: [String]
    let words: [[String]]
    private let isListed: Bool

    init(_ reply: POP3Reply) {
        lines = reply.body
        words = lines.map(Self.words)
        isListed = reply.isPositive
    }

    var mechanisms: [String] { mechanisms(withOwn: offers("USER")) }
    var offersTLS: Bool? { isListed ? offers("STLS") : nil }
}

/// What an answer to CAPA offers (RFC 2449 section 5).
struct POP3Capabilities: KeywordList {
    static let separators: Set<Character> = [" "]

    let lines: [String]
    private let isListed: Bool

    init(_ reply: POP3Reply) {
        lines = reply.body
        isListed = reply.isPositive
    }

    var mechanisms: [String] { mechanisms(withOwn: offers("USER")) }
    var offersTLS: Bool? { isListed ? offers("STLS") : nil }
}

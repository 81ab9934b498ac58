/// What an answer to CAPA offers (RFC 2449 section 5): a keyword and its parameters a line.
struct POP3Capabilities {
    /// As sent.
    let lines: [String]
    /// The server knows CAPA.
    let isListed: Bool

    init(_ reply: POP3Reply) {
        lines = reply.body
        isListed = reply.isPositive
    }

    func offers(_ keyword: String) -> Bool {
        lines.contains { Self.words($0).first == keyword }
    }

    /// `USER` for the protocol's own, and SASL mechanisms by their names (RFC 5034).
    var mechanisms: [String] {
        let words = lines.map(Self.words)
        let own = words.contains { $0.first == "USER" } ? ["USER"] : []
        return own + words.filter { $0.first == "SASL" }.flatMap { $0.dropFirst() }
    }

    private static func words(_ line: String) -> [String] {
        line.uppercased().split(separator: " ").map(String.init)
    }
}

/// What news servers say of themselves.
enum NNTPWords {
    static func product(in greeting: String) -> Product? {
        if let version = ProductMark.number(after: "Microsoft Exchange Internet News Service Version ", in: greeting) {
            return .exchange(build: version)
        }
        // The NNTP service of Windows 2000 and 2003, which Exchange 2000 and 2003 use too: it does not tell which.
        if let version = ProductMark.number(after: "Version: ", in: greeting), greeting.contains("NNTP") {
            return Product("Microsoft NNTP service \(version), of Windows or of Exchange 2000 or 2003", .stated)
        }
        return ProductMark.product(in: greeting, among: names)
    }

    /// Most specific first.
    private static let names = [
        ProductMark("server INN", "INN"), ProductMark("InterNetNews", "INN"), ProductMark("Cyrus NNTP", "Cyrus"),
        ProductMark("Leafnode NNTP Daemon, version", "Leafnode"), ProductMark("Leafnode"),
        ProductMark("leafnode", "Leafnode"), ProductMark("Diablo"),
        ProductMark("Kerio Connect"),
        ProductMark("Domino"), ProductMark("Papercut"), ProductMark("DNEWS"), ProductMark("sn version", "sn"),
    ]
}

extension ProtocolKind {
    static let nntp = ProtocolKind(
        name: "NNTP",
        field: .news,
        signatures: [Signature("a news server (NNTP)", begins: "200 ", "201 ")],
        requests: .lines("CAPABILITIES", "LIST EXTENSIONS", "STARTTLS", "QUIT"),
        words: .nntp,
        meaningOfClearText: { NNTPWords.reason(forClearText: $0)?.meaning ?? "" },
        fixOfClearText: { NNTPWords.reason(forClearText: $0)?.fix },
        open: { plan, _ in LineDialogue(NNTPGrammar(), plan) }
    )
}

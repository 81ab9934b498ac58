/// What news servers say of themselves.
enum NNTPWords {
    static func product(in greeting: String) -> Product? {
        if let version = ProductMark.number(after: "Microsoft Exchange Internet News Service Version ", in: greeting) {
            let release = version.split(separator: ".").prefix(2).joined(separator: ".")
            return Product("Microsoft Exchange Server \(release) (\(version))", .stated)
        }
        // The NNTP service of Windows 2000 and 2003, which Exchange 2000 and 2003 use too: it does not tell which.
        if let version = ProductMark.number(after: "Version: ", in: greeting), greeting.contains("NNTP") {
            return Product("Microsoft NNTP service \(version), of Windows or of Exchange 2000 or 2003", .stated)
        }
        return ProductMark.product(in: greeting, among: names)
    }

    /// What its refusals mean.
    static func meaning(ofRefusal refusal: String) -> String? {
        let text = refusal.lowercased()
        if saysThatTLSFails(text) { return "It has trouble with its own certificate or key." }
        if text.hasPrefix("502 connection refused") {
            return "Windows says so when it does not allow this client's address."
        }
        if text.contains("no space") || text.contains("throttl") {
            return "INN says so when it is paused or short of disk."
        }
        return text.hasPrefix("400") ? "The service is unavailable for now (RFC 3977 section 3.2.1)." : nil
    }

    /// What it means that this came in clear where TLS is due.
    static func meaning(ofClearText text: String) -> String {
        guard saysThatTLSFails(text.lowercased()) else { return "" }
        return "The service is set up for TLS, and cannot start it: look at its certificate and key."
    }

    /// INN and Cyrus say it in clear, on the port for TLS too, where certificate or key cannot be read.
    private static func saysThatTLSFails(_ text: String) -> Bool {
        text.contains("error initializing tls") || text.contains("tls_init() failed")
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
        meaningOfClearText: { NNTPWords.meaning(ofClearText: $0) },
        open: { plan, _ in LineDialogue(NNTPGrammar(), plan) }
    )
}

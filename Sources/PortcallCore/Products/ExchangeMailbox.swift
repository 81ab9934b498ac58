/// Exchange's mailbox services, POP3 and IMAP4, which greet alike.
enum ExchangeMailbox {
    /// The release, where the greeting is Exchange's own default.
    static func product(in greeting: String) -> Product? {
        guard let name = greeting.firstRange(of: "Microsoft Exchange ") else { return nil }
        let words = greeting[name.upperBound...].split(separator: " ")
        if let version = words.prefix(8).first(where: isBuild) { return .exchange(build: String(version)) }
        if let word = words.prefix(2).first(where: { releases[$0] != nil }), let release = releases[word] {
            return .exchange("Server \(word)", .stated, release...release)
        }
        guard greeting.contains("service is ready") else { return .exchange("Server", .likely, .v4 ... .online) }
        // Where a front end greets, it adds its own name in base64, in brackets.
        return greeting.contains("ready. [")
            ? .exchange("Server 2013 or later, or Exchange Online", .likely, .v2013 ... .online)
            : .exchange("Server 2007 or later", .likely, .v2007 ... .online)
    }

    /// `6.5.7638.1`; the words around it are in the server's language.
    private static func isBuild(_ word: Substring) -> Bool {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { !$0.isEmpty && $0.count < 6 && $0.allSatisfy(\.isWholeNumber) }
    }

    /// Those whose greeting has a year.
    private static let releases: [Substring: ExchangeRelease] = [
        "2000": .v2000, "2003": .v2003, "2007": .v2007, "2010": .v2010, "2013": .v2013, "2016": .v2016, "2019": .v2019,
    ]
}

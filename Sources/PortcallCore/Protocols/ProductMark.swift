/// A word in greetings that names a product.
struct ProductMark: Sendable {
    private let mark: String
    private let name: String

    init(_ mark: String, _ name: String? = nil) {
        self.mark = mark
        self.name = name ?? mark
    }

    /// The first of the marks that a greeting has, with the version number that follows it.
    static func product(in greeting: String, among marks: [ProductMark]) -> Product? {
        guard let known = marks.first(where: { greeting.contains($0.mark) }) else { return nil }
        let version = number(after: known.mark + " ", in: greeting) ?? number(after: known.mark + "/", in: greeting)
        return Product(version.map { "\(known.name) \($0)" } ?? known.name, .stated)
    }

    /// A version number that follows `mark`: digits, dots and what release names add to them.
    static func number(after mark: String, in text: String) -> String? {
        guard let range = text.firstRange(of: mark) else { return nil }
        let word = text[range.upperBound...].prefix {
            $0.isASCII && ($0.isNumber || $0.isLetter || "._-+~".contains($0))
        }
        guard word.first?.isNumber == true else { return nil }
        return String(word.reversed().drop { $0 == "." }.reversed())
    }
}

/// Exchange's mailbox services, POP3 and IMAP4, which greet alike.
enum ExchangeMailbox {
    /// The release, where the greeting is Exchange's own default.
    static func product(in greeting: String) -> Product? {
        guard let name = greeting.firstRange(of: "Microsoft Exchange ") else { return nil }
        let words = greeting[name.upperBound...].split(separator: " ")
        let year = words.prefix(2).first { $0.count == 4 && $0.hasPrefix("20") && $0.allSatisfy(\.isNumber) }
        let version = ProductMark.number(after: "server version ", in: greeting)
        if let release = year.map(String.init)
            ?? version.map({ $0.split(separator: ".").prefix(2).joined(separator: ".") })
        {
            return Product("Microsoft Exchange Server \(release)" + (version.map { " (\($0))" } ?? ""), .stated)
        }
        guard greeting.contains("service is ready") else { return Product("Microsoft Exchange Server", .likely) }
        // Where a front end greets, it adds its own name in base64, in brackets.
        return greeting.contains("ready. [")
            ? Product("Microsoft Exchange Server 2013 or later, or Exchange Online", .likely)
            : Product("Microsoft Exchange Server 2007 or later", .likely)
    }
}

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

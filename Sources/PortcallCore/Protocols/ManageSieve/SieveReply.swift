/// What a server says up to the end of one answer: strings, a line each, then OK, NO or BYE (RFC 5804 section 1.2).
package struct SieveReply: Equatable, Sendable {
    package enum Status: String, Sendable {
        case ok = "OK"
        case no = "NO"
        case bye = "BYE"
    }

    package let status: Status
    /// The last line as it came, the one with the status.
    package let text: String
    /// The lines before it, which begin with a quoted string.
    package let lines: [String]

    /// The whole of it, lines joined by line feeds.
    var whole: String { (lines + [text]).joined(separator: "\n") }

    /// Reads one answer off `input`, or returns nil and leaves it alone when it is not all there.
    package init?(reading input: inout ByteQueue) throws(Malformed) {
        var ahead = input
        var lines: [String] = []
        while let line = try ahead.takeLineWithLiterals() {
            if let status = Status(rawValue: line.prefix { $0 != " " }.uppercased()) {
                self.status = status
                text = line
                self.lines = lines
                input = ahead
                return
            }
            guard line.hasPrefix("\"") else { throw .unexpected(line) }
            guard lines.count < ByteQueue.lineCountLimit else {
                throw .tooLong("an answer of more than \(ByteQueue.lineCountLimit) lines", quoting: line)
            }
            lines.append(line)
        }
        return nil
    }
}

/// What a server can do (RFC 5804 section 1.7): a name and at most one value a line, each a string.
struct SieveCapabilities: KeywordList {
    static let separators = Array(" \"".utf8)

    let lines: [String]
    let words: [[String]]
    private let isListed: Bool

    init(_ reply: SieveReply) {
        lines = reply.lines
        words = lines.map(Self.words)
        isListed = reply.status == .ok
    }

    var mechanisms: [String] { mechanisms(withOwn: false) }
    var offersTLS: Bool? { isListed ? offers("STARTTLS") : nil }

    /// The name of the software, as it stands in the list.
    static func product(in lines: [String]) -> Product? {
        guard let line = lines.first(where: { words($0).first == "IMPLEMENTATION" }) else { return nil }
        let name = line.dropFirst("\"IMPLEMENTATION\"".count).filter { $0 != "\"" }.drop { $0 == " " }
        return name.isEmpty ? nil : Product(String(name), .stated)
    }
}

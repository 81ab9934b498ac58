/// The head of an HTTP/1 response: status line and fields (RFC 9112 sections 4 and 5).
package struct HTTPHead: Equatable, Sendable {
    /// The status line as it came, safe to print.
    package let line: String
    /// 0 for HTTP/1.0.
    package let minorVersion: Int
    package let status: Int
    /// In the order they came; one that came twice is there twice.
    package let fields: [HeaderField]

    /// Reads a head off `input`, or returns nil and leaves it alone when it is not all there.
    ///
    /// - Throws: the line that is none of a head's, or that there is too much of it.
    package init?(reading input: inout ByteQueue) throws(Malformed) {
        var ahead = input
        guard var first = try ahead.takeLine() else { return nil }
        // What a server adds after the message before (RFC 9112 section 2.2 has clients do the same).
        if first.isEmpty {
            guard let second = try ahead.takeLine() else { return nil }
            first = second
        }
        let (minorVersion, status) = try Self.read(statusLine: first)
        guard let fields = try ahead.takeFields() else { return nil }
        line = first
        self.minorVersion = minorVersion
        self.status = status
        self.fields = fields
        input = ahead
    }

    /// The values of a field, joined as RFC 9110 section 5.3 allows; nil where there is none.
    package subscript(name: String) -> String? {
        fields[joined: name]
    }

    /// The members of a field that is a list of words, in lower case.
    func words(_ name: String) -> [String] {
        (self[name] ?? "").lowercased().split { $0 == "," || $0 == " " }.map(String.init)
    }

    /// `HTTP/1.1 200 OK`; the reason may be missing, the space before it too.
    private static func read(statusLine line: String) throws(Malformed) -> (Int, Int) {
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard
            parts.count >= 2, parts[0].hasPrefix("HTTP/1."), let minor = number(parts[0].dropFirst(7), digits: 1),
            let status = number(parts[1], digits: 3), status >= 100
        else { throw .unexpected(line) }
        return (minor, status)
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }
}

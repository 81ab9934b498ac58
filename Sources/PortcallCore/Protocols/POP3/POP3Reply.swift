/// One POP3 response: a status, its text, and the lines of a multi-line one (RFC 1939 section 3).
package struct POP3Reply: Equatable, Sendable {
    package let isPositive: Bool
    /// The first line as it came.
    package let text: String
    /// The lines up to the dot that ends them, their stuffing undone.
    package let body: [String]

    /// It is not the command that is refused: the server itself fails, for now or until it is mended (RFC 3206).
    var saysThatSystemFails: Bool { !isPositive && text.uppercased().hasPrefix("-ERR [SYS/") }

    /// Reads one response off `input`, or returns nil and leaves it alone when it is not all there.
    ///
    /// - Parameters:
    ///   - input: what has been received and not read.
    ///   - hasBody: a positive response goes on up to a line that is a dot alone.
    /// - Throws: what came instead of a response, or that there is too much of it.
    package init?(reading input: inout ByteQueue, hasBody: Bool) throws(Malformed) {
        var ahead = input
        guard let first = try ahead.takeLine() else { return nil }
        let status = first.prefix { $0 != " " }.uppercased()
        guard status == "+OK" || status == "-ERR" else { throw .unexpected(first) }
        guard let lines = hasBody && status == "+OK" ? try ahead.takeLinesUpToDot() : [] else { return nil }
        isPositive = status == "+OK"
        text = first
        body = lines
        input = ahead
    }
}

/// One NNTP response: a three-digit code, its text, and the lines of a multi-line one (RFC 3977 section 3.2).
package struct NNTPReply: Equatable, Sendable {
    package let code: Int
    /// The first line as it came.
    package let text: String
    /// The lines up to the dot that ends them, their stuffing undone.
    package let body: [String]

    package var isPositive: Bool { (100..<400).contains(code) }

    /// Reads one response off `input`, or returns nil and leaves it alone when it is not all there.
    ///
    /// - Parameters:
    ///   - input: what has been received and not read.
    ///   - codes: those that announce more lines in answer to the command.
    /// - Throws: what came instead of a response, or that there is too much of it.
    package init?(reading input: inout ByteQueue, multiLine codes: Set<Int>) throws(Malformed) {
        var ahead = input
        guard let first = try ahead.takeLine() else { return nil }
        let code = try ReplyCode(first, in: 100..<600, separators: [" "]).value
        guard let lines = codes.contains(code) ? try ahead.takeLinesUpToDot() : [] else { return nil }
        self.code = code
        text = first
        body = lines
        input = ahead
    }
}

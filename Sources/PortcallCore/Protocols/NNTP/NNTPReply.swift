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
        let digits = first.utf8.prefix(3)
        guard
            digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let code = Int(first.prefix(3)), (100..<600).contains(code),
            first.utf8.count == 3 || first.dropFirst(3).hasPrefix(" ")
        else { throw .unexpected(first) }
        guard codes.contains(code) else {
            self.code = code
            text = first
            body = []
            input = ahead
            return
        }
        guard let lines = try ahead.takeLinesUpToDot() else { return nil }
        self.code = code
        text = first
        body = lines
        input = ahead
    }
}

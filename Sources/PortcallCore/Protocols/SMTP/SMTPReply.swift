/// One SMTP reply: a three-digit code and its lines of text (RFC 5321 section 4.2).
package struct SMTPReply: Equatable, Sendable {
    package let code: Int
    /// The text of each line, code and separator aside.
    package let lines: [String]
    /// What came before it and had promised something else, as it came: a greeting or a list that ends in a refusal.
    package let promise: [String]

    package var isPositive: Bool { (200..<300).contains(code) }
    package var isTransient: Bool { (400..<500).contains(code) }

    /// The reply as it came, its lines joined by line feeds.
    package var text: String {
        let own = lines.enumerated().map { index, line in
            let separator = index < lines.count - 1 ? "-" : line.isEmpty ? "" : " "
            return "\(code)\(separator)\(line)"
        }
        return (promise + own).joined(separator: "\n")
    }

    /// The reply on one line, as evidence.
    package var quote: String { "\(code) \(lines.joined(separator: " "))" }

    /// Reads one reply off `input`, or returns nil and leaves it alone when the last line has not arrived.
    ///
    /// A line of 4xx or 5xx behind others means that the server has changed its mind: that is its reply then. Postfix's
    /// postscreen refuses so, having shown the first line of a greeting.
    package init?(reading input: inout ByteQueue) throws(Malformed) {
        var ahead = input
        var code: Int?
        var lines: [String] = []
        var promise: [String] = []
        while let line = try ahead.takeLine() {
            let head = try ReplyCode(line, in: 200..<600, separators: [" ", "-"])
            if let known = code, known != head.value {
                guard head.value >= 400 else { throw .unexpected(line) }
                promise += lines.map { "\(known)-\($0)" }
                lines = []
            }
            guard lines.count + promise.count < ByteQueue.lineCountLimit else {
                throw .tooLong("a reply of more than \(ByteQueue.lineCountLimit) lines", quoting: line)
            }
            code = head.value
            lines.append(String(line.dropFirst(4)))
            guard head.separator != "-" else { continue }
            self.code = head.value
            self.lines = lines
            self.promise = promise
            input = ahead
            return
        }
        return nil
    }
}

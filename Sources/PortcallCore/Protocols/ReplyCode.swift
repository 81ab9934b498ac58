/// The three digits that begin a line of SMTP's replies (RFC 5321 section 4.2) or NNTP's (RFC 3977 section 3.2).
struct ReplyCode {
    let value: Int
    /// What stands between code and text; nil where the line ends.
    let separator: Character?

    /// - Parameters:
    ///   - line: without its ending.
    ///   - range: the codes there are.
    ///   - separators: what may follow.
    /// - Throws: the line, where it begins otherwise.
    init(_ line: String, in range: Range<Int>, separators: Set<Character>) throws(Malformed) {
        let digits = line.utf8.prefix(3)
        let separator = line.dropFirst(3).first
        guard
            digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let value = Int(line.prefix(3)), range.contains(value),
            separator.map({ separators.contains($0) }) ?? true
        else { throw .unexpected(line) }
        self.value = value
        self.separator = separator
    }
}

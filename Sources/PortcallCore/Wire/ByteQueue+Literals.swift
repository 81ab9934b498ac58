extension ByteQueue {
    /// Takes a line with the literals in it, each as a quoted string, or nil until it is all there.
    ///
    /// As IMAP (RFC 9051 section 4.3) and ManageSieve (RFC 5804 section 4) write strings that have line endings in them.
    /// Bytes may have gone when nil is returned, so it is called on a copy.
    mutating func takeLineWithLiterals() throws(Malformed) -> String? {
        guard var line = try takeLine() else { return nil }
        while let count = Self.literalCount(atEndOf: line) {
            guard count <= Self.lineLimit else { throw .tooLong("a literal of \(count) bytes", quoting: line) }
            guard let literal = take(count), let rest = try takeLine() else { return nil }
            line += " \"\(String(escaping: literal))\"\(rest)"
            guard line.utf8.count <= Self.lineLimit * 2 else {
                throw .tooLong("a line with literals of more than \(Self.lineLimit * 2) bytes", quoting: line)
            }
        }
        return line
    }

    /// `{12}` or `{12+}` at the end of a line announces as many bytes.
    private static func literalCount(atEndOf line: String) -> Int? {
        guard line.hasSuffix("}"), let open = line.lastIndex(of: "{") else { return nil }
        let digits = line[line.index(after: open)...].dropLast()
        let number = digits.hasSuffix("+") ? digits.dropLast() : digits
        guard !number.isEmpty, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(number) ?? Int.max
    }
}

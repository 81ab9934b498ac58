extension Collection<UInt8> {
    /// The beginning of binary bytes as evidence, in hexadecimal.
    package var quotedInHexadecimal: String {
        Hexadecimal.text(prefix(24)) + (count > 24 ? " …" : "")
    }

    /// The beginning as evidence: text as text, anything else in hexadecimal.
    package var quoted: String {
        let head = Array(prefix(200))
        return head.isText ? head.quotedLines : quotedInHexadecimal
    }
}

extension [UInt8] {
    /// Printable, as a line of a text protocol is, which no letter outside ASCII begins.
    package var isText: Bool {
        first.map { $0 < 0x80 } == true
            && allSatisfy(\.isPrintable)
    }

    /// A greeting does, whatever a broken banner has further on.
    var beginsAsText: Bool { count >= 4 && prefix(4).allSatisfy { (0x20...0x7E).contains($0) } }

    /// As evidence, lines parted by a stroke.
    package var quotedLines: String {
        let text = trimmed
        guard Array(text).isText else { return ByteQueue.quote(text) }
        let lines = text.split { $0 == 0x0D || $0 == 0x0A }
        return ByteQueue.quote(Array(lines.joined(separator: " / ".utf8)))
    }

    /// Has that as a line of its own.
    func hasLine(_ line: String) -> Bool {
        split { $0 == 0x0D || $0 == 0x0A }.contains { $0.elementsEqual(line.utf8) }
    }

    /// Without the line ending at the end.
    var trimmed: ArraySlice<UInt8> {
        var slice = self[...]
        while let last = slice.last, last == 0x0D || last == 0x0A { slice.removeLast() }
        return slice
    }
}

extension UInt8 {
    /// No control character but those between lines and words.
    var isPrintable: Bool { self >= 0x20 && self != 0x7F || self == 0x0D || self == 0x0A || self == 0x09 }
}

extension UInt16 {
    /// The more significant byte first.
    var octets: [UInt8] { [UInt8(self >> 8), UInt8(truncatingIfNeeded: self)] }
}

/// A line of a list of targets that names one.
package struct RosterLine: Equatable, Sendable {
    /// The first is 1.
    package let number: Int
    /// The target as typed, without comment, white space and line end; bytes that are not UTF-8 are spelled out.
    package let text: String
    /// It was longer than any target is, and `text` is its beginning.
    package let isTooLong: Bool

    package init(number: Int, text: String, isTooLong: Bool = false) {
        self.number = number
        self.text = text
        self.isTooLong = isTooLong
    }
}

/// Reads a list of targets as it arrives: one a line, and what is no target is left out.
///
/// CRLF line ends, a byte order mark and white space around a target are not part of it. `#` begins a comment at the
/// start of a line or after white space, so that the fragment of a URL stays. However long a line is, no more than
/// `lengthLimit` bytes of it are kept.
package struct RosterReader: Sendable {
    /// A host name has 253 bytes at most; the rest is for what people paste.
    package static let lengthLimit = 4096

    private var line: [UInt8] = []
    private var isTooLong = false
    private var number = 1

    package init() {}

    /// Takes in what has come, and returns the lines with a target that are whole.
    package mutating func take(_ bytes: some Sequence<UInt8>) -> [RosterLine] {
        var lines: [RosterLine] = []
        for byte in bytes {
            guard byte == Self.lineFeed else {
                keep(byte)
                continue
            }
            if let line = endLine() { lines.append(line) }
        }
        return lines
    }

    /// The last line, where it lacks its line feed and names a target.
    package mutating func finish() -> RosterLine? { endLine() }

    private mutating func keep(_ byte: UInt8) {
        if line.count < Self.lengthLimit { line.append(byte) } else { isTooLong = true }
    }

    private mutating func endLine() -> RosterLine? {
        defer {
            line.removeAll(keepingCapacity: true)
            isTooLong = false
            number += 1
        }
        var rest = line[...]
        if number == 1, rest.starts(with: Self.byteOrderMark) { rest = rest.dropFirst(Self.byteOrderMark.count) }
        let target = Self.trimmed(Self.withoutComment(rest))
        // What a long comment hides is no target either.
        let isCut = isTooLong && target.endIndex == rest.endIndex
        guard !target.isEmpty else { return nil }
        return RosterLine(number: number, text: String(escaping: target), isTooLong: isCut)
    }

    private static func withoutComment(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = line.indices.first { index in
            line[index] == sharp && (index == line.startIndex || isWhite(line[index - 1]))
        }
        return line[..<(start ?? line.endIndex)]
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = text.firstIndex(where: { !isWhite($0) }), let last = text.lastIndex(where: { !isWhite($0) })
        else { return [] }
        return text[first...last]
    }

    /// The carriage return of a line end among them.
    private static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let sharp = UInt8(ascii: "#")
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

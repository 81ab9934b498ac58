/// Bytes as digits: as transcripts write them, and as fingerprints are written.
package enum Hexadecimal {
    /// Reads `30 0c 02 01`, or the same without spaces; nil for anything else.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let digits = String(text.filter { $0 != " " })
        guard digits.utf8.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        var rest = digits[...]
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16), rest.first != "+" else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    package static func text(_ bytes: some Sequence<UInt8>, separator: String = " ") -> String {
        let digits: StaticString = "0123456789abcdef"
        let text = bytes.reduce(into: [UInt8]()) { text, byte in
            if !text.isEmpty { text += separator.utf8 }
            for half in [byte >> 4, byte & 15] { text.append(digits.utf8Start[Int(half)]) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Sixteen bytes as Windows writes them: the first three fields are little-endian ([MS-DTYP] section 2.3.4.2).
    static func guid(_ bytes: some Sequence<UInt8>) -> String {
        let octets = Array(bytes)
        let groups = [[3, 2, 1, 0], [5, 4], [7, 6], [8, 9], Array(10..<16)]
        guard octets.count == 16 else { return text(octets, separator: "") }
        return groups.map { group in text(group.map { octets[$0] }, separator: "") }.joined(separator: "-")
    }

    /// Undoes `\r`, `\n` and `\\`; any other backslash stands for itself.
    static func unescaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let next = rest.first else {
                bytes.append(byte)
                continue
            }
            switch next {
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "\\"): bytes.append(next)
            default:
                bytes.append(byte)
                continue
            }
            rest = rest.dropFirst()
        }
        return bytes
    }
}

/// Bytes as RFC 4648 section 4 has them, and as pins of public keys are written.
enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Reads whole groups of four, the last one perhaps padded; nil for anything else.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let padding = text.utf8.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        guard padding <= 2, !text.isEmpty, text.utf8.count.isMultiple(of: 4) else { return nil }
        var bytes: [UInt8] = []
        var (bits, count) = (0, 0)
        for letter in text.utf8.dropLast(padding) {
            guard let value = letters.firstIndex(of: letter) else { return nil }
            bits = (bits << 6 | value) & 0xFFFF
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
        }
        return bytes
    }
}

/// An IPv6 address as RFC 5952 writes it.
package enum IPv6Text {
    /// Sixteen bytes as text: the longest run of two or more zero groups, the first of equals, becomes `::`.
    package static func of(_ bytes: [UInt8]) -> String {
        let groups = stride(from: 0, to: bytes.count - 1, by: 2).map { Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]) }
        let text = { (groups: ArraySlice<Int>) in groups.map { String($0, radix: 16) }.joined(separator: ":") }
        let zeros = longestZeros(in: groups)
        guard zeros.count > 1 else { return text(groups[...]) }
        return "\(text(groups[..<zeros.lowerBound]))::\(text(groups[zeros.upperBound...]))"
    }

    /// The first of the longest runs.
    private static func longestZeros(in groups: [Int]) -> Range<Int> {
        var longest = 0..<0
        var start = 0
        for (index, group) in groups.enumerated() {
            if group != 0 {
                start = index + 1
            } else if index + 1 - start > longest.count {
                longest = start..<(index + 1)
            }
        }
        return longest
    }
}

extension String {
    /// The IPv4 address, where IPv6 writes one (RFC 4291 section 2.5.5.2): the connection is one of IPv4 then.
    var unmapped: String {
        let mark = "::ffff:"
        return lowercased().hasPrefix(mark) && contains(".") ? String(dropFirst(mark.count)) : self
    }
}

/// One field of a head, as HTTP (RFC 9112 section 5) and SIP (RFC 3261 section 7.3) have them after mail.
package struct HeaderField: Equatable, Sendable {
    /// In lower case.
    package let name: String
    /// Safe to print, without the blanks around it; the lines of a folded one are joined by a space.
    package internal(set) var value: String
}

extension [HeaderField] {
    /// The values of a field, joined as RFC 9110 section 5.3 and RFC 3261 section 7.3.1 allow; nil where there is none.
    subscript(joined name: String) -> String? {
        let values = filter { $0.name == name }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }
}

extension ByteQueue {
    /// Takes fields up to the empty line after them, or nil until that has come.
    ///
    /// Fields may have gone when nil is returned, so it is called on a copy.
    mutating func takeFields() throws(Malformed) -> [HeaderField]? {
        var fields: [HeaderField] = []
        var lines = 0
        while let line = try takeLineBytes() {
            guard !line.isEmpty else { return fields }
            lines += 1
            guard lines <= Self.lineCountLimit else {
                throw .tooLong("more than \(Self.lineCountLimit) header lines", quoting: Self.quote(line))
            }
            guard line.first?.isBlank == true else {
                fields.append(try HeaderField(line))
                continue
            }
            // The line goes on the one before (obs-fold, RFC 9112 section 5.2).
            guard !fields.isEmpty else { throw .unexpected(Self.quote(line)) }
            fields[fields.count - 1].value += " " + String(escaping: line.withoutBlanks)
        }
        return nil
    }
}

extension HeaderField {
    /// Reads `Name: value`; blanks before the colon are forgiven (RFC 9112 section 5.1 has proxies remove them).
    fileprivate init(_ line: ArraySlice<UInt8>) throws(Malformed) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .unexpected(ByteQueue.quote(line)) }
        let name = String(escaping: line[..<colon].withoutBlanks)
        guard !name.isEmpty else { throw .unexpected(ByteQueue.quote(line)) }
        self.init(name: name.lowercased(), value: String(escaping: line[(colon + 1)...].withoutBlanks))
    }
}

extension UInt8 {
    /// A space or a tab.
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
}

extension ArraySlice<UInt8> {
    fileprivate var withoutBlanks: ArraySlice<UInt8> {
        var slice = drop(while: \.isBlank)
        while slice.last?.isBlank == true { slice.removeLast() }
        return slice
    }
}

/// The head of an HTTP/1 response: status line and fields (RFC 9112 sections 4 and 5).
package struct HTTPHead: Equatable, Sendable {
    /// The status line as it came, safe to print.
    package let line: String
    /// 0 for HTTP/1.0.
    package let minorVersion: Int
    package let status: Int
    /// In the order they came; one that came twice is there twice.
    package let fields: [HTTPField]

    /// Reads a head off `input`, or returns nil and leaves it alone when it is not all there.
    ///
    /// - Throws: the line that is none of a head's, or that there is too much of it.
    package init?(reading input: inout ByteQueue) throws(Malformed) {
        var ahead = input
        guard var first = try ahead.takeLine() else { return nil }
        // What a server adds after the message before (RFC 9112 section 2.2 has clients do the same).
        if first.isEmpty {
            guard let second = try ahead.takeLine() else { return nil }
            first = second
        }
        let (minorVersion, status) = try Self.read(statusLine: first)
        guard let fields = try ahead.takeFields() else { return nil }
        line = first
        self.minorVersion = minorVersion
        self.status = status
        self.fields = fields
        input = ahead
    }

    /// The values of a field, joined as RFC 9110 section 5.3 allows; nil where there is none.
    package subscript(name: String) -> String? {
        let values = fields.filter { $0.name == name }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    /// The members of a field that is a list of words, in lower case.
    func words(_ name: String) -> [String] {
        (self[name] ?? "").lowercased().split { $0 == "," || $0 == " " }.map(String.init)
    }

    /// `HTTP/1.1 200 OK`; the reason may be missing, the space before it too.
    private static func read(statusLine line: String) throws(Malformed) -> (Int, Int) {
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard
            parts.count >= 2, parts[0].hasPrefix("HTTP/1."), let minor = number(parts[0].dropFirst(7), digits: 1),
            let status = number(parts[1], digits: 3), status >= 100
        else { throw .unexpected(line) }
        return (minor, status)
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }
}

/// One field of a head or a trailer.
package struct HTTPField: Equatable, Sendable {
    /// In lower case.
    package let name: String
    /// Safe to print, without the blanks around it; the lines of a folded one are joined by a space.
    package internal(set) var value: String
}

extension ByteQueue {
    /// Takes fields up to the empty line after them, or nil until that has come.
    ///
    /// Fields may have gone when nil is returned, so it is called on a copy.
    mutating func takeFields() throws(Malformed) -> [HTTPField]? {
        var fields: [HTTPField] = []
        var lines = 0
        while let line = try takeLineBytes() {
            guard !line.isEmpty else { return fields }
            lines += 1
            guard lines <= Self.lineCountLimit else {
                throw .tooLong("more than \(Self.lineCountLimit) header lines", quoting: Self.quote(line))
            }
            guard line.first?.isBlank == true else {
                fields.append(try HTTPField(line))
                continue
            }
            // The line goes on the one before (obs-fold, RFC 9112 section 5.2).
            guard !fields.isEmpty else { throw .unexpected(Self.quote(line)) }
            fields[fields.count - 1].value += " " + String(escaping: line.withoutBlanks)
        }
        return nil
    }
}

extension HTTPField {
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

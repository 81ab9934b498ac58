/// A domain name as it stands in a message: labels of any bytes (RFC 1035 section 3.1, RFC 2181 section 11).
///
/// Names that differ in the case of ASCII letters are equal (RFC 4343).
public struct DNSName: Sendable {
    /// Without the empty label of the root; 1 to 63 bytes each, 255 in all with their lengths.
    public let labels: [[UInt8]]

    /// The most bytes of a name, its lengths and the root's included.
    static let limit = 255
    static let labelLimit = 63

    /// The root of the tree, which has no labels.
    public static let root = DNSName(checked: [])

    private init(checked labels: [[UInt8]]) {
        self.labels = labels
    }

    /// Nil where a label is empty or too long, or the name is.
    init?(labels: [[UInt8]]) {
        guard labels.allSatisfy({ (1...Self.labelLimit).contains($0.count) }) else { return nil }
        guard labels.reduce(1, { $0 + $1.count + 1 }) <= Self.limit else { return nil }
        self.init(checked: labels)
    }

    /// Reads `_ldap._tcp.example.com`, with or without the dot at the end, in ASCII; `.` is the root.
    public init?(_ text: String) {
        guard text != "." else {
            self = .root
            return
        }
        let name = text.hasSuffix(".") ? text.dropLast() : text[...]
        guard name.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else { return nil }
        self.init(
            labels: name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Array.init)
        )
    }

    /// As it is sent, never compressed.
    var encoded: [UInt8] {
        labels.flatMap { [UInt8(truncatingIfNeeded: $0.count)] + $0 } + [0]
    }

    private var folded: [[UInt8]] {
        labels.map { $0.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }
    }
}

extension DNSName: Hashable {
    public static func == (a: DNSName, b: DNSName) -> Bool { a.folded == b.folded }

    public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

extension DNSName: CustomStringConvertible {
    /// With the dot at the end; what could be mistaken, or act, is written as RFC 1035 section 5.1 says: `\.`, `\255`.
    public var description: String {
        labels.isEmpty ? "." : labels.map { Self.text($0) + "." }.joined()
    }

    /// As people write host names: without the dot at the end.
    public var host: String { labels.isEmpty ? "." : String(description.dropLast()) }

    private static func text(_ label: [UInt8]) -> String {
        label.reduce(into: "") { text, byte in
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "\""):
                text += "\\\(Character(Unicode.Scalar(byte)))"
            case 0x21...0x7E: text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += "\\" + String(1000 + Int(byte)).dropFirst()
            }
        }
    }
}

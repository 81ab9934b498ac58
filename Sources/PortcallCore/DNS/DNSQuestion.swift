/// What is asked of the DNS in the class IN: a name, and the type of the records wanted (RFC 1035 section 4.1.2).
public struct DNSQuestion: Hashable, Sendable {
    /// What is asked about.
    public let name: DNSName
    /// Which of its records are wanted.
    public let type: DNSType

    /// A question of a name and a type, whatever that is.
    public init(_ name: DNSName, _ type: DNSType) {
        self.name = name
        self.type = type
    }

    /// Reads `example.com MX`; a name alone asks for its IPv4 addresses.
    public init(_ text: String) throws(MalformedQuestion) {
        let words = text.split { $0 == " " || $0 == "\t" }.map(String.init)
        guard let first = words.first, words.count <= 2 else { throw .notAQuestion(text) }
        guard let name = DNSName(first) else { throw .notAName(first) }
        guard words.count == 2 else {
            self.init(name, .a)
            return
        }
        guard let type = DNSType(words[1]) else { throw .notAType(words[1]) }
        guard !type.isHarmful else { throw .harmful(type) }
        self.init(name, type)
    }

    /// The servers of a name: the root is a question that harms nobody.
    static let rootServers = DNSQuestion(.root, .ns)
}

extension DNSQuestion: CustomStringConvertible {
    /// As it is read: `example.com. MX`.
    public var description: String { "\(name) \(type)" }
}

/// What is wrong with a question, and the part that is.
@nonexhaustive
public enum MalformedQuestion: Error, Equatable, Sendable {
    case notAQuestion(String)
    case notAName(String)
    case notAType(String)
    /// Asks for more than one answer can hold; servers take it for an attack.
    case harmful(DNSType)
}

extension MalformedQuestion: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAQuestion(let text): "'\(text.escaped)' is not a name and a type, as 'example.com MX'"
        case .notAName(let text): "'\(text.escaped)' is not a name that DNS can hold"
        case .notAType(let text): "'\(text.escaped)' is not a type of record, as MX, SRV or TYPE65"
        case .harmful(let type): "\(type) is not asked for: servers take it for an attack"
        }
    }
}

/// A type of record, by its number in the registry (RFC 6895 section 3.1).
public struct DNSType: Hashable, Sendable {
    /// As it stands in messages.
    public let number: UInt16

    /// The type of that number, known or not.
    public init(number: UInt16) {
        self.number = number
    }

    /// Reads a mnemonic in any case, or `TYPE65` (RFC 3597 section 5).
    public init?(_ text: String) {
        let name = text.uppercased()
        if let number = Self.mnemonics.first(where: { $0.value == name })?.key {
            self.init(number: number)
        } else {
            guard name.hasPrefix("TYPE"), name.dropFirst(4).utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                return nil
            }
            guard let number = UInt16(name.dropFirst(4)) else { return nil }
            self.init(number: number)
        }
    }

    /// An IPv4 address (RFC 1035).
    public static let a = DNSType(number: 1)
    /// A name server of a zone (RFC 1035).
    public static let ns = DNSType(number: 2)
    /// The name that an alias stands for (RFC 1035).
    public static let cname = DNSType(number: 5)
    /// The start of a zone (RFC 1035).
    public static let soa = DNSType(number: 6)
    /// The name of an address (RFC 1035).
    public static let ptr = DNSType(number: 12)
    /// A mail server of a domain (RFC 1035).
    public static let mx = DNSType(number: 15)
    /// Text (RFC 1035).
    public static let txt = DNSType(number: 16)
    /// An IPv6 address (RFC 3596).
    public static let aaaa = DNSType(number: 28)
    /// A host and port of a service (RFC 2782).
    public static let srv = DNSType(number: 33)
    /// A signature of other records (RFC 4034).
    public static let rrsig = DNSType(number: 46)
    /// A certificate to expect (RFC 6698).
    public static let tlsa = DNSType(number: 52)

    /// Whole zones, and every record of a name.
    var isHarmful: Bool { (251...255).contains(number) }

    private static let mnemonics: [UInt16: String] = [
        1: "A", 2: "NS", 5: "CNAME", 6: "SOA", 12: "PTR", 13: "HINFO", 15: "MX", 16: "TXT", 17: "RP", 18: "AFSDB",
        24: "SIG", 25: "KEY", 28: "AAAA", 29: "LOC", 33: "SRV", 35: "NAPTR", 37: "CERT", 39: "DNAME", 41: "OPT",
        43: "DS", 44: "SSHFP", 46: "RRSIG", 47: "NSEC", 48: "DNSKEY", 50: "NSEC3", 51: "NSEC3PARAM", 52: "TLSA",
        53: "SMIMEA", 59: "CDS", 60: "CDNSKEY", 61: "OPENPGPKEY", 64: "SVCB", 65: "HTTPS", 99: "SPF", 251: "IXFR",
        252: "AXFR", 253: "MAILB", 254: "MAILA", 255: "ANY", 256: "URI", 257: "CAA",
    ]
}

extension DNSType: CustomStringConvertible {
    public var description: String { Self.mnemonics[number] ?? "TYPE\(number)" }
}

/// One resource record (RFC 1035 section 4.1.3).
public struct DNSRecord: Equatable, Sendable {
    /// Whose record it is.
    public let name: DNSName
    /// What `data` has to be read as.
    public let type: DNSType
    /// Seconds for which it may be kept.
    public let timeToLive: UInt32
    /// What it says.
    public let data: Content

    package init(name: DNSName, type: DNSType, timeToLive: UInt32, data: Content) {
        self.name = name
        self.type = type
        self.timeToLive = timeToLive
        self.data = data
    }

    /// What it says, of the types that portcall understands.
    @nonexhaustive
    public enum Content: Equatable, Sendable {
        /// A and AAAA, as text.
        case address(String)
        /// NS, CNAME and PTR.
        case name(DNSName)
        /// MX; the root as host is the null MX of RFC 7505.
        case mailExchanger(preference: UInt16, host: DNSName)
        /// SRV (RFC 2782); the root as target says that the service is not offered.
        case service(priority: UInt16, weight: UInt16, port: UInt16, target: DNSName)
        /// TLSA (RFC 6698 section 2.1): certificate usage, selector, matching type, certificate association data.
        case association(usage: UInt8, selector: UInt8, matching: UInt8, data: [UInt8])
        /// TXT: its strings, as sent.
        case text([[UInt8]])
        /// SOA: the primary server, the mailbox of who is responsible, the serial number.
        case authority(primary: DNSName, mailbox: DNSName, serial: UInt32)
        /// Anything else, and what does not have the form of its type.
        case other([UInt8])
    }
}

extension DNSRecord: CustomStringConvertible {
    /// A line of a zone file, as `example.com. 300 MX 10 mail.example.com.` is.
    public var description: String { "\(name) \(timeToLive) \(type) \(data)" }
}

extension DNSRecord.Content: CustomStringConvertible {
    /// The data as zone files have it; harmless to print.
    public var description: String {
        switch self {
        case .address(let text): text
        case .name(let name): "\(name)"
        case .mailExchanger(let preference, let host): "\(preference) \(host)"
        case .service(let priority, let weight, let port, let target): "\(priority) \(weight) \(port) \(target)"
        case .association(let usage, let selector, let matching, let data):
            "\(usage) \(selector) \(matching) \(Hexadecimal.text(data, separator: ""))"
        case .text(let strings): strings.map { "\"\(String(escaping: $0))\"" }.joined(separator: " ")
        case .authority(let primary, let mailbox, let serial): "\(primary) \(mailbox) \(serial)"
        case .other(let bytes): "\\# \(bytes.count) \(Hexadecimal.text(bytes, separator: ""))"
        }
    }
}

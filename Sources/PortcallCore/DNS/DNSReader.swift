/// Reads numbers, names and records off a message, and never past its end.
struct DNSReader {
    private let message: [UInt8]
    private(set) var position: Int
    private let end: Int

    /// - Parameters:
    ///   - message: the whole of it, for names point backwards.
    ///   - position: where to begin.
    init(_ message: [UInt8], at position: Int = 0) {
        self.message = message
        self.position = min(position, message.count)
        end = message.count
    }

    /// A part of the message; names in it may point before it.
    private init(_ message: [UInt8], from position: Int, to end: Int) {
        self.message = message
        self.position = position
        self.end = end
    }

    var isAtEnd: Bool { position == end }

    mutating func byte() throws(Malformed) -> UInt8 {
        guard position < end else { throw .unexpected("a DNS message that ends too early") }
        defer { position += 1 }
        return message[position]
    }

    mutating func number16() throws(Malformed) -> UInt16 {
        let high = UInt16(try byte())
        return high << 8 | UInt16(try byte())
    }

    mutating func number32() throws(Malformed) -> UInt32 {
        let high = UInt32(try number16())
        return high << 16 | UInt32(try number16())
    }

    mutating func bytes(_ count: Int) throws(Malformed) -> [UInt8] {
        guard count <= end - position else { throw .unexpected("a DNS message that ends too early") }
        defer { position += count }
        return Array(message[position..<(position + count)])
    }

    mutating func rest() -> [UInt8] {
        defer { position = end }
        return Array(message[position..<end])
    }

    /// A part of that many bytes, read on its own.
    mutating func part(_ count: Int) throws(Malformed) -> DNSReader {
        let start = position
        _ = try bytes(count)
        return DNSReader(message, from: start, to: position)
    }

    /// A name, compressed or not (RFC 1035 section 4.1.4).
    ///
    /// Each pointer must lead further back than the one before, as every honest one does: so no name goes in circles.
    mutating func name() throws(Malformed) -> DNSName {
        var labels: [[UInt8]] = []
        // Goes where the name goes; the message goes on after the first pointer.
        var cursor = self
        var next: Int?
        var border = position
        while true {
            let length = try cursor.byte()
            switch length {
            case 0:
                position = next ?? cursor.position
                guard let name = DNSName(labels: labels) else { throw Self.badName }
                return name
            case 1...0x3F:
                labels.append(try cursor.bytes(Int(length)))
                guard labels.count < DNSName.limit / 2 else { throw Self.badName }
            case 0xC0...:
                let target = Int(length & 0x3F) << 8 | Int(try cursor.byte())
                guard target < border else { throw .unexpected("a DNS name whose compression leads in circles") }
                next = next ?? cursor.position
                border = target
                cursor = DNSReader(message, from: target, to: message.count)
            default: throw .unexpected("a DNS label of an unknown type")
            }
        }
    }

    private static let badName = Malformed.unexpected("a DNS name of more than \(DNSName.limit) bytes")
}

extension DNSReader {
    mutating func record() throws(Malformed) -> DNSRecord {
        let name = try name()
        let type = DNSType(number: try number16())
        _ = try number16()
        let timeToLive = try number32()
        let data = try part(Int(try number16()))
        return DNSRecord(name: name, type: type, timeToLive: timeToLive, data: data.content(of: type))
    }

    /// What has not the form of its type is kept as bytes: the other records are still good.
    private func content(of type: DNSType) -> DNSRecord.Content {
        var reader = self
        if let content = try? reader.typedContent(type), reader.isAtEnd { return content }
        reader = self
        return .other(reader.rest())
    }

    private mutating func typedContent(_ type: DNSType) throws(Malformed) -> DNSRecord.Content {
        switch type {
        case .a: .address(try bytes(4).map(String.init).joined(separator: "."))
        case .aaaa: .address(IPv6Text.of(try bytes(16)))
        case .ns, .cname, .ptr: .name(try name())
        case .mx: .mailExchanger(preference: try number16(), host: try name())
        case .srv:
            .service(priority: try number16(), weight: try number16(), port: try number16(), target: try name())
        case .tlsa: .association(usage: try byte(), selector: try byte(), matching: try byte(), data: rest())
        case .txt: .text(try strings())
        case .soa: try authority()
        default: .other(rest())
        }
    }

    private mutating func strings() throws(Malformed) -> [[UInt8]] {
        var strings: [[UInt8]] = []
        while !isAtEnd { strings.append(try bytes(Int(try byte()))) }
        return strings
    }

    private mutating func authority() throws(Malformed) -> DNSRecord.Content {
        let (primary, mailbox, serial) = (try name(), try name(), try number32())
        // Refresh, retry, expire and minimum are the affair of secondary servers.
        _ = try bytes(16)
        return .authority(primary: primary, mailbox: mailbox, serial: serial)
    }
}

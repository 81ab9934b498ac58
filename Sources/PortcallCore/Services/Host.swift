/// The machine to call: a name, or an address where no name is.
public enum Host: Hashable, Sendable {
    /// A host name without a trailing dot; it may still have letters outside ASCII.
    case name(String)
    case ipv4(String)
    /// The address without brackets, and the zone that a link-local one needs (RFC 4007 section 11).
    case ipv6(String, zone: String?)

    /// Reads a host name, an IPv4 address, or an IPv6 address without its brackets.
    public init(_ text: String) throws(MalformedTarget) {
        guard !text.isEmpty else { throw .noHost }
        if text.contains(":") {
            self = try Self.readIPv6(text)
        } else if Self.endsInNumber(text) {
            guard Self.isIPv4(text) else { throw .notAnAddress(text) }
            self = .ipv4(text)
        } else {
            self = .name(try Self.readName(text))
        }
    }

    /// Reads a host that is meant without a port.
    ///
    /// - Throws: what is wrong with it; brackets and a port are told as that.
    init(nameAlone text: String) throws(MalformedTarget) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard !text.hasPrefix("["), !text.contains("://") else { throw .notANameAlone(text) }
        guard parts.count != 2 || parts[1].isEmpty || !parts[1].allSatisfy(\.isNumber) else {
            throw .notANameAlone(text)
        }
        try self.init(text)
    }

    /// What a resolver and a person are given, without brackets.
    public var text: String {
        switch self {
        case .name(let name): name
        case .ipv4(let address): address
        case .ipv6(let address, let zone): zone.map { "\(address)%\($0)" } ?? address
        }
    }

    /// As it stands before `:port`.
    public var bracketed: String {
        switch self {
        case .name, .ipv4: text
        case .ipv6: "[\(text)]"
        }
    }

    /// What the certificate must name; a zone is this machine's affair.
    public var serverName: ServerName {
        switch self {
        case .name(let name): .dns(name)
        case .ipv4(let address), .ipv6(let address, _): .ip(address.unmapped)
        }
    }

    /// Letters, digits, hyphens and, as Windows has them, underscores; 63 a label, 253 in all (RFC 1123 section 2.1).
    private static func readName(_ text: String) throws(MalformedTarget) -> String {
        let name = text.hasSuffix(".") ? String(text.dropLast()) : text
        guard name.utf8.count <= 253 else { throw .notAName(text, "it is longer than 253 characters") }
        for label in name.split(separator: ".", omittingEmptySubsequences: false) {
            guard !label.isEmpty else { throw .notAName(text, "it has an empty label") }
            if let odd = label.unicodeScalars.first(where: { !$0.isAllowedInLabel }) {
                throw .notAName(text, "'\(String(odd).escaped)' cannot stand in a host name")
            }
            guard label.utf8.count <= 63 || !label.utf8.allSatisfy({ $0 < 0x80 }) else {
                throw .notAName(text, "'\(label)' is longer than 63 characters")
            }
            guard !label.hasPrefix("-"), !label.hasSuffix("-") else {
                throw .notAName(text, "'\(label)' begins or ends with a hyphen")
            }
        }
        return name
    }

    private static func endsInNumber(_ text: String) -> Bool {
        let last = text.split(separator: ".").last ?? ""
        return !last.isEmpty && last.utf8.allSatisfy { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") }
    }

    private static func isIPv4(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                (1...3).contains(part.utf8.count) && (part.count == 1 || part.first != "0") && UInt8(part) != nil
                    && part.first != "+"
            }
    }

    private static func readIPv6(_ text: String) throws(MalformedTarget) -> Host {
        let parts = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
        guard isIPv6(parts[0]) else { throw .notAnAddress(text) }
        guard parts.count == 2 else { return .ipv6(String(parts[0]), zone: nil) }
        // In a URL the sign itself is escaped (RFC 6874 section 2).
        let isEscaped = parts[1].hasPrefix("25") && parts[1].count > 2
        let zone = isEscaped ? parts[1].dropFirst(2) : parts[1]
        guard !zone.isEmpty, zone.utf8.count <= 32, zone.unicodeScalars.allSatisfy({ $0.isASCII && $0.isAllowedInZone })
        else { throw .notAnAddress(text) }
        return .ipv6(String(parts[0]), zone: String(zone))
    }

    /// RFC 4291 section 2.2: eight groups, one run of zero groups as `::`, the last two perhaps as IPv4.
    private static func isIPv6(_ text: Substring) -> Bool {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return false }
        var groups = 0
        for (index, half) in halves.enumerated() where !half.isEmpty {
            let parts = half.split(separator: ":", omittingEmptySubsequences: false)
            for (position, part) in parts.enumerated() {
                let isLast = index == halves.count - 1 && position == parts.count - 1
                if isLast, part.contains(".") {
                    guard isIPv4(part) else { return false }
                    groups += 2
                } else {
                    guard (1...4).contains(part.utf8.count), part.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
                        return false
                    }
                    groups += 1
                }
            }
        }
        return halves.count == 2 ? groups <= 7 : groups == 8
    }
}

extension Unicode.Scalar {
    fileprivate var isAllowedInLabel: Bool {
        guard isASCII else {
            return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
                || properties.generalCategory == .decimalNumber
        }
        return isAllowedInZone && self != "."
    }

    fileprivate var isAllowedInZone: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
        default: false
        }
    }
}

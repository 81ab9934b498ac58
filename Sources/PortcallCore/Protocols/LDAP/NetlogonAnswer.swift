/// NETLOGON_SAM_LOGON_RESPONSE_EX ([MS-ADTS] section 6.3.1.9): little-endian, its names compressed as in DNS.
package struct NetlogonAnswer: Equatable, Sendable {
    package let opcode: UInt16
    package let flags: UInt32
    /// As Windows writes it: `6ba7b810-9dad-11d1-80b4-00c04fd430c8`.
    package let domainGUID: String
    package let forest: String
    package let domain: String
    /// The domain controller's own name in DNS.
    package let host: String
    package let netBIOSDomain: String
    package let netBIOSHost: String
    /// The site that the domain controller stands in.
    package let site: String
    /// The site that the client's address belongs to; empty where no subnet has it.
    package let clientSite: String

    /// Netlogon is there and takes no requests.
    package var isPaused: Bool { opcode == Self.paused }
    package var isGlobalCatalog: Bool { flags & 0x4 != 0 }
    package var isWritable: Bool { flags & 0x100 != 0 }

    private static let paused: UInt16 = 24
    private static let answers: ClosedRange<UInt16> = 23...25

    /// Reads the value of the attribute; nil where it is none of that form.
    init?(_ value: ArraySlice<UInt8>) {
        let bytes = Array(value)
        guard bytes.count >= 24 else { return nil }
        opcode = UInt16(bytes[0]) | UInt16(bytes[1]) << 8
        guard Self.answers.contains(opcode) else { return nil }
        flags = (0..<4).reduce(0) { $0 | UInt32(bytes[4 + $1]) << (8 * UInt32($1)) }
        domainGUID = Hexadecimal.guid(bytes[8..<24])
        var reader = DNSReader(bytes, at: 24)
        // Forest, domain, host, NetBIOS domain and host, user, site, the client's site.
        let names = (0..<8).compactMap { _ in try? reader.name() }.map { $0 == .root ? "" : $0.host }
        guard names.count == 8 else { return nil }
        (forest, domain, host) = (names[0], names[1], names[2])
        (netBIOSDomain, netBIOSHost) = (names[3], names[4])
        (site, clientSite) = (names[6], names[7])
    }
}

extension NetlogonAnswer {
    /// On one line.
    var title: String {
        "\(host), \(isGlobalCatalog ? "a global catalog" : "a domain controller") of \(domain)"
    }

    /// What the flags say, in words; those nobody has named are left out.
    package var roles: [String] {
        Self.names.filter { flags & $0.bit != 0 }.map(\.name)
    }

    var lines: [FactLine] {
        let lines = [
            FactLine("host", "\(host), site \(site)"),
            FactLine("domain", "\(domain), forest \(forest)"),
            FactLine(
                "here",
                clientSite.isEmpty ? "this address is in no site" : "this address is in site \(clientSite)"
            ),
            FactLine("roles", roles.joined(separator: ", ")),
            level.map { FactLine("level", $0) },
        ].compactMap(\.self)
        return lines.filter { !$0.text.isEmpty }
    }

    var record: Record {
        Record([
            ("opcode", .integer(Int(opcode))), ("flags", .integer(Int(flags))), ("roles", .texts(roles)),
            ("level", level.map { .text($0) } ?? .null),
            ("domain_guid", .text(domainGUID)), ("forest", .text(forest)), ("domain", .text(domain)),
            ("host", .text(host)), ("netbios_domain", .text(netBIOSDomain)), ("netbios_host", .text(netBIOSHost)),
            ("site", .text(site)), ("client_site", .text(clientSite)),
        ])
    }

    /// The highest functional level of a controller that the flags name; none did before 2012.
    package var level: String? {
        Self.levels.last { flags & $0.bit != 0 }.map { "\($0.name) or later, by the flags" }
    }

    private static let levels: [(bit: UInt32, name: String)] = [
        (0x4000, "Windows Server 2012"), (0x8000, "Windows Server 2012 R2"), (0x10000, "Windows Server 2016"),
    ]

    /// [MS-ADTS] section 6.3.1.2.
    private static let names: [(bit: UInt32, name: String)] = [
        (0x1, "primary domain controller"), (0x4, "global catalog"), (0x8, "LDAP"), (0x10, "directory"),
        (0x20, "Kerberos"), (0x40, "time server"), (0x80, "closest site"), (0x100, "writable"),
        (0x200, "reliable time server"), (0x400, "application partition"), (0x800, "read-only with some secrets"),
        (0x1000, "writable with all secrets"), (0x2000, "web services"),
    ]
}

extension Service {
    /// What every other service needs first: names, and tickets.
    static let network = [
        Service(
            "dns",
            "DNS",
            .dns,
            port: 53,
            security: .none,
            reference: "RFC 7766",
            role: "Names for Exchange: domain controllers by SRV, other mail servers by MX; TCP for long answers."
        ),
        Service(
            "dns-udp",
            "DNS over UDP",
            .dns,
            port: 53,
            transport: .udp,
            security: .none,
            reference: "RFC 1035",
            role: "The same in datagrams, as nearly every question is asked."
        ),
        Service(
            "kerberos",
            "Kerberos",
            .kerberos,
            port: 88,
            security: .none,
            reference: "RFC 4120",
            role: "Tickets by which Exchange and its users log in to Active Directory; on every domain controller."
        ),
        Service(
            "kerberos-udp",
            "Kerberos over UDP",
            .kerberos,
            port: 88,
            transport: .udp,
            security: .none,
            reference: "RFC 4120",
            role: "The same in datagrams, for tickets that fit into one."
        ),
    ]
}

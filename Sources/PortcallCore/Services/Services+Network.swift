extension Service {
    /// What every other service needs first: names, and tickets.
    static let network = [dns, dnsUDP, kerberos, kerberosUDP, smb, tls, tcp]

    static let dns = Service(
        "dns",
        "DNS",
        .dns,
        port: 53,
        security: .none,
        reference: "RFC 7766",
        role: "Names for Exchange: domain controllers by SRV, other mail servers by MX; TCP for long answers."
    )

    static let dnsUDP = Service(
        "dns-udp",
        "DNS over UDP",
        .dns,
        port: 53,
        transport: .udp,
        security: .none,
        reference: "RFC 1035",
        role: "The same in datagrams, as nearly every question is asked."
    )

    static let kerberos = Service(
        "kerberos",
        "Kerberos",
        .kerberos,
        port: 88,
        security: .none,
        reference: "RFC 4120",
        role: "Tickets by which Exchange and its users log in to Active Directory; on every domain controller."
    )

    static let kerberosUDP = Service(
        "kerberos-udp",
        "Kerberos over UDP",
        .kerberos,
        port: 88,
        transport: .udp,
        security: .none,
        reference: "RFC 4120",
        role: "The same in datagrams, for tickets that fit into one."
    )

    static let smb = Service(
        "smb",
        "SMB",
        .smb,
        port: 445,
        security: .none,
        reference: "MS-SMB2",
        role: "File shares, as the administration of Exchange 2010 and the witness of its availability groups use them."
    )

    static let tls = Service(
        "tls",
        "TLS",
        .tls,
        port: nil,
        security: .implicit,
        reference: "RFC 8446",
        role: "Any port that begins with TLS, whatever is spoken inside: the handshake and the certificate alone."
    )

    static let tcp = Service(
        "tcp",
        "the port",
        .tcp,
        port: nil,
        security: .none,
        reference: "RFC 9293",
        role: "Any port: whether anybody is there, and what is said there without being asked; nothing is sent.",
        policy: Policy(patience: nil)
    )
}

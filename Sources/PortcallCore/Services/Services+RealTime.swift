extension Service {
    /// Telephones, presence and chat.
    static let realTime = [sip, sips, sipUDP, irc, ircs]

    static let sip = Service(
        "sip",
        "SIP",
        .sip,
        port: 5060,
        otherPorts: [5065, 5067],
        security: .none,
        reference: "RFC 3261",
        role: "Calls to Unified Messaging of Exchange 2007 to 2016: 5060, and 5065 and 5067 of its worker process."
    )

    static let sips = Service(
        "sips",
        "SIP over TLS",
        .sip,
        port: 5061,
        otherPorts: [5062, 5063, 5066, 5068, 5075, 5076, 5077],
        security: .implicit,
        reference: "RFC 3261",
        role: "The same with mutual TLS, and to and from Lync; 5075 to 5077: presence in Outlook Web App."
    )

    static let sipUDP = Service(
        "sip-udp",
        "SIP over UDP",
        .sip,
        port: 5060,
        transport: .udp,
        security: .none,
        reference: "RFC 3261",
        role: "Telephones and gateways of others; Unified Messaging and Lync do not speak it."
    )

    static let irc = Service(
        "irc",
        "IRC",
        .irc,
        port: 6667,
        otherPorts: [7000],
        security: .upgrade,
        reference: "RFC 2812",
        role: "Chat: the Chat Service of Exchange 2000, with Microsoft's IRCX; gone since Exchange 2003.",
        policy: Policy(withoutTLS: .note, counterpart: "ircs")
    )

    static let ircs = Service(
        "ircs",
        "IRC over TLS",
        .irc,
        port: 994,
        security: .implicit,
        reference: "RFC 7194",
        role:
            "Chat with TLS from the first byte, which Exchange 2000 does not have: whatever answers is another server."
    )
}

extension ProtocolWords {
    static let dns = ProtocolWords(
        products: ["BIND", "Windows", "Unbound", "Samba"],
        dialogue: DialogueByHand(
            inClear: [
                Probe("Ask the same over TCP:", "dig @{host} -p {port} +tcp . NS +norecurse", .over(.tcp)),
                Probe("Ask the same:", "dig @{host} -p {port} . NS +norecurse", .over(.udp)),
            ]
        ),
        advice: [
            Advice(
                .connectRefused,
                Remedy("BIND", "listen-on and listen-on-v6 must cover the address; it answers over TCP there too."),
                Remedy("Windows", "Get-Service DNS; Get-DnsServerSetting shows the addresses that it listens on."),
                Remedy("Unbound", "interface: must name the address.")
            ),
            Advice(
                .connectTimeout,
                meaning: [
                    "A firewall that knows DNS as UDP alone drops TCP; answers that do not fit into a datagram then "
                        + "never come (RFC 7766)."
                ]
            ),
            Advice(.timeout, bind, windows, unbound),
            Advice(
                .closedEarly,
                Remedy("BIND", "rndc status shows TCP clients and their limit (tcp-clients)."),
                windows,
                Remedy("Unbound", "incoming-num-tcp is the limit of connections.")
            ),
            Advice(.closedBeforeGreeting, bind, windows, unbound),
        ],
        source: "its answer"
    )

    private static let bind = Remedy(
        "BIND",
        "rndc status; blackhole and rate-limit make it say nothing, and tcp-clients limits connections."
    )

    private static let windows = Remedy(
        "Windows",
        "Get-DnsServerResponseRateLimiting and Get-DnsServerQueryResolutionPolicy show what is left unanswered; look "
            + "at the DNS Server log."
    )

    private static let unbound = Remedy(
        "Unbound",
        "access-control with deny says nothing, with refuse says so; look at unbound-control stats."
    )
}

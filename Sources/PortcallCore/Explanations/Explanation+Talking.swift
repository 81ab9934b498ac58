extension Explanation {
    static let talking = [
        closedBeforeGreeting, silent, greetingSlow, serviceRefusing, malformedReply, limitExceeded,
    ]

    static let closedBeforeGreeting = Explanation(
        "closed-before-greeting",
        .critical,
        message: "{address} accepts connections on port {port} and closes them before the server says a word.",
        fix: "Look behind the load balancer, and for rules that drop this client's address; then at the server's log.",
        meaning: [
            "Something accepted the connection and ended it at once. Typical: a load balancer with no healthy server "
                + "behind it, a TCP wrapper or connector that does not allow this address, a service that crashes at "
                + "start.",
            "portcall also tried TLS from the first byte; that was not answered either.",
        ],
        confirm: [.connect, Probe("Wait for the greeting:", "nc {host} {port}")],
        remedies: [
            Remedy("Exchange", "Check RemoteIPRanges of the receive connectors, and the health of the pool's members."),
            Remedy("Postfix", "Look for 'fatal:' of smtpd in the mail log: it dies on a bad setting, such as SASL's."),
            Remedy("Exim", "Check host_reject_connection and the log of rejected connections."),
        ]
    )

    static let silent = Explanation(
        "silent",
        .critical,
        message:
            "The connection is accepted, and then not one byte comes in {seconds} s, though the server speaks first.",
        fix:
            "Check that the service behind the port is alive, and that no firewall lets only the handshake of TCP "
            + "through.",
        meaning: [
            "In this protocol the server greets first. It did not. The service hangs, waits for a lookup of our "
                + "address, or a device between accepts connections on its behalf.",
            "portcall also asked whether the port waits for TLS; it does not.",
        ],
        confirm: [Probe("Wait for the greeting:", "nc {host} {port}"), .openssl],
        remedies: [
            Remedy("Exchange", "Restart the transport service; check the servers that DNS lookups on connectors use."),
            Remedy("Postfix", "All smtpd processes may be busy: compare with default_process_limit and the mail log."),
            Remedy("Exim", "Check rfc1413_query_timeout, smtp_accept_max and DNS of the server."),
        ]
    )

    static let greetingSlow = Explanation(
        "greeting-slow",
        .warning,
        message: "The greeting took {elapsed}; clients with little patience give up before it comes.",
        fix: "Find what the server waits for: reverse DNS of the client, a DNS list, a deliberate delay.",
        meaning: [
            "RFC 5321 lets a client wait five minutes, and some wait ten seconds. Delays are sometimes meant "
                + "(postscreen, greet delays against spam) and more often a name server that does not answer the "
                + "server."
        ],
        confirm: [Probe("Time the greeting:", "time (echo QUIT | nc {host} {port})")],
        remedies: [
            Remedy("Exchange", "Check the DNS servers the transport service uses for reverse lookups."),
            Remedy("Postfix", "postscreen_greet_wait; slow DNS in smtpd_client_restrictions."),
            Remedy("Exim", "Delays in acl_smtp_connect; rfc1413_query_timeout = 0s."),
        ]
    )

    static let serviceRefusing = Explanation(
        "service-refusing",
        .critical,
        message: "The server is there and refuses to serve. {meaning}",
        fix: "Act on the server's own words; if they name this address, ask from another one to compare.",
        meaning: [
            "A 4xx answer is meant to pass: maintenance, too many connections, back pressure. A 5xx answer is meant to "
                + "stay: this client, or everybody, is not served here.",
            "Exchange says 421 4.3.2 when the component is inactive or under back pressure.",
        ],
        confirm: [
            .swaks,
            Probe("On Exchange, see inactive components:", "Get-ServerComponentState SERVER"),
        ],
        remedies: [
            Remedy(
                "Exchange",
                "Set-ServerComponentState SERVER -Component HubTransport -State Active -Requester Maintenance (and "
                    + "FrontendTransport); with 452 4.3.1 free space on the disk of the queue."
            ),
            Remedy("Postfix", "Look for the reason in the mail log: smtpd_client_restrictions, limits, postscreen."),
            Remedy("Exim", "Look at acl_smtp_connect, smtp_accept_max and the reject log."),
        ]
    )

    static let malformedReply = Explanation(
        "malformed-reply",
        .critical,
        message: "{what}",
        fix: "Find out which program has the port, and what stands between.",
        meaning: ["A reply breaks the grammar of the protocol, so that nothing after it can be trusted."],
        confirm: [Probe("See the bytes:", "nc {host} {port} | head -c 200 | xxd")],
        remedies: [
            Remedy(
                "Any server",
                "On the server, ss -ltnp 'sport = :{port}' (Windows: netstat -abno) names the program."
            ),
            Remedy("Firewall", "Turn off inspection that rewrites the protocol."),
        ]
    )

    static let limitExceeded = Explanation(
        "limit-exceeded",
        .critical,
        message: "The server sends more than an honest one would ({what}), so portcall stopped listening.",
        fix: "Find out what answers there; a mail server's reply has a few short lines.",
        meaning: [
            "portcall reads at most 4 KiB a line, 128 lines and 64 KiB a reply, 100 KiB and 20 certificates a chain, "
                + "and 1 MiB a call. Real servers stay far below."
        ],
        confirm: [Probe("See the bytes:", "nc {host} {port} | head -c 10000")],
        remedies: [Remedy("Any server", "Shorten greeting banners; serve the leaf and its intermediates only.")]
    )
}

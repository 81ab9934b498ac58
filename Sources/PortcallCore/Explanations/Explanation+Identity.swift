extension Explanation {
    static let identity = [wrongProtocol, wantsImplicitTls, notImplicitTls, middleboxMasking]

    static let wrongProtocol = Explanation(
        "wrong-protocol",
        .critical,
        message: "Port {port} is answered by {answers}, not by {protocol}.",
        fix: "Check the port number, the port forwarding of the firewall, and which program has the port.",
        meaning: [
            "The first bytes, or the refusal of every greeting of this protocol, show that another service answers. "
                + "Usual causes: a wrong number in a forwarding rule, a proxy's block page, two services exchanged."
        ],
        confirm: [
            .bytes, .stranger, .strangerInsideTLS,
            Probe("Ask nmap who it is:", "nmap -sV -p {port} {host}", .over(.tcp)),
            Probe("Ask nmap who it is:", "nmap -sU -sV -p {port} {host}", .over(.udp)),
        ],
        remedies: [
            .program,
            Remedy("Firewall", "Look at where {transport} port {port} is forwarded to."),
        ]
    )

    static let wantsImplicitTls = Explanation(
        "wants-implicit-tls",
        .critical,
        message:
            "Port {port} speaks TLS from the first byte; {service} begins in clear, so its clients are not understood there.",
        fix: "Let clients begin with TLS on this port, or let this port begin in clear.",
        meaning: [
            "The server waits for a ClientHello where this service begins in clear. A client that does so gets "
                + "silence or an alert.",
            "Where the server was silent, portcall found it out with one more connection that began with TLS.",
        ],
        confirm: [Probe("TLS from the first byte:", "openssl s_client -connect {host}:{port} </dev/null", .over(.tcp))],
        remedies: [
            Remedy("Any server", "Take TLS off this port, or let clients begin with TLS there."),
            Remedy("Firewall", "Look at where port {port} is forwarded to: it may be the port for TLS."),
        ]
    )

    static let notImplicitTls = Explanation(
        "not-implicit-tls",
        .critical,
        message: "Port {port} answers in clear where TLS is due from the first byte. {meaning}",
        fix: "Let the server begin with TLS on this port, or use the one that has {upgrade} where there is one.",
        meaning: [
            "The client sent a ClientHello and the server answered in clear. Programs set to SSL/TLS fail here "
                + "with messages such as 'wrong version number'."
        ],
        confirm: [.bytes, .stranger],
        remedies: [
            Remedy("Any server", "Switch TLS on for this port, with a certificate and its key."),
            Remedy("Firewall", "Look at where port {port} is forwarded to: it may be the port that begins in clear."),
        ]
    )

    static let middleboxMasking = Explanation(
        "middlebox-masking",
        .critical,
        otherwise: "a note where STARTTLS came through all the same",
        silences: ["starttls-not-offered"],
        message: "{what}",
        fix: "Turn off the mail inspection of that firewall (Cisco: no fixup protocol smtp, no inspect esmtp).",
        meaning: [
            "Asterisks in the greeting, X in place of commands or of keywords are the marks of a firewall that "
                + "\"inspects\" mail. It takes {upgrade} away, so mail and passwords cross it in clear.",
            "Where it lets {upgrade} through (on Cisco a setting of its own), the masked greeting alone harms nobody.",
        ],
        confirm: [.dialogue],
        remedies: [
            Remedy(
                "Firewall",
                "Cisco PIX: no fixup protocol smtp 25. Cisco ASA: remove 'inspect esmtp' from the policy, "
                    + "or allow-tls in its parameters."
            ),
            Remedy("Any server", "Nothing to fix on the server."),
        ]
    )
}

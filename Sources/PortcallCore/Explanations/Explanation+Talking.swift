extension Explanation {
    static let talking = [
        closedBeforeGreeting, silent, greetingSlow, serviceRefusing, outOfStep, malformedReply, limitExceeded,
    ]

    static let closedBeforeGreeting = Explanation(
        "closed-before-greeting",
        .critical,
        message: "{address} accepts connections on port {port} and closes them before the server says a word.",
        fix: "Look behind the load balancer, and for rules that drop this client's address; then at the server's log.",
        meaning: [
            "Something accepted the connection and ended it at once. Typical: a load balancer with no healthy server "
                + "behind it, a rule that does not allow this address, a service that crashes at start, a listener "
                + "that serves only who begins with a PROXY header, as a load balancer does.",
            "Where a service may be waiting for TLS, that was tried too, and was not answered either.",
        ],
        confirm: [.connect, .dialogue],
        remedies: [
            Remedy("Load balancer", "See which members of the pool are healthy, and how that is found out."),
            Remedy("Any server", "Look at its log for this address, and at what limits whom it serves."),
        ]
    )

    static let silent = Explanation(
        "silent",
        .critical,
        message:
            "The connection is accepted, and then not one byte comes in {seconds} s, though the server speaks first. "
            + "{cause}",
        fix:
            "Check that the service behind the port is alive, that no firewall lets only the handshake of TCP through, "
            + "and that no PROXY header is awaited there, as from a load balancer.",
        meaning: [
            "In this protocol the server greets first. It did not. The service hangs, waits for a lookup of our "
                + "address or for the PROXY header of a load balancer, or a device between accepts connections on its "
                + "behalf.",
            "A proxy that decides by the client's first bytes where a connection goes waits for them: it breaks every "
                + "protocol in which the server speaks first.",
            "Where a service may be waiting for TLS, that was asked too; it is not.",
        ],
        confirm: [.dialogue, .openssl],
        remedies: [
            Remedy(
                "Any server",
                "See on the server itself whether it greets there: then something between is at fault."
            )
        ]
    )

    static let greetingSlow = Explanation(
        "greeting-slow",
        .warning,
        at: .greeting,
        .answer,
        message: "The greeting took {elapsed}; clients with little patience give up before it comes.",
        fix: "Find what the server waits for: reverse DNS of the client, a DNS list, a deliberate delay.",
        meaning: [
            "Delays are sometimes meant, and more often come from a name server that does not answer the server: it "
                + "looks up the client's address before it speaks."
        ],
        confirm: [Probe("Time the greeting:", "time (echo QUIT | nc -w 30 {host} {port})")],
        remedies: [
            Remedy("Any server", "Let its name servers answer for the clients' addresses, or turn that look-up off.")
        ]
    )

    static let serviceRefusing = Explanation(
        "service-refusing",
        .critical,
        message: "{who} {meaning}",
        fix: "Act on the server's own words; if they name this address, ask from another one to compare.",
        meaning: [
            "What answers speaks {protocol} and serves nobody, or not this client: maintenance, a limit that is "
                + "reached, a rule about addresses, something it needs that fails. Its own words are quoted."
        ],
        confirm: [.dialogue],
        remedies: [Remedy("Any server", "Look for this client's address in its log, at the moment of the call.")]
    )

    static let malformedReply = Explanation(
        "malformed-reply",
        .critical,
        message: "{what}",
        fix: "Find out which program has the port, and what stands between.",
        meaning: ["A reply breaks the grammar of the protocol, so that nothing after it can be trusted."],
        confirm: [.bytes, .dialogue, .dialogueInsideTLS],
        remedies: [
            .program,
            Remedy("Firewall", "Turn off inspection that rewrites the protocol."),
        ]
    )

    /// A whole bundle of CAs in place of a chain is the usual reason in a handshake.
    static let fixOfBundle =
        "Let the server send its own certificate and the intermediates above it alone: mostly a whole bundle of trusted "
        + "CAs was given to it as its chain."

    static let limitExceeded = Explanation(
        "limit-exceeded",
        .critical,
        message: "The server sends more than an honest one would ({what}), so portcall stopped listening.",
        fix: "Find out what answers there; real answers are far shorter.",
        meaning: [
            "portcall reads at most 4 KiB a line, 128 lines and 64 KiB a reply, 100 KiB and 20 certificates a chain, "
                + "and 1 MiB a call. Real servers stay far below."
        ],
        confirm: [.bytes, .dialogue, .dialogueInsideTLS],
        remedies: [Remedy("Any server", "Shorten greeting banners; serve the leaf and its intermediates only.")]
    )
}

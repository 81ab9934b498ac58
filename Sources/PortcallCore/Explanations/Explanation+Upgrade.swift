extension Explanation {
    static let upgrade = [
        starttlsNotOffered, starttlsRefused, plaintextAfterStarttls, starttlsStillOffered, plaintextAuthOffered,
    ]

    static let starttlsNotOffered = Explanation(
        "starttls-not-offered",
        .warning,
        otherwise: "critical on submission, where everybody logs in",
        message:
            "The server does not offer {upgrade}, so {consequence} {remark}",
        fix: "Give the server a certificate and let it offer TLS on this port.",
        meaning: [
            "{upgrade} is missing from what the server lists, or it was refused where nothing can be listed. Clients "
                + "that insist on TLS fail, the others go on in clear.",
            "If the server offers {upgrade} when asked from inside and not from here, something between takes it away.",
        ],
        confirm: [.dialogue, .dialogueInsideTLS],
        remedies: [Remedy("Firewall", "Turn off inspection that takes {upgrade} away.")]
    )

    static let starttlsRefused = Explanation(
        "starttls-refused",
        .critical,
        otherwise: "a warning on directories, where clear text is common",
        message: "The server offers {upgrade} and then refuses it, so TLS cannot be had. {meaning}",
        fix: "Look at the server's log for why it cannot start TLS: most often certificate or key cannot be read.",
        meaning: [
            "What the server lists has {upgrade} in it, and asked for it the server answers with an error. A client "
                + "that insists on TLS gives up, others go on in clear."
        ],
        confirm: [.refusedUpgrade, .dialogueInsideTLS, .exchangeCertificates],
        remedies: [Remedy("Any server", "Check that its user can read certificate and key, and that the two fit.")]
    )

    static let plaintextAfterStarttls = Explanation(
        "plaintext-after-starttls",
        .critical,
        message: "After agreeing to {upgrade} the server {how}. {meaning}",
        fix:
            "Call it from the server itself: what comes there too is the server's or its proxy's, which must say nothing "
            + "between its go-ahead and TLS; update it. What comes only from here is put in on the way.",
        meaning: [
            "Between the go-ahead and the first TLS record nothing may be said. A server or "
                + "proxy that sends on in clear lets somebody in the middle put words into the session that a "
                + "careless client takes as protected (the family of CVE-2011-0411).",
            "portcall never reads such bytes as part of the dialogue.",
        ],
        confirm: [
            Probe("Watch the bytes:", "openssl s_client -connect {host}:{port}{starttls} -debug </dev/null")
        ],
        remedies: [
            Remedy("Any server", "Update server and proxy; if a load balancer does {upgrade}, look there first.")
        ]
    )

    static let starttlsStillOffered = Explanation(
        "starttls-still-offered",
        .warning,
        at: .capabilitiesAfterTLS,
        silences: ["service-unusable"],
        message: "{upgrade} is offered again inside TLS, which the protocol forbids; a proxy may be ending TLS.",
        fix: "Find what ends TLS before the server, and tell the server that its sessions are protected.",
        meaning: [
            "A server that offers {upgrade} once TLS is up does not know that it is behind TLS: a proxy decrypts "
                + "before it, and its rules about passwords see clear text."
        ],
        confirm: [.dialogueInsideTLS],
        remedies: [Remedy("Any server", "Let the proxy pass TLS through, or configure both ends for what it does.")]
    )

    static let plaintextAuthOffered = Explanation(
        "plaintext-auth-offered",
        .warning,
        otherwise: "a note for Dovecot called at its own address, which it trusts",
        at: .capabilities,
        .greeting,
        .answer,
        message: "Before TLS the server takes passwords as they are ({mechanisms}){whom}",
        fix: "Offer these mechanisms only once TLS is up.",
        meaning: [
            "What the server lists before TLS has ways to log in that send the password merely encoded. A "
                + "client that is told to log in, or that is tricked out of TLS, sends it in clear.",
            "Dovecot takes a connection from an address to the same address for safe, unless ssl = required: called on "
                + "its own machine it offers what it offers nobody else. It is only a note then.",
        ],
        confirm: [.dialogue],
        remedies: [Remedy("Any server", "Let it take passwords inside TLS only, and clients begin with TLS.")]
    )
}

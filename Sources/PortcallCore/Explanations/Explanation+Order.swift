extension Explanation {
    static let outOfStep = Explanation(
        "out-of-step",
        .critical,
        silences: ["starttls-not-offered", "starttls-refused", "plaintext-after-starttls", "service-unusable"],
        message: "Answers and questions are out of step: {meaning}",
        fix: "Find what stands between that answers besides the server, or sends something besides the client.",
        meaning: [
            "In this protocol the server greets once and then answers each command once, in order; nothing else tells "
                + "which answer belongs to which command. Here more came than was asked for, so a client takes one "
                + "answer for another: it may believe that TLS or logins are missing, or that TLS has begun.",
            "The usual cause is a PROXY header, one line or a few bytes in which a load balancer names the client. A "
                + "server that does not expect it takes it for commands, and refuses each of them before the client has "
                + "said a word. A list whose lines do not show that another one follows does the same, and so does a "
                + "proxy that greets or answers besides the server.",
            "What comes in clear with the go-ahead for TLS is another finding, plaintext-after-starttls.",
        ],
        confirm: [.bytes, .dialogue, .dialogueInsideTLS],
        remedies: [
            Remedy(
                "Load balancer",
                "Switch the PROXY protocol off for this target, or on at both ends; on HAProxy it is send-proxy or "
                    + "send-proxy-v2 on the server's line."
            ),
            Remedy("Firewall", "Turn off inspection that rewrites the protocol."),
            Remedy("Any server", "Without a proxy before it, look at what it puts into greeting and list: each line."),
        ]
    )
}

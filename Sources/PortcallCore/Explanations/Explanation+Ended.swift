extension Explanation {
    static let tlsEnded = Explanation(
        "tls-ended",
        .critical,
        message: "TLS was up, and it broke before {waiting} came. {reason}",
        fix: "Look at the server's log for this moment, and for a device between that inspects TLS.",
        meaning: [
            "The handshake was finished, so versions, suites and certificates are not what is wrong. Then a fatal alert "
                + "came, or bytes that are no TLS record.",
            "A server that fails inside sends an alert and hangs up; so does one that wants something it did not get. "
                + "Clear text inside TLS is a program that writes past its TLS layer, as an error page of a load "
                + "balancer or the message of a crashed process, or a device that cut itself in.",
        ],
        confirm: [.openssl, .dialogueInsideTLS],
        remedies: [
            Remedy(
                "Any server",
                "Look at its log for this moment: the reason stands there, and an alert is but a number."
            ),
            Remedy("Firewall", "Take this connection out of the inspection of TLS, and see whether it goes on then."),
        ]
    )
}

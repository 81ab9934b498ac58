extension Explanation {
    static let stapling = [certificateRevoked, stapleMissing, stapleInvalid]

    static let certificateRevoked = Explanation(
        "certificate-revoked",
        .critical,
        message: "The CA has revoked the certificate; clients that look for it refuse the server.",
        fix: "Install a new certificate with a new key, and find out why this one was revoked.",
        meaning: ["The server itself stapled an OCSP response in which the CA says that the certificate is revoked."],
        confirm: [Probe("See the response:", "openssl s_client -status -connect {host}:{port}{starttls} </dev/null")],
        remedies: [.certificate]
    )

    static let stapleMissing = Explanation(
        "staple-missing",
        .warning,
        message: "The certificate demands a stapled OCSP response and the server sends none; strict clients refuse it.",
        fix: "Turn OCSP stapling on, or use a certificate without \"must staple\".",
        meaning: [
            "The TLS feature extension (RFC 7633) promises a stapled response. Few servers besides those of "
                + "the web can send one."
        ],
        confirm: [
            Probe(
                "See whether one comes, or 'no response sent':",
                "openssl s_client -status -connect {host}:{port}{starttls} </dev/null"
            )
        ],
        remedies: [
            Remedy("Exchange", "Windows staples by itself on IIS; elsewhere use a certificate without the feature."),
            Remedy("Postfix", "Use a certificate without the feature: Postfix does not staple."),
            Remedy("Any server", "Where it cannot staple, use a certificate without the feature."),
            Remedy("Exim", "tls_ocsp_file names the response to staple."),
        ]
    )

    static let stapleInvalid = Explanation(
        "staple-invalid",
        .warning,
        message: "The OCSP response stapled to the certificate is of no use: {detail}.",
        fix: "Let the server fetch a fresh response from the CA's responder.",
        meaning: [
            "The response is expired, of another certificate, or not signed by the issuer. Clients that check it "
                + "refuse the connection, others ignore it."
        ],
        confirm: [Probe("See the response:", "openssl s_client -status -connect {host}:{port}{starttls} </dev/null")],
        remedies: [
            Remedy("Exim", "Renew the file of tls_ocsp_file: openssl ocsp -respout, by a timer."),
            Remedy("Any server", "Let the server reach the responder named in the certificate."),
        ]
    )
}

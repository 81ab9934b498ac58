extension Explanation {
    static let stapling = [certificateRevoked, stapleMissing, stapleInvalid]

    static let certificateRevoked = Explanation(
        "certificate-revoked",
        .critical,
        message: "The CA has revoked the certificate; clients that look for it refuse the server.",
        fix: "Install a new certificate with a new key, and find out why this one was revoked.",
        meaning: ["The server itself stapled an OCSP response in which the CA says that the certificate is revoked."],
        confirm: [.staple],
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
        confirm: [.staple],
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
        fix:
            "Let the server fetch the response anew, for the certificate that it shows, from the responder which that "
            + "certificate names; where the CA's own answer is no better, the CA must mend it.",
        meaning: [
            "The response is expired, of another certificate, or signed by somebody else than the issuer or a responder "
                + "that the issuer has certified for it (RFC 6960 section 4.2.2.2). Clients that check it "
                + "refuse the connection, others ignore it."
        ],
        confirm: [
            .staple,
            Probe(
                "Of a response in a file (DER), with the certificate, its issuer and the root:",
                "openssl ocsp -respin FILE -cert FILE -issuer FILE -CAfile FILE -no_nonce",
                .tls
            ),
        ],
        remedies: [
            Remedy("Exim", "Renew the file of tls_ocsp_file: openssl ocsp -respout, by a timer."),
            Remedy("Any server", "Let the server reach the responder named in the certificate."),
        ]
    )
}

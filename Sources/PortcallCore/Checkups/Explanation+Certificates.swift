extension Explanation {
    static let certificatesDiffer = Explanation(
        "certificates-differ",
        .warning,
        message: "Ports of {host} that should share a certificate show different ones.",
        fix: "Give each port the newest, of each kind of key where there are two, and reload its service.",
        meaning: [
            "Mail ports of one host usually show one certificate, and so do its directory ports, and whatever names "
                + "the same hosts. Where they differ, a renewal was mostly installed for one service and forgotten "
                + "for another, which works until the old certificate expires.",
            "An RSA certificate and an ECDSA one with the same names and days are a pair that many servers have on "
                + "purpose, and no difference.",
            "The certificate that Exchange set-up signs for itself on port 25 is not compared. A server may "
                + "also have a certificate of its own for each service on purpose.",
        ],
        confirm: [
            Probe(
                "Each port's (add -starttls smtp, imap or pop3 as needed):",
                "openssl s_client -connect {host}:993 </dev/null | openssl x509 -noout -serial -enddate"
            ),
            .exchangeCertificates,
        ],
        remedies: [.certificate]
    )
}

extension ProtocolWords {
    static let smtp = ProtocolWords(
        startTLS: "smtp",
        products: ["Exchange", "Postfix", "Exim", "Sendmail", "Windows"],
        dialogue: DialogueByHand(
            inClear: [
                Probe("See the dialogue up to EHLO:", "swaks --server {host} --port {port} --quit-after EHLO")
            ],
            // swaks speaks TLS only where a module of Perl is there that mostly is not.
            upgraded: [
                Probe(
                    "Begin TLS, and see the answer to EHLO:",
                    #"(printf 'EHLO example.org\nQUIT\n'; sleep 5) | "# + DialogueByHand.inTLS
                )
            ],
            // Who speaks before the greeting is turned away by many a server.
            implicit: [
                Probe(
                    "With TLS from the first byte, see the greeting and the answer to EHLO:",
                    #"(sleep 3; printf 'EHLO example.org\n'; sleep 2; printf 'QUIT\n') | "# + DialogueByHand.inTLS
                )
            ],
            refused: [
                Probe(
                    "Ask for TLS, and see the answer to STARTTLS:",
                    #"(sleep 3; printf 'EHLO example.org\r\n'; sleep 2; printf 'STARTTLS\r\n'; sleep 2) "#
                        + "| nc -w 5 {host} {port}"
                )
            ]
        ),
        certificate: [
            Remedy(
                "Exchange",
                "Install the new certificate with Import-ExchangeCertificate, then Enable-ExchangeCertificate "
                    + "-Thumbprint … -Services SMTP; a connector with TlsCertificateName set names it by issuer and "
                    + "subject, so set that anew too. Intermediates belong in the computer's store Intermediate "
                    + "Certification Authorities."
            ),
            Remedy(
                "Postfix",
                "Put key, leaf and intermediates in that order into the file of smtpd_tls_chain_files (or leaf and "
                    + "intermediates into smtpd_tls_cert_file), then run postfix reload."
            ),
            Remedy(
                "Exim",
                "Put leaf and intermediates into the file of tls_certificate, the key into that of tls_privatekey; "
                    + "Exim reads them for each connection."
            ),
            Remedy(
                "Sendmail",
                "Put the leaf and its intermediates into the file of confSERVER_CERT, the key into that of "
                    + "confSERVER_KEY, readable by its owner alone; then restart it."
            ),
        ],
        advice: smtpReaching + smtpTalking + smtpSecuring,
        source: "EHLO"
    )
}

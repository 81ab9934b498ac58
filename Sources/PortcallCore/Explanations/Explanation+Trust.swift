extension Explanation {
    static let trust = [
        certificateNameMismatch, certificateSelfSigned, certificateUntrustedRoot, chainIncomplete,
        certificateUnexpected, certificateChainOrder,
    ]

    static let certificateNameMismatch = Explanation(
        "certificate-name-mismatch",
        .critical,
        at: .name,
        message: "The certificate {names}. {common}",
        fix: "Give the server a certificate that has the name, or give clients a name that this one has.",
        meaning: [
            "A client compares the name it was told with the subjectAltName extension. The subject's common name "
                + "counts for some only, and only where that extension has no DNS name: below it says for whom not. A "
                + "wildcard covers one label.",
            "If the right certificate exists, the server may have chosen another: by the name that the "
                + "client sends (SNI), by its settings, or because this port was forgotten.",
        ],
        confirm: [
            Probe(
                "The names:",
                "openssl s_client -connect {host}:{port}{starttls} -servername {host} </dev/null "
                    + "| openssl x509 -noout -ext subjectAltName"
            ),
            .verify, .exchangeCertificates,
        ],
        remedies: [
            .certificate
        ]
    )

    static let certificateSelfSigned = Explanation(
        "certificate-self-signed",
        .critical,
        message: "The certificate is self-signed ({subject}): nobody vouches for it, {trust}.",
        fix: "Install a certificate of a CA that clients trust, unless this one is meant and known.",
        meaning: [
            "The certificate is its own issuer and is not among the trusted roots. Exchange set-up makes one like "
                + "this, and between Exchange servers (25, 50636) it is normal; for people's programs it is not."
        ],
        confirm: [.openssl, .exchangeCertificates],
        remedies: [.certificate]
    )

    static let certificateUntrustedRoot = Explanation(
        "certificate-untrusted-root",
        .critical,
        message: "The chain {ends}. {expected}",
        fix: "If it is your own CA, give clients its root, this machine included; else use a CA that clients trust.",
        meaning: [
            "The topmost certificate is a root that is not in the store, or a CA whose issuer is unknown here. A "
                + "company's own CA looks so from any machine that was not given its root.",
            "Or a CA was renewed with a new key, and the certificate of the renewed one is sent along with what the old "
                + "one issued: then the old one's certificate is to be sent, and no client needs another root.",
        ],
        confirm: [
            .verify,
            Probe(
                "With the CA's root:",
                "openssl s_client -connect {host}:{port}{starttls} -CAfile root.pem -brief </dev/null"
            ),
        ],
        remedies: [
            Remedy(
                "Clients",
                "On Windows, distribute the root by group policy: Trusted Root Certification Authorities."
            ),
            Remedy("Clients", "On Debian: /usr/local/share/ca-certificates and update-ca-certificates."),
            .certificate,
        ]
    )

    static let chainIncomplete = Explanation(
        "chain-incomplete",
        .critical,
        message:
            "{presents} without that of its issuer, {issuer}; many clients cannot mend that.{orRoot}",
        fix: "{send} the intermediate certificates along with its own{rootToo}.",
        meaning: [
            "A client needs the way from the leaf to a root it has. Browsers fetch or remember intermediates; mail "
                + "programs, phones and other servers do not, so it works for some and fails for others."
        ],
        confirm: [
            Probe(
                "Count the certificates that are sent:",
                "openssl s_client -connect {host}:{port}{starttls} -showcerts </dev/null | grep -c BEGIN"
            ), .verify, .file,
        ],
        remedies: [
            .certificate,
            Remedy(
                "Windows",
                "Import the intermediate into the computer's store Intermediate Certification Authorities; Windows "
                    + "then sends it. Restart the service."
            ),
        ]
    )

    static let certificateUnexpected = Explanation(
        "certificate-unexpected",
        .critical,
        message: "{shows} a certificate issued by '{issuer}' that is not the one expected, which is {expected}.",
        fix: "If it was replaced on purpose, expect the new one; else find out who answers.",
        meaning: [
            "None of the certificates that were expected is the one shown. It was replaced, another server answers, "
                + "or somebody is in between."
        ],
        confirm: [
            Probe(
                "The fingerprint:",
                "openssl s_client -connect {host}:{port}{starttls} </dev/null "
                    + "| openssl x509 -noout -sha256 -fingerprint | tr -d : | tr A-F a-f"
            )
        ],
        remedies: [Remedy("Any server", "Compare with the certificate installed on the server itself.")]
    )

    static let certificateChainOrder = Explanation(
        "certificate-chain-order",
        .note,
        message: "{chain} {detail}",
        fix: "{send} the server's own certificate first, then each issuer once, and nothing else.",
        meaning: [
            "Certificates in the wrong order, twice, or that are no part of the chain cost bytes and confuse people; "
                + "TLS 1.3 allows it and clients sort it out.",
            "The first certificate is taken for the server's own, whatever it is. With a file that begins with that of a "
                + "CA a server does not start, because its key does not belong to it.",
        ],
        confirm: [.openssl],
        remedies: [.certificate]
    )
}

extension Explanation {
    static let trust = [
        certificateNameMismatch, certificateSelfSigned, certificateUntrustedRoot, chainIncomplete,
        certificateUnexpected, certificateChainOrder,
    ]

    static let certificateNameMismatch = Explanation(
        "certificate-name-mismatch",
        .critical,
        message: "The certificate does not name {name}; it names {names}. {common}",
        fix: "Add the name when the certificate is next issued, or give clients a name that it has.",
        meaning: [
            "A client compares the name it was told with the subjectAltName extension. The subject's common name "
                + "counts no longer. A wildcard covers one label.",
            "If the right certificate exists, the server may have chosen another: by SNI, by the connector's Fqdn, or "
                + "because this port was forgotten.",
        ],
        confirm: [
            Probe(
                "The names:",
                "openssl s_client -connect {host}:{port} -servername {host} </dev/null "
                    + "| openssl x509 -noout -ext subjectAltName"
            ),
            .verify, .exchangeCertificates,
        ],
        remedies: [
            Remedy(
                "Exchange",
                "New-ExchangeCertificate -GenerateRequest -DomainName with every name clients use; "
                    + "TlsCertificateName on the connector chooses the certificate."
            ),
            .renewPostfix, .renewExim, .renewDovecot,
        ]
    )

    static let certificateSelfSigned = Explanation(
        "certificate-self-signed",
        .critical,
        message: "The certificate is self-signed ({subject}): nobody vouches for it, so clients cannot trust it.",
        fix: "Install a certificate of a CA that clients trust, or name this one with --expect if it is meant.",
        meaning: [
            "The certificate is its own issuer and is not among the trusted roots. Exchange set-up makes one like "
                + "this, and between Exchange servers (25, 50636) it is normal; for people's programs it is not."
        ],
        confirm: [.openssl, .exchangeCertificates],
        remedies: [.renewExchange, .renewPostfix, .renewExim, .renewDovecot]
    )

    static let certificateUntrustedRoot = Explanation(
        "certificate-untrusted-root",
        .critical,
        message: "The chain ends at a CA that is not trusted here: {issuer}.",
        fix: "If it is your own CA, check with --ca-file and give clients its root; else use a CA that clients trust.",
        meaning: [
            "The topmost certificate is a root that is not in the store, or a CA whose issuer is unknown here. A "
                + "company's own CA looks so from any machine that was not given its root."
        ],
        confirm: [
            .verify,
            Probe("With the CA's root:", "openssl s_client -connect {host}:{port} -CAfile root.pem -brief </dev/null"),
        ],
        remedies: [
            Remedy("Windows", "Distribute the root by group policy: Trusted Root Certification Authorities."),
            Remedy("Any server", "On Debian: /usr/local/share/ca-certificates and update-ca-certificates."),
            .renewExchange, .renewPostfix, .renewExim, .renewDovecot,
        ]
    )

    static let chainIncomplete = Explanation(
        "chain-incomplete",
        .critical,
        message:
            "{presents} without that of its issuer, {issuer}; many clients cannot mend that.",
        fix: "Let the server send the intermediate certificates along with its own.",
        meaning: [
            "A client needs the way from the leaf to a root it has. Browsers fetch or remember intermediates; mail "
                + "programs, phones and other servers do not, so it works for some and fails for others."
        ],
        confirm: [
            Probe(
                "Count what is sent:",
                "openssl s_client -connect {host}:{port} -showcerts </dev/null | grep -c BEGIN"
            ), .verify, .file,
        ],
        remedies: [
            Remedy(
                "Exchange",
                "Import the intermediate into the computer's Intermediate Certification Authorities store; "
                    + "Windows then sends it. Restart the transport service."
            ),
            .renewPostfix, .renewExim, .renewDovecot,
        ]
    )

    static let certificateUnexpected = Explanation(
        "certificate-unexpected",
        .critical,
        message: "{shows} another certificate than the one expected: {actual}.",
        fix:
            "If it was renewed, expect the new one (spki: stays the same when the key does); else find out who "
            + "answers.",
        meaning: [
            "None of the certificates named with --expect is the one shown. It was replaced, another server answers, "
                + "or somebody is in between."
        ],
        confirm: [
            Probe(
                "The fingerprint:",
                "openssl s_client -connect {host}:{port} </dev/null | openssl x509 -noout -sha256 -fingerprint"
            )
        ],
        remedies: [Remedy("Any server", "Compare with the certificate installed on the server itself.")]
    )

    static let certificateChainOrder = Explanation(
        "certificate-chain-order",
        .note,
        message: "The chain comes in an odd way: {detail}",
        fix: "Send the leaf first, then each issuer once, and nothing else.",
        meaning: [
            "Certificates in the wrong order, twice, or that are no part of the chain cost bytes and confuse people; "
                + "TLS 1.3 allows it and clients sort it out.",
            "The first certificate is taken for the server's own, whatever it is. A file that begins with that of a CA "
                + "is judged so too, and then the names and purposes of a CA are what other findings speak of.",
        ],
        confirm: [.openssl],
        remedies: [.renewPostfix, .renewExim, .renewDovecot]
    )
}

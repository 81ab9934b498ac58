extension Explanation {
    static let strength = [
        certificateNoServerAuth, certificateLifetime, certificateKeyMismatch, certificateKeyUnusable,
        certificateWeakKey, certificateWeakSignature, certificateMalformed,
        certificateConstraintViolated, certificateProfile,
    ]

    static let certificateNoServerAuth = Explanation(
        "certificate-no-server-auth",
        .critical,
        otherwise: "a warning where there is no extended key usage at all",
        message: "The certificate {usages}.",
        fix: "Have it issued from a template with Server Authentication.",
        meaning: [
            "The extended key usage extension lists what a certificate is for. Without serverAuth "
                + "(1.3.6.1.5.5.7.3.1) a client must refuse it, however well it is signed.",
            "Without the extension RFC 5280 allows any use. Apple's devices refuse such a certificate all the same where "
                + "it is valid from July 2019 or later, that of a company's own CA too.",
        ],
        confirm: [
            Probe(
                "The usages, or that there are none:",
                "openssl s_client -connect {host}:{port}{starttls} </dev/null "
                    + "| openssl x509 -noout -ext extendedKeyUsage"
            )
        ],
        remedies: [
            Remedy("CA", "With a CA of Windows use the template Web Server."),
            .certificate,
        ]
    )

    static let certificateLifetime = Explanation(
        "certificate-lifetime",
        .warning,
        message:
            "The certificate is valid for {days} days; more than 825 are too many for some clients, own CAs included.",
        fix: "Have it issued for 825 days at most, better for one year.",
        meaning: [
            "iPhones, iPads and Macs refuse a server's certificate that is valid from July 2019 or later and for more "
                + "than 825 days, whoever issued it. One that is trusted by itself, or is known beforehand, is free of "
                + "it. Mail servers among themselves do not mind."
        ],
        confirm: [
            Probe(
                "The dates:",
                "openssl s_client -connect {host}:{port}{starttls} </dev/null | openssl x509 -noout -dates"
            )
        ],
        remedies: [
            Remedy("CA", "With one of Windows: shorten the validity period of the template."),
            .certificate,
        ]
    )

    static let certificateWeakKey = Explanation(
        "certificate-weak-key",
        .critical,
        message: "The key of {subject} {fault} ({detail}){who}.",
        fix: "Have a certificate issued for a new key: RSA 2048 or EC P-256 at least.",
        meaning: [
            "RSA keys under 2048 bits, EC keys under 224 bits and DSA keys can be broken and are no longer accepted.",
            "OpenSSL does not compute with RSA keys of more than 16384 bits, and an exponent that is even or 1 is none.",
            "OpenSSL at its security level 1, the default before 3.2, takes RSA keys of 1024 bits; at level 2, which "
                + "Debian, Ubuntu and Python set, it refuses what is under 2048.",
        ],
        confirm: [
            Probe(
                "The key of each certificate (PKEY):",
                "openssl s_client -connect {host}:{port}{starttls} -showcerts </dev/null | grep -E ' s:|PKEY'"
            )
        ],
        remedies: [.certificate]
    )

    static let certificateWeakSignature = Explanation(
        "certificate-weak-signature",
        .critical,
        message: "{subject}: {detail}, a hash that can be forged{who}.",
        fix: "Have it issued again with SHA-256; if the CA cannot, renew the CA.",
        meaning: ["MD5 and SHA-1 signatures below the root can be forged. The root's own signature does not matter."],
        confirm: [
            Probe(
                "The signature:",
                "openssl s_client -connect {host}:{port}{starttls} </dev/null "
                    + "| openssl x509 -noout -text | grep 'Signature Algorithm'"
            )
        ],
        remedies: [
            Remedy(
                "CA",
                "With one of Windows: certutil -setreg ca\\csp\\CNGHashAlgorithm SHA256, restart, renew the CA."
            ),
            .certificate,
        ]
    )

    static let certificateMalformed = Explanation(
        "certificate-malformed",
        .critical,
        silences: ["chain-incomplete", "certificate-untrusted-root", "certificate-self-signed"],
        message: "{broken}: {detail}{who}.",
        fix: "Take the certificate from the CA's file again; where it is the same there, have it issued anew.",
        meaning: [
            "A certificate cannot be read, or its signature does not fit the issuer sent with it: a damaged file, or "
                + "an intermediate of the same name with another key.",
            "Or it says what contradicts itself: an extension twice or unreadable, a name that is not ASCII, an "
                + "address of a wrong length, an authority key identifier of another key. OpenSSL may let such a "
                + "thing pass where programs that read certificates themselves (browsers, Go) do not.",
        ],
        confirm: [.wholeCertificates, .openssl, .verify, .file],
        remedies: [.certificate]
    )

    static let certificateConstraintViolated = Explanation(
        "certificate-constraint-violated",
        .critical,
        message: "{breaks} a constraint: {detail}{who}.",
        fix: "Have it issued anew, from a template for servers, by a CA that may issue it and for names it may issue.",
        meaning: [
            "Basic constraints, path length, key usage or name constraints (RFC 5280 section 4.2.1) say what a CA may "
                + "do. Here one did more, or a certificate that is no CA issued another.",
            "A server's own certificate breaks one where its key usage does not allow what its key does in TLS, or "
                + "where a critical extension is in it that clients do not know.",
        ],
        confirm: [.verify, .openssl, .file],
        remedies: [.certificate]
    )

    static let certificateProfile = Explanation(
        "certificate-profile",
        .warning,
        otherwise: "critical where most clients that call the service refuse",
        message: "{breaks} a rule: {detail}{who}.",
        fix: "Correct the CA's template, and have the certificate issued anew{when}.",
        meaning: [
            "RFC 5280 and the CA/Browser baseline ask for more than most clients check. Some refuse a certificate for "
                + "one of these rules: Python since 3.13 for most of them, because it has OpenSSL check strictly."
        ],
        confirm: [
            .wholeCertificates,
            Probe(
                "Let OpenSSL judge strictly, which shows what OpenSSL and Python mind and not what others do:",
                "openssl s_client -x509_strict -connect {host}:{port}{starttls} -brief </dev/null"
            ),
            .file,
        ],
        remedies: [
            Remedy(
                "Any server",
                "Nothing on the server: it is what the CA writes, by its template or in its own certificate."
            )
        ]
    )
}

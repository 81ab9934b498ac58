extension Explanation {
    static let certificateKeyUnusable = Explanation(
        "certificate-key-unusable",
        .critical,
        otherwise: "a warning where only some clients refuse",
        message: "{trouble} {who}",
        fix: "Have a certificate issued for a new key: EC P-256, or RSA with 2048 bits or more.",
        meaning: [
            "A chain can be in order and the handshake fail all the same: a client must be able to compute with the "
                + "server's key, and its key usage must allow what the handshake does with it.",
            "In TLS 1.3, and with ECDHE and DHE in TLS 1.2, the server signs with that key, so a key usage (RFC 5280 "
                + "section 4.2.1.3) must have digitalSignature; keyEncipherment alone serves only the RSA key exchange "
                + "of TLS 1.2 and below (RFC 8446 section 4.4.2.2). Some clients hold to that and others do not look.",
            "Of the elliptic curves every client has P-256 and P-384. What else a CA can issue, few or none can use: "
                + "below it says who.",
        ],
        confirm: [
            Probe(
                "The key, its curve and its usage:",
                "openssl s_client -connect {host}:{port}{starttls} </dev/null "
                    + "| openssl x509 -noout -text | grep -A1 -E 'Public Key Algorithm|ASN1 OID|Key Usage'"
            )
        ],
        remedies: [
            Remedy(
                "CA",
                "With one of Windows: duplicate the template Web Server; key usage under Extensions, kind of key under "
                    + "Cryptography. With OpenSSL: keyUsage=critical,digitalSignature,keyEncipherment."
            ),
            .certificate,
        ]
    )
}

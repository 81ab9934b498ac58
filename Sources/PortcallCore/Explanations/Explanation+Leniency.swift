/// What our own client lets pass so that an old server is described.
extension Explanation {
    static let tlsWeakDH = Explanation(
        "tls-weak-dh",
        .critical,
        message:
            "The server agrees on keys in a Diffie-Hellman group of {bits} bits, which can be broken; clients that ask "
            + "for 2048 end the handshake (dh key too small).",
        fix: "Give the server a group of 2048 bits or more (ffdhe2048), or leave DHE suites out and keep ECDHE.",
        meaning: [
            "With a DHE suite of TLS 1.2 and below the server alone chooses the group in which keys are agreed on. One "
                + "of 1024 bits is within reach of who has the means (weakdh.org, 2015), and what was recorded can then "
                + "be read later. A client that finds the group too small can only hang up.",
            "portcall takes any group so that the server can be described. A server that has ECDHE too is not told "
                + "of: portcall offers ECDHE first, and this finding means that the server chose DHE all the same, or "
                + "has nothing else.",
        ],
        confirm: [
            Probe(
                "Ask for DHE alone; 'Temp Key' names the size:",
                "openssl s_client -tls1_2 -cipher 'DHE:@SECLEVEL=0' -connect {host}:{port}{starttls} </dev/null"
            )
        ],
        remedies: [
            Remedy("Postfix", "smtpd_tls_dh1024_param_file = /etc/postfix/ffdhe2048.pem, or empty for its own group."),
            Remedy("Exim", "tls_dhparam = ffdhe2048."),
            Remedy("Dovecot", "ssl_dh = </etc/dovecot/dh.pem, made with: openssl dhparam -out dh.pem 2048."),
            Remedy("Cyrus", "tls_server_dhparam: a file made with openssl dhparam 2048, in imapd.conf."),
            Remedy("Courier", "Make TLS_DHPARAMS anew: DH_BITS=2048 mkdhparams."),
            Remedy("nginx", "ssl_dhparam with a file of 2048 bits, or no DHE suites in ssl_ciphers."),
            Remedy(
                "Apache",
                "Leave out the DH parameters in the certificate's file: it then takes a group of its own."
            ),
            Remedy("OpenLDAP", "olcTLSDHParamFile with a file of 2048 bits; made with openssl dhparam 2048."),
            Remedy(
                "Windows",
                "Set ServerMinKeyBitLength to 2048 under SCHANNEL\\KeyExchangeAlgorithms\\Diffie-Hellman."
            ),
            Remedy("Any server", "openssl dhparam -out dh.pem 2048 makes a group; most can also do without DHE."),
        ]
    )

    static let tlsWeakSignature = Explanation(
        "tls-weak-signature",
        .critical,
        message:
            "The server signs the handshake with {hash}, although TLS 1.2 has better and the client prefers it; many "
            + "clients of today do not offer {hash} and end the handshake.",
        fix: "Let the server sign with SHA-256: update its TLS library, or take away what limits its signatures.",
        meaning: [
            "With TLS 1.2 client and server agree on how the handshake is signed (RFC 5246 section 7.4.1.4.1). portcall "
                + "offers SHA-256 and better first and SHA-1 last, so the server has nothing better: an old library, a "
                + "key in a device or provider that knows SHA-1 only, or a configuration that says so. RFC 9155 "
                + "withdraws MD5 and SHA-1 there.",
            "It is no property of the certificate: a new one alone does not help. TLS 1.0 and 1.1 always sign with "
                + "SHA-1 and are told as old versions.",
        ],
        confirm: [
            Probe(
                "Without SHA-1, as clients of today ask; this fails:",
                "openssl s_client -tls1_2 -sigalgs 'ECDSA+SHA256:RSA+SHA256:RSA-PSS+SHA256' "
                    + "-connect {host}:{port}{starttls} -brief </dev/null"
            )
        ],
        remedies: [
            Remedy(
                "Windows",
                "A key in an old CSP (Microsoft Strong or Base Cryptographic Provider) cannot sign with SHA-256: import "
                    + "it with certutil -csp \"Microsoft RSA SChannel Cryptographic Provider\" -importpfx FILE."
            ),
            Remedy("Samba", "Leave tls priority as it comes."),
            Remedy(
                "Any server",
                "Look for a list of signature algorithms (SignatureAlgorithms in openssl.cnf, a priority string), and "
                    + "for a TLS library older than 2012."
            ),
        ]
    )

    static let tlsNoSecureRenegotiation = Explanation(
        "tls-no-secure-renegotiation",
        .critical,
        message:
            "The server does not know secure renegotiation (RFC 5746); clients built on OpenSSL 3 end the handshake "
            + "(unsafe legacy renegotiation disabled).",
        fix: "Update the server's TLS library: everyone has had RFC 5746 since 2010; it needs no setting.",
        meaning: [
            "Without the extension renegotiation_info an attacker between can begin a connection and have the client's "
                + "continue it, as if both came from one (CVE-2009-3555). It has been in every TLS library since 2010, "
                + "so the server, or a device that ends TLS before it, is older than that or has it switched off.",
            "It concerns TLS 1.2 and below: TLS 1.3 has no renegotiation. A client can be told to take such a server "
                + "(UnsafeLegacyServerConnect); that helps one client, and not the server.",
        ],
        confirm: [
            Probe(
                "'Secure Renegotiation IS NOT supported' says so:",
                "openssl s_client -legacy_server_connect -tls1_2 -connect {host}:{port}{starttls} </dev/null "
                    + "| grep Renegotiation"
            )
        ],
        remedies: [
            Remedy("Windows", "Install the update of MS10-049."),
            Remedy("Any server", "Where a load balancer or firewall ends TLS, its firmware is what must be updated."),
        ]
    )
}

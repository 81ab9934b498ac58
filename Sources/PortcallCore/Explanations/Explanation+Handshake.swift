extension Explanation {
    static let handshake = [
        tlsNoCertificate, tlsHandshakeFailed, tlsEnded, tlsVersionOld, tlsNoForwardSecrecy, tlsWeakDH,
        tlsWeakSignature, tlsNoSecureRenegotiation,
        tlsClientCertificateRequired, tlsClientCertificateRequested,
    ]

    static let tlsNoCertificate = Explanation(
        "tls-no-certificate",
        .critical,
        message:
            "The server ends the connection right after the ClientHello: most likely it has no usable certificate. A "
            + "limit for this client, or a listener that waits for a PROXY header, ends it so too.",
        fix: "Give the service on this port a certificate with its private key, and look at the server's log.",
        meaning: [
            "The port is open, and as soon as TLS begins the connection is closed or reset without an alert. Windows "
                + "services do that when no certificate is assigned or its key cannot be read.",
            "It can also be a server that does not speak TLS there, one that accepts only other versions and says "
                + "nothing, one that has had too many connections of this client (Postfix's limits of new TLS sessions "
                + "close port 465 like this), a listener behind a load balancer that serves only who begins with a "
                + "PROXY header, or a firewall that cuts TLS.",
        ],
        confirm: [.openssl, .exchangeCertificates],
        remedies: [
            Remedy("Windows", "Schannel's event 36870 in the System log tells of a private key that cannot be read."),
            Remedy("Any server", "Look at its log for the certificate or key that it cannot use."),
        ]
    )

    static let tlsHandshakeFailed = Explanation(
        "tls-handshake-failed",
        .critical,
        message: "TLS could not be established. {reason}",
        fix: "Compare the TLS versions and cipher suites of the server with those of today's clients.",
        meaning: [
            "The handshake ended with an alert or with bytes that are not TLS. portcall offers TLS 1.0 to 1.3 with "
                + "every cipher suite its OpenSSL still has, so a failure here means failure for most clients.",
            "Current builds of OpenSSL have neither RC4 nor 3DES. A stock Windows 2003 may offer nothing else, and "
                + "then cannot be reached with it at all; that it fails here is the reason, not a proof of more.",
        ],
        confirm: [
            .openssl,
            Probe("Which versions and suites are there:", "nmap --script ssl-enum-ciphers -p {port} {host}", .tls),
        ],
        remedies: [
            Remedy(
                "Windows",
                "The System log (source Schannel) names the cause: 36874 that no cipher suite fits (Get-TlsCipherSuite, and the "
                    + "policy SSL Cipher Suite Order), 36870 that the private key cannot be used."
            ),
            Remedy(
                "Postfix",
                "See first that the files of smtpd_tls_chain_files are there and can be read: 'error opening chain file' "
                    + "and 'cannot load' in the mail log tell of it. Then check smtpd_tls_protocols, "
                    + "smtpd_tls_mandatory_protocols and smtpd_tls_ciphers."
            ),
            Remedy("Exim", "Check tls_require_ciphers and openssl_options."),
            Remedy("Dovecot", "Check ssl_min_protocol and ssl_cipher_list."),
            Remedy("Cyrus", "Check tls_versions and tls_ciphers in imapd.conf."),
            Remedy("nginx", "Check ssl_protocols and ssl_ciphers."),
            Remedy("Apache", "Check SSLProtocol and SSLCipherSuite."),
            Remedy("OpenLDAP", "Check TLSProtocolMin and TLSCipherSuite."),
            Remedy("Samba", "Check tls priority, which is a priority string of GnuTLS."),
            Remedy("INN", "Check tlsprotocols and tlsciphers in inn.conf."),
            Remedy("Any server", "Look at its log: it names the reason that the alert does not."),
        ]
    )

    static let tlsVersionOld = Explanation(
        "tls-version-old",
        .critical,
        message: "The best this server has is {version}; most of today's clients refuse to talk to it.",
        fix: "Enable TLS 1.2 or later on the server.",
        meaning: [
            "TLS 1.0 and 1.1 are withdrawn (RFC 8996). portcall offers up to TLS 1.3 and the server chose an older "
                + "one, so it has nothing newer or is told not to use it. Exchange Online and most clients end such "
                + "connections."
        ],
        confirm: [
            Probe(
                "Insist on TLS 1.2:",
                "openssl s_client -tls1_2 -connect {host}:{port}{starttls} </dev/null"
            )
        ],
        remedies: [
            Remedy(
                "Exchange",
                "Exchange 2010 SP3 RU19 and later speak TLS 1.2; enable it in SCHANNEL and for .NET "
                    + "(SchUseStrongCrypto, SystemDefaultTlsVersions)."
            ),
            Remedy(
                "Postfix",
                "smtpd_tls_protocols and smtpd_tls_mandatory_protocols = >=TLSv1.2: the second one counts where TLS is "
                    + "demanded, as on 587 and 465. A -o of this port in master.cf counts over both; OpenSSL must have it."
            ),
            Remedy(
                "Exim",
                "openssl_options = +no_sslv2 +no_sslv3 +no_tlsv1 +no_tlsv1_1, with a library that has TLS 1.2."
            ),
            Remedy("Dovecot", "ssl_min_protocol = TLSv1.2."),
            Remedy("Cyrus", "tls_versions: tls1_2 tls1_3 in imapd.conf."),
            Remedy("nginx", "ssl_protocols TLSv1.2 TLSv1.3;"),
            Remedy("Apache", "SSLProtocol -all +TLSv1.2 +TLSv1.3."),
            Remedy("OpenLDAP", "TLSProtocolMin 3.3, which means TLS 1.2, and a library that has it."),
            Remedy("Samba", "Leave tls priority as it comes: it has TLS 1.2 and 1.3."),
            Remedy("INN", "tlsprotocols: [ TLSv1.2 TLSv1.3 ] in inn.conf."),
            Remedy(
                "Windows",
                "Enable TLS 1.2 for servers under HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders"
                    + "\\SCHANNEL\\Protocols; Windows Server 2008 R2 and later have it."
            ),
            Remedy("Any server", "Where its library has no TLS 1.2, only an update of the server helps."),
        ]
    )

    static let tlsNoForwardSecrecy = Explanation(
        "tls-no-forward-secrecy",
        .warning,
        message: "The server chose {cipher}: whoever gets its key later can read what was recorded today.",
        fix: "Prefer ECDHE cipher suites on the server.",
        meaning: [
            "With the suite chosen the session key travels encrypted under the key of the certificate. Suites with "
                + "ECDHE or DHE agree on a key that is gone afterwards. portcall offered those first."
        ],
        confirm: [
            Probe(
                "See which suite is chosen, and that no temporary key is agreed on:",
                "openssl s_client -connect {host}:{port}{starttls} </dev/null | grep -E 'Cipher is|Temp Key'"
            ),
            Probe("See the suites:", "nmap --script ssl-enum-ciphers -p {port} {host}", .tls),
        ],
        remedies: [
            Remedy("Windows", "Put TLS_ECDHE_… suites first: Get-TlsCipherSuite, Enable-TlsCipherSuite -Position 0."),
            Remedy("Postfix", "tls_preempt_cipherlist = yes and smtpd_tls_exclude_ciphers = kRSA."),
            Remedy("Exim", "tls_require_ciphers with ECDHE suites."),
            Remedy("Dovecot", "ssl_cipher_list with !kRSA."),
            Remedy("Cyrus", "tls_ciphers with !kRSA, and tls_prefer_server_ciphers: yes, in imapd.conf."),
            Remedy("nginx", "ssl_prefer_server_ciphers on, and ssl_ciphers with !kRSA."),
            Remedy("Apache", "SSLHonorCipherOrder on, and SSLCipherSuite with !kRSA."),
            Remedy("Any server", "Put suites whose names have ECDHE first, and leave out those without."),
        ]
    )

    /// Who only prefers ECDHE then has a handshake that some clients refuse.
    static let fixOfKeyThatMayNotSign =
        "First have the certificate issued with the key usages digitalSignature and keyEncipherment: it has the second "
        + "alone, and with ECDHE the server signs. Then prefer ECDHE cipher suites."

    static let tlsClientCertificateRequired = Explanation(
        "tls-client-certificate-required",
        .critical,
        message: "{demand}: {how}.",
        fix: "Show it a certificate that it trusts, or let the server ask without demanding.",
        meaning: [
            "The server asked for a certificate of the client, got none, or none it trusts, and hung up before its "
                + "first word. With TLS 1.3 that arrives after the handshake has finished.",
            "Only the alert certificate_required (116) says so by itself. Who asked for a certificate and then ended the "
                + "connection in another way most likely wants one, and may have had another reason.",
            "It is right on ports that partners or servers call with certificates, and wrong on ports for people.",
        ],
        confirm: [
            Probe(
                "See that it asks, and of which CAs the certificate must be:",
                "openssl s_client -connect {host}:{port}{starttls} -servername {host} </dev/null "
                    + "| grep -A2 -E 'Acceptable client|Client Certificate Types|Requested Signature'"
            ),
            Probe(
                "With a certificate:",
                "openssl s_client -connect {host}:{port}{starttls} -cert client.pem -key client.key </dev/null"
            ),
        ],
        remedies: [
            Remedy("Any server", "Let it ask for a certificate without demanding one.")
        ]
    )

    /// IIS asks by beginning TLS anew, of Accept as well as of Require.
    static let fixOfRenegotiation =
        "Show it a certificate that it trusts; or in IIS Manager, SSL Settings of the site or path, set client "
        + "certificates to Ignore: Require and Accept both ask like this. Where it shall ask, let it ask at once: bind its "
        + "certificate anew with clientcertnegotiation=enable (netsh http delete sslcert, then add sslcert)."

    /// Where one was shown, another or more trust is what helps.
    static let fixOfRefusedCertificate =
        "Let the server trust the CA of that certificate, or show one of a CA that it trusts; its log says what it "
        + "dislikes."

    static let tlsClientCertificateRequested = Explanation(
        "tls-client-certificate-requested",
        .note,
        message: "The server asks for client certificates.",
        fix: "Nothing, unless it refuses clients without one, or they show a box for choosing it.",
        meaning: ["Some servers always ask, Active Directory's among them. It harms nobody."],
        confirm: [.openssl],
        remedies: [Remedy("Any server", "Turn the request off where nobody uses it.")]
    )
}

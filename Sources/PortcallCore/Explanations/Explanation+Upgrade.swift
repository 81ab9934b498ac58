extension Explanation {
    static let upgrade = [
        starttlsNotOffered, starttlsRefused, plaintextAfterStarttls, starttlsStillOffered, plaintextAuthOffered,
    ]

    static let starttlsNotOffered = Explanation(
        "starttls-not-offered",
        .warning,
        message:
            "The server does not offer STARTTLS, so all that is said, passwords too, crosses the network in clear.",
        fix: "Give the server a certificate and let it offer TLS on this port.",
        meaning: [
            "STARTTLS is missing from the list of capabilities, or it was refused where nothing can be listed. Between "
                + "mail servers mail then goes unprotected; on submission clients that insist on TLS fail.",
            "If the server offers STARTTLS when asked from inside and not from here, something between takes it away.",
        ],
        confirm: [
            .swaks, Probe("A directory:", "ldapsearch -x -ZZ -H ldap://{host}:{port} -b '' -s base"),
            Probe("On Exchange:", "Get-ReceiveConnector | Format-Table Name,Bindings,AuthMechanism,Fqdn"),
        ],
        remedies: [
            Remedy(
                "Exchange",
                "Tick TLS in the connector's AuthMechanism, and have a certificate that names the connector's Fqdn "
                    + "enabled for SMTP (Enable-ExchangeCertificate -Services SMTP); event 12014 tells when it is "
                    + "missing."
            ),
            Remedy("Postfix", "smtpd_tls_security_level = may (encrypt on submission), and smtpd_tls_chain_files."),
            Remedy("Exim", "tls_advertise_hosts = *, tls_certificate and tls_privatekey."),
            Remedy("Dovecot", "ssl = yes, with ssl_cert and ssl_key."),
            Remedy("OpenLDAP", "TLSCertificateFile and TLSCertificateKeyFile (olcTLS… in cn=config)."),
        ]
    )

    static let starttlsRefused = Explanation(
        "starttls-refused",
        .critical,
        message: "The server offers STARTTLS and then refuses it, so TLS cannot be had. {meaning}",
        fix: "Look at the server's log for why it cannot start TLS: most often certificate or key cannot be read.",
        meaning: [
            "The keyword is in the list; the command is answered with an error (454: not available for a temporary "
                + "reason). A client that insists on TLS gives up, others go on in clear."
        ],
        confirm: [.swaksTLS, .exchangeCertificates],
        remedies: [
            Remedy("Exchange", "Give SMTP a certificate whose private key NETWORK SERVICE can read; see event 12014."),
            Remedy(
                "Postfix",
                "Look for 'TLS library problem' in the mail log; check the files of smtpd_tls_chain_files."
            ),
            Remedy("Exim", "Check that Exim's user may read tls_certificate and tls_privatekey."),
            .domainController,
        ]
    )

    static let plaintextAfterStarttls = Explanation(
        "plaintext-after-starttls",
        .critical,
        message: "After agreeing to STARTTLS the server sent more in clear; an attacker can inject text there.",
        fix: "Update the server, or the proxy before it: whatever is buffered at STARTTLS must be thrown away.",
        meaning: [
            "Between the go-ahead and the first TLS record nothing may be said (RFC 3207 section 4.2). A server or "
                + "proxy that sends on in clear lets somebody in the middle put words into the session that a "
                + "careless client takes as protected (the family of CVE-2011-0411).",
            "portcall never reads such bytes as part of the dialogue.",
        ],
        confirm: [
            Probe("Watch the bytes:", "openssl s_client -starttls smtp -connect {host}:{port} -msg -state </dev/null")
        ],
        remedies: [
            Remedy("Any server", "Update mail server and proxy; if a load balancer does STARTTLS, look there first."),
            Remedy("Postfix", "Fixed in 2.8.1, 2.7.3, 2.6.9, 2.5.12 and 2.4.16."),
        ]
    )

    static let starttlsStillOffered = Explanation(
        "starttls-still-offered",
        .warning,
        message: "STARTTLS is offered again inside TLS, which the protocol forbids; a proxy may be ending TLS.",
        fix: "Find what ends TLS before the server, and tell the server that its sessions are protected.",
        meaning: [
            "RFC 3207 section 4.2: a server must not offer STARTTLS after TLS is up. One that does does not know "
                + "that it is behind TLS: a proxy decrypts before it, and its rules about passwords and relaying see "
                + "clear text."
        ],
        confirm: [.swaksTLS],
        remedies: [
            Remedy("Any server", "Let the proxy pass TLS through, or configure both ends for what it does."),
            Remedy("Postfix", "Use smtpd_upstream_proxy_protocol, and let Postfix do TLS itself."),
        ]
    )

    static let plaintextAuthOffered = Explanation(
        "plaintext-auth-offered",
        .warning,
        message: "Before TLS the server takes passwords as they are ({mechanisms}); whoever listens can read them.",
        fix: "Offer these mechanisms only once TLS is up.",
        meaning: [
            "The list before TLS names mechanisms that send the password merely encoded. A client that is told to "
                + "log in, or that is tricked out of TLS, sends it in clear."
        ],
        confirm: [.swaks],
        remedies: [
            Remedy(
                "Exchange",
                "On the receive connector choose BasicAuthRequireTLS (\"offer basic authentication only "
                    + "after starting TLS\"). For mailboxes: Set-PopSettings and Set-ImapSettings -LoginType "
                    + "SecureLogin, and restart the services."
            ),
            Remedy("Postfix", "smtpd_tls_auth_only = yes."),
            Remedy("Exim", "auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}."),
            Remedy("Dovecot", "disable_plaintext_auth = yes (auth_allow_cleartext = no since 2.4)."),
        ]
    )
}

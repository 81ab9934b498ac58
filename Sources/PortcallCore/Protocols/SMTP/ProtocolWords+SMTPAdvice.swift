extension ProtocolWords {
    /// What there is to say before a connection stands.
    static let smtpReaching = [
        Advice(
            .connectRefused,
            Remedy(
                "Exchange",
                "Get-Service MSExchangeFrontEndTransport,MSExchangeTransport (the first since 2013) shows whether it runs; "
                    + "Get-ReceiveConnector shows the Bindings, which must name the port."
            ),
            Remedy(
                "Postfix",
                "postfix status; the port must have a line in master.cf and inet_interfaces must cover the address."
            ),
            Remedy("Exim", "The port must stand in daemon_smtp_ports and the address in local_interfaces."),
            Remedy("Sendmail", "DAEMON_OPTIONS must name the port, and no address but those that are meant.")
        ),
        Advice(
            .connectTimeout,
            meaning: [
                "Many providers block port 25 outward for their customers: then 25 times out to everywhere and 587 "
                    + "does not."
            ]
        ),
        Advice(
            .addressFailed,
            Remedy("Exchange", "Add the address to the Bindings of the receive connector (Set-ReceiveConnector)."),
            Remedy("Postfix", "inet_protocols = all, and inet_interfaces must cover the address."),
            Remedy("Exim", "local_interfaces must cover the address.")
        ),
    ]

    /// What there is to say of the dialogue.
    static let smtpTalking = [
        Advice(
            .timeout,
            Remedy("Exchange", "Get-ReceiveConnector | fl Name,TarpitInterval; look at the receive protocol log."),
            Remedy("Postfix", "Look for slow milters, policy services and DNS lists in the mail log."),
            Remedy("Exim", "Look for slow ACLs (dnslists, callouts) in the main log.")
        ),
        Advice(
            .closedEarly,
            meaning: ["A mail server that refuses says so first (421, 554)."],
            Remedy("Exchange", "Look at the receive connector's protocol log and at the Application event log."),
            Remedy("Postfix", "Look for 'warning: process' and 'fatal:' in the mail log."),
            Remedy("Exim", "Look at the panic log and the main log.")
        ),
        Advice(
            .closedBeforeGreeting,
            Remedy("Exchange", "Check RemoteIPRanges of the receive connectors, and the health of the pool's members."),
            Remedy("Postfix", "Look for 'fatal:' of smtpd in the mail log: it dies on a bad setting, such as SASL's."),
            Remedy("Exim", "Check host_reject_connection and the log of rejected connections.")
        ),
        Advice(
            .silent,
            Remedy("Exchange", "Restart the transport service; check the DNS servers that its connectors use."),
            Remedy("Postfix", "All smtpd processes may be busy: compare with default_process_limit and the mail log."),
            Remedy("Exim", "Check rfc1413_query_timeout, smtp_accept_max and DNS of the server.")
        ),
        Advice(
            .greetingSlow,
            meaning: [
                "RFC 5321 lets a client wait five minutes, and some wait ten seconds. Some servers delay the greeting "
                    + "on purpose, against spam (postscreen, greet_pause)."
            ],
            Remedy("Exchange", "Check the DNS servers that the transport service uses for reverse lookups."),
            Remedy("Postfix", "postscreen_greet_wait; slow DNS in smtpd_client_restrictions."),
            Remedy("Exim", "Delays in acl_smtp_connect; rfc1413_query_timeout = 0s."),
            Remedy("Sendmail", "FEATURE(`greet_pause') sets the delay; its ident query has confTO_IDENT.")
        ),
        Advice(
            .serviceRefusing,
            meaning: [
                "A 4xx answer is meant to pass: maintenance, too many connections, back pressure. A 5xx answer is "
                    + "meant to stay: this client, or everybody, is not served here.",
                "Exchange says 421 4.3.2 when the component is inactive or under back pressure.",
            ],
            confirm: [
                Probe("On Exchange, see inactive components:", "Get-ServerComponentState SERVER", .with("Exchange"))
            ],
            Remedy(
                "Exchange",
                "Since 2013, Set-ServerComponentState SERVER -Component HubTransport -State Active -Requester Maintenance "
                    + "(and FrontendTransport); with 452 4.3.1 free space on the disk of the queue."
            ),
            Remedy("Postfix", "Look for the reason in the mail log: smtpd_client_restrictions, limits, postscreen."),
            Remedy("Exim", "Look at acl_smtp_connect, smtp_accept_max and the reject log."),
            Remedy("Sendmail", "Look at the access database, RefuseLA, MaxDaemonChildren and the mail log.")
        ),
        Advice(
            .outOfStep,
            Remedy(
                "Postfix",
                "smtpd_upstream_proxy_protocol = haproxy on the port that the load balancer calls, or "
                    + "postscreen_upstream_proxy_protocol where postscreen has it; both want a PROXY header of everybody."
            ),
            Remedy("Exim", "hosts_proxy must name the load balancer, and none but those that send a PROXY header.")
        ),
        Advice(
            .middleboxMasking,
            confirm: [
                Probe(
                    "Compare with what the server says to itself:",
                    "swaks --server localhost --port {port} --quit-after EHLO"
                )
            ]
        ),
    ]

    /// What there is to say of TLS and of passwords.
    static let smtpSecuring = [
        Advice(
            .wantsImplicitTls,
            Remedy("Postfix", "Remove smtpd_tls_wrappermode=yes from this port's lines in master.cf."),
            Remedy("Exim", "Take the port out of tls_on_connect_ports."),
            Remedy("Sendmail", "Take M=s out of this port's DAEMON_OPTIONS."),
            Remedy("Exchange", "Exchange never does this by itself on 25 or 587: look at the load balancer before it.")
        ),
        Advice(
            .notImplicitTls,
            meaning: [
                "On Exchange 2013 and later port 465 is the Client Proxy receive connector of the Transport service: "
                    + "plain SMTP with STARTTLS, meant for the Front End service only. Users belong on 587."
            ],
            Remedy("Exchange", "Let clients use 587 with STARTTLS; 465 is not for them."),
            Remedy("Postfix", "Add -o smtpd_tls_wrappermode=yes to the service in master.cf."),
            Remedy("Exim", "Add the port to tls_on_connect_ports."),
            Remedy("Sendmail", "Add M=s to this port's DAEMON_OPTIONS.")
        ),
        Advice(
            .starttlsNotOffered,
            meaning: [
                "Between mail servers mail then goes unprotected; on submission clients that insist on TLS fail."
            ],
            confirm: [
                Probe(
                    "On Exchange:",
                    "Get-ReceiveConnector | Format-Table Name,Bindings,AuthMechanism,Fqdn",
                    .with("Exchange")
                )
            ],
            Remedy(
                "Exchange",
                "Tick TLS in the connector's AuthMechanism, and have a certificate that names the connector's Fqdn "
                    + "enabled for SMTP (Enable-ExchangeCertificate -Services SMTP); event 12014 tells when it is "
                    + "missing."
            ),
            .exchange2003Mail,
            .exchange55Mail,
            Remedy(
                "Postfix",
                "smtpd_tls_security_level = may (encrypt on submission), and smtpd_tls_chain_files. A -o "
                    + "smtpd_tls_security_level on this port's lines in master.cf counts over main.cf."
            ),
            Remedy("Exim", "tls_advertise_hosts = *, tls_certificate and tls_privatekey."),
            Remedy(
                "Sendmail",
                "confSERVER_CERT and confSERVER_KEY; the log says 'file unsafe' of a key that others can read."
            )
        ),
        Advice(
            .starttlsRefused,
            meaning: ["454 says that TLS is not available for a temporary reason (RFC 3207 section 4)."],
            Remedy("Exchange", "Give SMTP a certificate whose private key NETWORK SERVICE can read; see event 12014."),
            Remedy(
                "Postfix",
                "Look for 'TLS library problem' in the mail log; check the files of smtpd_tls_chain_files."
            ),
            Remedy("Exim", "Check that Exim's user may read tls_certificate and tls_privatekey."),
            Remedy("Sendmail", "Look for 'STARTTLS=server' in the mail log; the key must be its owner's alone.")
        ),
        Advice(
            .serviceUnusable,
            meaning: [
                "On 587 and 465 users log in before they send (RFC 6409 section 4.3); a program says there that the "
                    + "server does not support authentication."
            ],
            Remedy(
                "Exchange",
                "The receive connector's AuthMechanism must have BasicAuth and BasicAuthRequireTLS, and its "
                    + "PermissionGroups ExchangeUsers: Get-ReceiveConnector | fl Name,AuthMechanism,PermissionGroups."
            ),
            Remedy(
                "Postfix",
                "smtpd_sasl_auth_enable = yes, with smtpd_sasl_type and smtpd_sasl_path as the program that checks "
                    + "passwords has them (dovecot and private/auth, say); a -o of this port in master.cf counts over "
                    + "main.cf."
            ),
            Remedy(
                "Exim",
                "There must be authenticators below 'begin authenticators', and auth_advertise_hosts must cover the "
                    + "client."
            ),
            Remedy("Sendmail", "define(`confAUTH_MECHANISMS', `PLAIN LOGIN'), TRUST_AUTH_MECH, and saslauthd running.")
        ),
        Advice(
            .plaintextAfterStarttls,
            Remedy("Postfix", "Fixed in 2.8.1, 2.7.3, 2.6.9, 2.5.12 and 2.4.16.")
        ),
        Advice(
            .starttlsStillOffered,
            meaning: ["RFC 3207 section 4.2: a server must not offer STARTTLS once TLS is up."],
            Remedy("Postfix", "Use smtpd_upstream_proxy_protocol, and let Postfix do TLS itself.")
        ),
        Advice(
            .plaintextAuthOffered,
            Remedy(
                "Exchange",
                "On the receive connector choose BasicAuthRequireTLS (\"offer basic authentication only after "
                    + "starting TLS\")."
            ),
            Remedy("Postfix", "smtpd_tls_auth_only = yes."),
            Remedy("Exim", "auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}."),
            Remedy("Sendmail", "define(`confAUTH_OPTIONS', `A p'): no plain passwords without TLS.")
        ),
        Advice(
            .tlsNoCertificate,
            Remedy(
                "Exchange",
                "Enable-ExchangeCertificate -Thumbprint … -Services SMTP; events 12014 and 12018 name the name that "
                    + "has no certificate."
            ),
            Remedy("Postfix", "Look for 'TLS library problem' and 'cannot load' in the mail log."),
            Remedy("Exim", "Look for 'TLS error' in the main log.")
        ),
        Advice(
            .tlsClientCertificateRequired,
            Remedy(
                "Exchange",
                "Set-ReceiveConnector … -DomainSecureEnabled $false where no partner needs mutual TLS; and see what stands "
                    + "before it."
            ),
            Remedy("Postfix", "smtpd_tls_ask_ccert = yes instead of smtpd_tls_req_ccert = yes."),
            Remedy("Exim", "tls_try_verify_hosts instead of tls_verify_hosts.")
        ),
        Advice(
            .certificateNameMismatch,
            Remedy(
                "Exchange",
                "New-ExchangeCertificate -GenerateRequest -DomainName with every name clients use; "
                    + "TlsCertificateName on the connector chooses the certificate."
            )
        ),
    ]
}

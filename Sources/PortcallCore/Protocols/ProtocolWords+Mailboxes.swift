extension ProtocolWords {
    /// What the two protocols of mailboxes share: their servers are the same, and are set up alike.
    struct Mailbox {
        let upgrade: String
        let startTLS: String
        /// The command that a server lists its capabilities to.
        let asks: String
        let dialogue: DialogueByHand
        /// Exchange's word for it in commands: `Imap`, and its services.
        let exchange: String
        let exchangeServices: String
        /// Courier's word for it in settings, and its file.
        let courier: String
        let courierFile: String
        /// Cyrus's program.
        let daemon: String
        /// Dovecot's service before the login.
        let login: String

        var words: ProtocolWords {
            ProtocolWords(
                upgrade: upgrade,
                startTLS: startTLS,
                products: ["Exchange", "Dovecot", "Cyrus", "Courier", "Windows"],
                dialogue: dialogue,
                certificate: certificate,
                advice: reaching + talking + securing,
                source: asks
            )
        }

        private var certificate: [Remedy] {
            [
                Remedy(
                    "Exchange",
                    "Install the new certificate with Import-ExchangeCertificate, then Enable-ExchangeCertificate "
                        + "-Thumbprint … -Services IMAP,POP (or Set-\(exchange)Settings -X509CertificateName NAME), "
                        + "and restart \(exchangeServices)."
                ),
                Remedy(
                    "Dovecot",
                    "Put leaf and intermediates into the file of ssl_cert and the key into that of ssl_key "
                        + "(ssl_server_cert_file and ssl_server_key_file since 2.4), then run doveadm reload."
                ),
                .cyrusCertificate,
                Remedy(
                    "Courier",
                    "Put key, leaf and intermediates into the file of TLS_CERTFILE in \(courierFile)-ssl, then "
                        + "restart it."
                ),
            ]
        }

        private var reaching: [Advice] {
            [
                Advice(
                    .connectRefused,
                    Remedy(
                        "Exchange",
                        "The services are off by default: Get-Service \(exchangeServices) (the second since 2013), then Set-Service "
                            + "-StartupType Automatic and Start-Service for both. Get-\(exchange)Settings shows the "
                            + "bindings."
                    ),
                    Remedy("Dovecot", "doveconf protocols listen shows what it serves and where."),
                    Remedy("Cyrus", "The port must have a line under SERVICES in cyrus.conf, with cmd=\"\(daemon)\"."),
                    Remedy("Courier", "Look at \(courierFile) and \(courierFile)-ssl: PORT, ADDRESS, and what starts.")
                ),
                Advice(.addressFailed, Remedy("Dovecot", "listen = *, :: covers both families.")),
            ]
        }

        private var talking: [Advice] {
            [
                Advice(.timeout, exchangeLog, dovecotLog, cyrusLimit),
                Advice(.closedEarly, exchangeLog, dovecotLog, courierLimit),
                Advice(.closedBeforeGreeting, exchangeLog, dovecotLog, dovecotProxy, courierLimit),
                Advice(.silent, dovecotLimit, cyrusLimit),
                Advice(.outOfStep, dovecotTakesProxies),
                Advice(.greetingSlow, Remedy("Dovecot", "Look for penalty waits and busy login processes in its log.")),
                Advice(
                    .serviceRefusing,
                    confirm: [
                        Probe(
                            "On Exchange, see inactive components:",
                            "Get-ServerComponentState SERVER -Component \(exchange)Proxy",
                            .with("Exchange")
                        )
                    ],
                    Remedy(
                        "Exchange",
                        "Start \(exchangeServices) (the second is there since 2013); since 2013, Set-ServerComponentState "
                            + "SERVER -Component \(exchange)Proxy -State Active -Requester Maintenance; and give the "
                            + "service a certificate."
                    ),
                    dovecotLimit,
                    Remedy(
                        "Cyrus",
                        "A file msg/shutdown below configdirectory makes it turn everybody away, with the file's "
                            + "words; else look at maxchild in cyrus.conf."
                    ),
                    courierLimit
                ),
            ]
        }

        private var securing: [Advice] {
            [
                Advice(
                    .wantsImplicitTls,
                    Remedy("Dovecot", "Take ssl = yes out of this port's inet_listener."),
                    Remedy("Cyrus", "Take -s out of this port's cmd in cyrus.conf.")
                ),
                Advice(
                    .notImplicitTls,
                    Remedy(
                        "Exchange",
                        "Enable-ExchangeCertificate -Thumbprint … -Services IMAP,POP, or Set-\(exchange)Settings "
                            + "-X509CertificateName NAME for a wildcard; restart \(exchangeServices)."
                    ),
                    Remedy("Dovecot", "Set ssl = yes in this port's inet_listener."),
                    Remedy("Cyrus", "cmd=\"\(daemon) -s\" for this port in cyrus.conf.")
                ),
                Advice(
                    .starttlsNotOffered,
                    Remedy("Exchange", "Set-\(exchange)Settings -X509CertificateName NAME, and restart the services."),
                    .exchange2000Mailboxes,
                    dovecotTLS,
                    .cyrusTLS,
                    Remedy("Courier", "\(courier)_STARTTLS=YES and a readable TLS_CERTFILE, in \(courierFile)-ssl.")
                ),
                Advice(
                    .starttlsRefused,
                    Remedy(
                        "Exchange",
                        "The certificate that Get-\(exchange)Settings names (X509CertificateName) must be there, "
                            + "valid, and have a private key that NETWORK SERVICE can read."
                    ),
                    Remedy(
                        "Dovecot",
                        "doveadm log errors names the file it cannot use; doveconf -n shows ssl_cert and ssl_key."
                    ),
                    .cyrusTLS,
                    Remedy("Courier", "Key and certificate stand in one file, TLS_CERTFILE, readable by its user.")
                ),
                Advice(
                    .serviceUnusable,
                    meaning: [
                        "Where \(upgrade) stands in the list inside TLS, the server does not know that TLS is up, and "
                            + "keeps its logins for when it is: most often a proxy ends TLS before it."
                    ],
                    Remedy(
                        "Dovecot",
                        "auth_mechanisms must name one that clients have, as plain; where a proxy ends TLS before it, "
                            + "login_trusted_networks must name the proxy."
                    ),
                    Remedy(
                        "Cyrus",
                        "sasl_mech_list in imapd.conf must name mechanisms whose SASL plugins are installed."
                    ),
                    Remedy("Courier", "\(courierLogins) must name the mechanisms, in \(courierFile).")
                ),
                Advice(
                    .plaintextAuthOffered,
                    Remedy("Exchange", "Set-\(exchange)Settings -LoginType SecureLogin, and restart the services."),
                    Remedy("Dovecot", "disable_plaintext_auth = yes (auth_allow_cleartext = no since 2.4)."),
                    .cyrusPasswords,
                    Remedy("Courier", "\(courier)_TLS_REQUIRED=1 in \(courierFile)-ssl.")
                ),
                Advice(
                    .tlsNoCertificate,
                    Remedy("Exchange", "Enable-ExchangeCertificate -Thumbprint … -Services IMAP,POP, and restart."),
                    dovecotTLS,
                    dovecotProxy,
                    .cyrusTLS,
                    Remedy(
                        "Courier",
                        "The file of TLS_CERTFILE in \(courierFile)-ssl must be there, hold key and certificate, and be "
                            + "readable by its user."
                    )
                ),
                Advice(
                    .certificateNameMismatch,
                    Remedy(
                        "Exchange",
                        "Set-\(exchange)Settings -X509CertificateName chooses the certificate by a name in it; "
                            + "restart \(exchangeServices)."
                    )
                ),
            ]
        }

        private var courierLogins: String { courier == "IMAP" ? "IMAP_CAPABILITY_TLS" : "POP3AUTH_TLS" }

        private var exchangeLog: Remedy {
            Remedy(
                "Exchange",
                "Set-\(exchange)Settings -ProtocolLogEnabled $true, restart the services and read the log; look also "
                    + "at MaxConnections and MaxConnectionFromSingleIP."
            )
        }

        private var dovecotLog: Remedy {
            Remedy("Dovecot", "doveadm log find names its logs; doveadm log errors shows what went wrong lately.")
        }

        private var dovecotLimit: Remedy {
            Remedy(
                "Dovecot",
                "Look for process_limit and client_limit of service \(login) in its log: it says which one was "
                    + "reached."
            )
        }

        private var dovecotTLS: Remedy {
            Remedy(
                "Dovecot",
                "ssl = yes, with ssl_cert and ssl_key (ssl_server_cert_file and ssl_server_key_file since 2.4); its "
                    + "log says what it cannot read."
            )
        }

        private var dovecotProxy: Remedy {
            Remedy(
                "Dovecot",
                "A listener with haproxy = yes hangs up on whoever does not begin with a PROXY header, as HAProxy does: "
                    + "call the proxy, or a listener without."
            )
        }

        private var dovecotTakesProxies: Remedy {
            Remedy(
                "Dovecot",
                "haproxy = yes in the inet_listener that the load balancer calls, whose address haproxy_trusted_networks "
                    + "must have; or no PROXY header there."
            )
        }

        private var cyrusLimit: Remedy {
            Remedy("Cyrus", "All processes may be busy: compare with maxchild of the service in cyrus.conf.")
        }

        private var courierLimit: Remedy {
            Remedy("Courier", "Compare with MAXDAEMONS and MAXPERIP in \(courierFile), and look at the mail log.")
        }
    }
}

extension ProtocolWords {
    static let sip = ProtocolWords(
        products: ["Exchange", "Lync", "Kamailio", "Asterisk"],
        dialogue: DialogueByHand(
            inClear: [
                Probe("Ask the same:", "sipsak -vv -E tcp -s sip:{host}:{port}", .over(.tcp)),
                Probe("Ask the same:", "sipsak -vv -s sip:{host}:{port}", .over(.udp)),
            ],
            implicit: [
                Probe(
                    "Begin TLS, and see what comes of it before anything is asked:",
                    "openssl s_client -connect {host}:{port} -servername {host} -brief </dev/null"
                )
            ]
        ),
        certificate: [
            Remedy(
                "Exchange",
                "Enable-ExchangeCertificate -Thumbprint … -Services UM, and UMCallRouter since Exchange 2013; then restart "
                    + "the Unified Messaging services. Gateways must trust its CA."
            ),
            Remedy("Lync", "Set-CsCertificate -Type Default -Thumbprint …, then restart the front end's service."),
            Remedy("Kamailio", "certificate and private_key in tls.cfg; then kamcmd tls.reload."),
            Remedy("Asterisk", "cert_file and priv_key_file of the transport in pjsip.conf; then restart it."),
        ],
        advice: reachingSIP + talkingSIP + securingSIP,
        source: "the response to OPTIONS",
        health: "All is well as far as it shows: the server speaks SIP{called}. What it does with calls was not asked."
    )

    private static let gateway = Remedy(
        "Exchange",
        "Get-UMIPGateway lists whom Unified Messaging serves; New-UMIPGateway adds one. With mutual TLS it must be there "
            + "by the name in its certificate, and no wildcard will do."
    )

    private static let startup = Remedy(
        "Exchange",
        "Get-UMService and Get-UMCallRouterSettings: UMStartupMode TCP has 5060 alone, TLS 5061 alone, Dual both; the "
            + "service must be restarted after a change."
    )

    private static let trusted = Remedy("Lync", "Get-CsTrustedApplicationPool and Get-CsPool list whom it trusts.")

    private static let reachingSIP = [
        Advice(
            .connectRefused,
            meaning: [
                "Unified Messaging listens on 5060 (TCP), on 5061 (TLS) or on both, as UMStartupMode says; its workers "
                    + "on 5065 and 5067, and in the mode Dual on 5066 and 5068 besides, so that some of these are closed "
                    + "on a server that is well. Exchange 2013 has the call router on 5060 and 5061 and the service on "
                    + "5062 and 5063. 5075 to 5077 are open only where instant messaging in Outlook Web App is set up. "
                    + "Exchange 2019 has no Unified Messaging."
            ],
            startup,
            Remedy("Kamailio", "listen= in kamailio.cfg names protocol, address and port."),
            Remedy("Asterisk", "pjsip show transports lists what it listens on.")
        ),
        Advice(
            .timeout,
            meaning: [
                "Exchange's Unified Messaging and Lync do not speak SIP over UDP: there a firewall's silence and "
                    + "theirs are alike. On TCP they may leave those unanswered whom they do not know."
            ],
            gateway,
            trusted
        ),
    ]

    private static let talkingSIP = [
        Advice(
            .closedBeforeGreeting,
            meaning: [
                "Unified Messaging accepts a connection of anybody and closes it where the address is none of its UM IP "
                    + "gateways. From a machine that is none, as this one, nothing more is to be seen."
            ],
            gateway,
            trusted
        ),
        Advice(
            .closedEarly,
            meaning: ["Unified Messaging and Lync hang up inside TLS on whom they do not know."],
            gateway,
            trusted
        ),
        Advice(
            .serviceRefusing,
            meaning: ["503 says that the server is overloaded, in maintenance, or has nothing behind it (RFC 3261)."],
            Remedy(
                "Exchange",
                "Get-ServerComponentState SERVER -Component UMCallRouter must be Active; Get-UMService shows the limit of "
                    + "concurrent calls."
            ),
            Remedy("Lync", "Get-CsWindowsService on the front end, and its event log (LS Protocol Stack).")
        ),
    ]

    private static let securingSIP = [
        Advice(
            .tlsClientCertificateRequired,
            meaning: [
                "Between Unified Messaging, gateways and Lync TLS is mutual: each shows a certificate. That the server "
                    + "asks for one shows that the port is alive, and nobody without one sees more. On 5075 to 5077 it "
                    + "is the same: Office Communications Server comes with its certificate."
            ],
            gateway,
            trusted,
            Remedy("Kamailio", "require_certificate = no in tls.cfg, for whom that is right.")
        ),
        Advice(.tlsNoCertificate, startup, Remedy("Kamailio", "See the log for the file that it cannot load.")),
        Advice(
            .notImplicitTls,
            startup,
            Remedy("Kamailio", "listen=tls:… for this port in kamailio.cfg, with enable_tls=yes.")
        ),
        Advice(
            .wantsImplicitTls,
            startup,
            Remedy("Kamailio", "listen=tcp:… for this port in kamailio.cfg, where clear text is meant.")
        ),
    ]
}

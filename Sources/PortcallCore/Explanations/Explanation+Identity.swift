extension Explanation {
    static let identity = [wrongProtocol, wantsImplicitTls, notImplicitTls, middleboxMasking]

    static let wrongProtocol = Explanation(
        "wrong-protocol",
        .critical,
        message: "Port {port} is answered by {answers}, not by {protocol}.",
        fix: "Check the port number, the port forwarding of the firewall, and which program has the port.",
        meaning: [
            "The first bytes, or the refusal of every greeting of this protocol, show that another service answers. "
                + "Usual causes: a wrong number in a forwarding rule, a proxy's block page, two services exchanged."
        ],
        confirm: [Probe("See who answers:", "nc {host} {port}"), Probe("Ask nmap:", "nmap -sV -p {port} {host}")],
        remedies: [
            .firewall,
            Remedy(
                "Any server",
                "On the server, ss -ltnp 'sport = :{port}' (Windows: netstat -abno) names the program."
            ),
        ]
    )

    static let wantsImplicitTls = Explanation(
        "wants-implicit-tls",
        .critical,
        message: "Port {port} speaks TLS from the first byte; {service} begins in clear there and would wait in vain.",
        fix: "Let clients begin with TLS (https://, the port 465 of submission), or let this port begin in clear.",
        meaning: [
            "The server waits for a ClientHello where this service begins with a greeting in clear. A client set to "
                + "STARTTLS gets silence or an alert.",
            "Where the server was silent, portcall found it out with one more connection that began with TLS.",
        ],
        confirm: [Probe("TLS from the first byte:", "openssl s_client -connect {host}:{port} </dev/null")],
        remedies: [
            Remedy("Postfix", "Remove smtpd_tls_wrappermode=yes from this port's lines in master.cf."),
            Remedy("Exim", "Take the port out of tls_on_connect_ports."),
            Remedy("Dovecot", "Take ssl = yes out of this port's inet_listener."),
            Remedy("Exchange", "Exchange never does this by itself on 25 or 587: look at the load balancer before it."),
            Remedy("nginx", "Take ssl out of this port's listen line, or let clients use https://."),
        ]
    )

    static let notImplicitTls = Explanation(
        "not-implicit-tls",
        .critical,
        message: "Port {port} answers in clear where TLS is due from the first byte. {meaning}",
        fix: "Let the server begin with TLS on this port, or use the one that has STARTTLS where there is one.",
        meaning: [
            "The client sent a ClientHello and the server answered with its plaintext greeting. Programs set to "
                + "SSL/TLS fail here with messages such as 'wrong version number'.",
            "On Exchange 2013 and later port 465 is the Client Proxy receive connector of the Transport service: plain "
                + "SMTP with STARTTLS, meant for the Front End service only. Users belong on 587.",
        ],
        confirm: [Probe("See the greeting in clear:", "nc {host} {port}")],
        remedies: [
            Remedy(
                "Exchange",
                "Let clients use 587 with STARTTLS; 465 is not for them. On 993 and 995: give the certificate to the "
                    + "service, Enable-ExchangeCertificate -Services IMAP,POP, and restart it."
            ),
            Remedy("Postfix", "Add -o smtpd_tls_wrappermode=yes to the service in master.cf."),
            Remedy("Exim", "Add the port to tls_on_connect_ports."),
            Remedy("Dovecot", "Set ssl = yes in this port's inet_listener."),
            Remedy("nginx", "Add ssl to this port's listen line. IIS: bind the site as https, with a certificate."),
        ]
    )

    static let middleboxMasking = Explanation(
        "middlebox-masking",
        .critical,
        message: "A device between here and the server rewrites the dialogue; STARTTLS never gets through it.",
        fix: "Turn off the mail inspection of that firewall (Cisco: no fixup protocol smtp, no inspect esmtp).",
        meaning: [
            "Asterisks in the greeting, X in place of commands or of keywords are the marks of a firewall that "
                + "\"inspects\" mail. It takes STARTTLS away, so mail and passwords cross it in clear."
        ],
        confirm: [
            .swaks,
            Probe(
                "Compare with what the server says to itself:",
                "swaks --server localhost --port {port} --quit-after EHLO"
            ),
        ],
        remedies: [
            Remedy(
                "Firewall",
                "Cisco PIX: no fixup protocol smtp 25. Cisco ASA: remove 'inspect esmtp' from the policy, "
                    + "or allow-tls in its parameters."
            ),
            Remedy("Any server", "Nothing to fix on the server."),
        ]
    )
}

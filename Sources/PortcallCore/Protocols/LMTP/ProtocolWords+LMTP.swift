extension ProtocolWords {
    static let lmtp = ProtocolWords(
        startTLS: "lmtp",
        products: ["Dovecot", "Cyrus"],
        dialogue: .sending("LHLO example.org", "QUIT", toSee: "the answer to LHLO", upgrade: "STARTTLS"),
        certificate: [
            Remedy(
                "Dovecot",
                "Put leaf and intermediates into the file of ssl_cert and the key into that of ssl_key "
                    + "(ssl_server_cert_file and ssl_server_key_file since 2.4), then run doveadm reload."
            ),
            .cyrusCertificate,
        ],
        advice: [
            Advice(
                .connectRefused,
                Remedy(
                    "Dovecot",
                    "It listens on a socket of this machine alone unless service lmtp has an inet_listener; doveconf -f "
                        + "service=lmtp -n shows it."
                ),
                Remedy("Cyrus", "The port must have a line under SERVICES in cyrus.conf, with cmd=\"lmtpd\".")
            ),
            Advice(
                .wrongProtocol,
                Remedy("Dovecot", "Look where the inet_listener of service lmtp is: port 25 belongs to SMTP.")
            ),
            Advice(.timeout, log), Advice(.closedEarly, log), Advice(.closedBeforeGreeting, log), Advice(.silent, log),
            Advice(.serviceRefusing, log, Remedy("Cyrus", "lmtpd asks for a login on TCP unless it runs with -a.")),
            Advice(.starttlsNotOffered, tls, .cyrusTLS), Advice(.starttlsRefused, log, .cyrusTLS),
            Advice(.tlsNoCertificate, tls, .cyrusTLS),
        ],
        source: "LHLO"
    )

    private static let log = Remedy("Dovecot", "doveadm log errors shows what lmtp ran into.")
    private static let tls = Remedy("Dovecot", "ssl = yes, with ssl_cert and ssl_key; doveconf -n shows what holds.")
}

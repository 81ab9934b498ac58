extension ProtocolWords {
    static let manageSieve = ProtocolWords(
        startTLS: "sieve",
        products: ["Dovecot", "Cyrus"],
        dialogue: .sending("CAPABILITY", "LOGOUT", toSee: "its list of capabilities", upgrade: "STARTTLS"),
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
                    "Pigeonhole must be installed (Debian: dovecot-managesieved) and protocols must name sieve; "
                        + "doveconf protocols shows it."
                ),
                Remedy("Cyrus", "The port must have a line under SERVICES in cyrus.conf, with cmd=\"timsieved\".")
            ),
            Advice(.timeout, log), Advice(.closedEarly, log), Advice(.closedBeforeGreeting, log), Advice(.silent, log),
            Advice(.serviceRefusing, log), Advice(.starttlsNotOffered, tls, .cyrusTLS),
            Advice(.starttlsRefused, log, .cyrusTLS),
            Advice(.tlsNoCertificate, tls, .cyrusTLS),
            Advice(
                .plaintextAuthOffered,
                Remedy("Dovecot", "disable_plaintext_auth = yes (auth_allow_cleartext = no since 2.4).")
            ),
        ],
        source: "CAPABILITY"
    )

    private static let log = Remedy("Dovecot", "doveadm log errors shows what managesieve-login ran into.")
    private static let tls = Remedy("Dovecot", "ssl = yes, with ssl_cert and ssl_key; doveconf -n shows what holds.")
}

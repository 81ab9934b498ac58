extension Configuration {
    static let cyrus = on("cyrus", product: "Cyrus 3") { call in
        ["imap", "pop3", "nntp"].flatMap { service in
            [
                call("\(service)-rsa", as: service),
                call("\(service)-rsas", as: "\(service)s"),
                call("\(service)-expired", as: service, "critical certificate-expired"),
                call("\(service)-expireds", as: "\(service)s", "critical certificate-expired"),
                call("\(service)-wrongname", as: service, "critical certificate-name-mismatch"),
                call("\(service)-nointermediate", as: service, "critical chain-incomplete"),
                call("\(service)-notls", as: service, "warning starttls-not-offered"),
                call("\(service)-nokey", as: service, "critical starttls-refused"),
                call("\(service)-passwords", as: service, "warning plaintext-auth-offered"),
                call("\(service)-asks", as: service, "note tls-client-certificate-requested"),
                call("\(service)-tls10", as: service, "critical tls-version-old"),
                call("\(service)-rsa", as: "\(service)s", "critical not-implicit-tls"),
                call("\(service)-rsas", as: service, "critical wants-implicit-tls"),
            ]
        } + [
            call("imap-nokeys", as: "imaps", "critical tls-no-certificate"),
            call("pop3-nokeys", as: "pop3s", "critical tls-no-certificate"),
            // The news server says in clear why it cannot start TLS, on the port for TLS too.
            call("nntp-nokeys", as: "nntps", "critical not-implicit-tls"),
            // Only its IMAP server lets people in who have not logged in yet.
            call("pop3-shut", as: "pop3", "critical service-refusing"),
            call("nntp-shut", as: "nntp", "critical service-refusing"),
        ]
    }
}

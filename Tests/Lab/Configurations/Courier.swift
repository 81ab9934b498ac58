extension Configuration {
    static let courier = on("courier", product: "Courier") { call in
        let passwords = "warning plaintext-auth-offered"
        return [
            call("imap-rsa", as: "imap"),
            call("imap-expired", as: "imap", "critical certificate-expired"),
            call("imap-nokey", as: "imap", "critical tls-no-certificate"),
            // Its POP3 server lists USER and PLAIN whether it takes them or not.
            call("pop3-rsa", as: "pop3", passwords),
            call("pop3-expired", as: "pop3", "critical certificate-expired", passwords),
            call("pop3-nokey", as: "pop3", "critical tls-no-certificate", passwords),
            call("imap-preauth", as: "imap", "critical imap-preauth"),
        ]
            + ["imap", "pop3"].flatMap { service in
                [
                    call("\(service)-rsas", as: "\(service)s"),
                    call("\(service)-passwords", as: service, passwords),
                    call("\(service)-notls", as: service, "warning starttls-not-offered", passwords),
                    call("\(service)-bye", as: service, "critical service-refusing"),
                    call("\(service)-rsa", as: "\(service)s", "critical not-implicit-tls"),
                    call("\(service)-rsas", as: service, "critical wants-implicit-tls"),
                ]
            }
    }
}

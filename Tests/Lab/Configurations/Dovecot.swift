extension Configuration {
    static let dovecot = on("dovecot", product: "Dovecot") { call in
        ["imap", "imaps", "pop3", "pop3s"].flatMap { service in
            [
                call("\(service)-rsa", as: service),
                call("\(service)-ecdsa", as: service),
                call("\(service)-sni", as: service),
                call("\(service)-expired", as: service, "critical certificate-expired"),
                call("\(service)-wrongname", as: service, "critical certificate-name-mismatch"),
                call("\(service)-nointermediate", as: service, "critical chain-incomplete"),
                call("\(service)-selfsigned", as: service, "critical certificate-self-signed"),
                call("\(service)-asks", as: service, "note tls-client-certificate-requested"),
                call("\(service)-mismatch", as: service, "critical tls-no-certificate"),
            ]
        }
            + ["imap", "pop3"].flatMap { service in
                let passwords = "warning plaintext-auth-offered"
                return [
                    call("\(service)-passwords", as: service, passwords),
                    call("\(service)s-passwords", as: "\(service)s"),
                    call("\(service)-notls", as: service, "warning starttls-not-offered", passwords),
                    call("\(service)s-notls", as: "\(service)s", "critical tls-no-certificate"),
                    // Dovecot takes ::1 for itself, and from itself it takes passwords in clear.
                    call("\(service)-ipv6", as: service, passwords),
                    call("\(service)s-ipv6", as: "\(service)s"),
                    call("\(service)-rsa", as: "\(service)s", "critical not-implicit-tls"),
                    call("\(service)s-rsa", as: service, "critical wants-implicit-tls"),
                    call("\(service)-rsa", as: "smtp", "critical wrong-protocol"),
                ]
            }
    }
}

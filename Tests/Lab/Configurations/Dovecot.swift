extension Configuration {
    static let dovecot = on("dovecot", product: "Dovecot") { call in
        ["imap", "imaps", "pop3", "pop3s", "sieve"].flatMap { service in
            [
                call("\(service)-plain", as: service),
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
                    call("\(service)-ipv6", as: service, "note plaintext-auth-offered"),
                    call("\(service)s-ipv6", as: "\(service)s"),
                    call("\(service)-rsa", as: "\(service)s", "critical not-implicit-tls"),
                    call("\(service)s-rsa", as: service, "critical wants-implicit-tls"),
                    call("\(service)-rsa", as: "smtp", "critical wrong-protocol"),
                ]
            } + sieve(call) + lmtp(call)
    }

    private static func sieve(_ call: Maker) -> [Configuration] {
        let passwords = "warning plaintext-auth-offered"
        return [
            call("sieve-passwords", as: "sieve", passwords),
            // Pigeonhole lists STARTTLS where TLS is off for one address alone.
            call("sieve-notls", as: "sieve", "critical starttls-refused", passwords),
            call("sieve-ipv6", as: "sieve", "note plaintext-auth-offered"),
            call("sieve-rsa", as: "imap", "critical wrong-protocol"),
        ]
    }

    private static func lmtp(_ call: Maker) -> [Configuration] {
        [
            call("lmtp-rsa", as: "lmtp"),
            call("lmtp-expired", as: "lmtp", "critical certificate-expired"),
            call("lmtp-nointermediate", as: "lmtp", "critical chain-incomplete"),
            call("lmtp-notls", as: "lmtp", "warning starttls-not-offered"),
            call("lmtp-mismatch", as: "lmtp", "critical tls-no-certificate"),
            call("lmtp-rsa", as: "smtp", "critical wrong-protocol"),
        ]
    }
}

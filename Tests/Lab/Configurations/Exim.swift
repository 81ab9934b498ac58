extension Configuration {
    static let exim = on("exim", product: "Exim 4") { call in
        [
            call("rsa", as: "submission"),
            call("ipv6", as: "submission"),
            call("implicit", as: "smtps"),
            call("notls", as: "submission", "critical starttls-not-offered"),
            call("expired", as: "submission", "critical certificate-expired"),
            call("implicitexpired", as: "smtps", "critical certificate-expired"),
            call("wrongname", as: "submission", "critical certificate-name-mismatch"),
            call("nointermediate", as: "submission", "critical chain-incomplete"),
            call("sni", as: "submission"),
            call("asks", as: "submission", "note tls-client-certificate-requested"),
            // With TLS 1.3 the refusal comes after the handshake.
            call("demands", as: "smtps", "critical tls-client-certificate-required"),
            call("tls10", as: "submission", "critical tls-version-old"),
            call("nokey", as: "submission", "critical starttls-refused"),
            call("implicitnokey", as: "smtps", "critical tls-no-certificate"),
            call("passwords", as: "submission", "warning plaintext-auth-offered"),
            call("denied", as: "submission", "critical service-refusing"),
            call("busy", as: "submission", "critical service-refusing"),
            call("rsa", as: "smtps", "critical not-implicit-tls"),
            call("implicit", as: "submission", "critical wants-implicit-tls"),
            call("rsa", as: "imap", "critical wrong-protocol"),
        ]
    }
}

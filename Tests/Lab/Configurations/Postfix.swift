extension Configuration {
    static let postfix = on("postfix", product: "Postfix") { call in
        [
            call("rsa", as: "submission"),
            call("rsa", as: "smtp"),
            call("ecdsa", as: "submission"),
            call("both", as: "submission"),
            call("tls12", as: "submission"),
            call("implicit", as: "smtps"),
            call("postscreen", as: "smtp"),
            call("asks", as: "submission", "note tls-client-certificate-requested"),
            call("notls", as: "submission", "critical starttls-not-offered"),
            call("notls", as: "smtp", "warning starttls-not-offered"),
            call("mismatch", as: "submission", "critical starttls-refused"),
            call("expired", as: "submission", "critical certificate-expired"),
            call("expired", as: "smtp", "warning certificate-expired"),
            call("implicitexpired", as: "smtps", "critical certificate-expired"),
            call("soon", as: "submission", "warning certificate-expires-soon"),
            call("wrongname", as: "submission", "critical certificate-name-mismatch"),
            call("nointermediate", as: "submission", "critical chain-incomplete"),
            call("selfsigned", as: "submission", "critical certificate-self-signed"),
            call("untrusted", as: "submission", "critical certificate-untrusted-root"),
            call("oldchain", as: "submission", "critical intermediate-expired"),
            call("tls10", as: "submission", "critical tls-version-old"),
            call("static", as: "submission", "warning tls-no-forward-secrecy"),
            // Postfix takes the handshake, and then says why it serves no further.
            call("demands", as: "smtps", "critical tls-client-certificate-required"),
            call("rsa", as: "smtps", "critical not-implicit-tls"),
            call("implicit", as: "submission", "critical wants-implicit-tls"),
        ]
    }
}

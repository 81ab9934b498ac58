extension Configuration {
    static let inn = on("inn", product: "INN 2") { call in
        [
            call("rsa", as: "nntp"),
            call("ipv6", as: "nntp"),
            call("secure", as: "nntp"),
            call("implicit", as: "nntps"),
            // What innd itself shows to other servers.
            call("transit", as: "nntp", "warning starttls-not-offered"),
            call("expired", as: "nntp", "critical certificate-expired"),
            call("implicitexpired", as: "nntps", "critical certificate-expired"),
            call("wrongname", as: "nntp", "critical certificate-name-mismatch"),
            call("nointermediate", as: "nntp", "critical chain-incomplete"),
            // nnrpd offers STARTTLS without a certificate too.
            call("notls", as: "nntp", "critical starttls-refused"),
            call("nokey", as: "nntp", "critical starttls-refused"),
            call("implicitnokey", as: "nntps", "critical not-implicit-tls"),
            call("passwords", as: "nntp", "warning plaintext-auth-offered"),
            call("denied", as: "nntp", "critical service-refusing"),
            call("paused", as: "nntp", "critical service-refusing"),
            call("rsa", as: "nntps", "critical not-implicit-tls"),
            call("implicit", as: "nntp", "critical wants-implicit-tls"),
            call("rsa", as: "smtp", "critical wrong-protocol"),
        ]
    }
}

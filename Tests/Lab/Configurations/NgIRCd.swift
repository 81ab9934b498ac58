extension Configuration {
    static let ngircd = on("ngircd", product: "ngIRCd") { call in
        [
            // It knows CAP, and TLS on ports of its own alone.
            call("plain", as: "irc", "note starttls-not-offered"),
            call("ipv6", as: "irc", "note starttls-not-offered"),
            call("implicit", as: "ircs"),
            call("ecdsa", as: "ircs"),
            call("expired", as: "ircs", "critical certificate-expired"),
            call("wrongname", as: "ircs", "critical certificate-name-mismatch"),
            call("nointermediate", as: "ircs", "critical chain-incomplete"),
            call("selfsigned", as: "ircs", "critical certificate-self-signed"),
            call("untrusted", as: "ircs", "critical chain-incomplete"),
            call("full", as: "irc", "critical service-refusing"),
            call("implicit", as: "irc", "critical wants-implicit-tls"),
            call("plain", as: "ircs", "critical tls-no-certificate"),
            call("plain", as: "smtp", "critical wrong-protocol"),
        ]
    }
}

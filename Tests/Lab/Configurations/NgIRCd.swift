extension Configuration {
    static let ngircd = on("ngircd", product: "ngIRCd") { call in
        [
            // It knows CAP, and TLS on ports of its own alone.
            call("plain", as: "irc", "note starttls-not-offered"),
            call("ipv6", as: "irc", "note starttls-not-offered"),
            call("implicit", as: "ircs", requested),
            call("ecdsa", as: "ircs", requested),
            call("expired", as: "ircs", "critical certificate-expired", requested),
            call("wrongname", as: "ircs", "critical certificate-name-mismatch", requested),
            call("nointermediate", as: "ircs", "critical chain-incomplete", requested),
            call("selfsigned", as: "ircs", "critical certificate-self-signed", requested),
            call("untrusted", as: "ircs", "critical certificate-untrusted-root", requested),
            call("full", as: "irc", "critical service-refusing"),
            call("implicit", as: "irc", "critical wants-implicit-tls"),
        ]
    }
}

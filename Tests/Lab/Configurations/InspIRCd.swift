extension Configuration {
    static let inspircd = on("inspircd", product: "InspIRCd") { call in
        [
            call("rsa", as: "irc", requested),
            call("ecdsa", as: "irc", requested),
            call("implicit", as: "ircs", requested),
            call("expired", as: "irc", "critical certificate-expired", requested),
            call("implicitexpired", as: "ircs", "critical certificate-expired", requested),
            call("wrongname", as: "irc", "critical certificate-name-mismatch", requested),
            call("nointermediate", as: "irc", "critical chain-incomplete", requested),
            call("notls", as: "irc", "note starttls-not-offered"),
            call("denied", as: "irc", "critical service-refusing"),
            call("full", as: "irc", "critical service-refusing"),
            call("implicit", as: "irc", "critical wants-implicit-tls"),
        ]
    }
}

extension Configuration {
    static let inspircd = on("inspircd", product: "InspIRCd") { call in
        [
            call("rsa", as: "irc"),
            call("ecdsa", as: "irc"),
            call("implicit", as: "ircs"),
            call("expired", as: "irc", "critical certificate-expired"),
            call("implicitexpired", as: "ircs", "critical certificate-expired"),
            call("wrongname", as: "irc", "critical certificate-name-mismatch"),
            call("nointermediate", as: "irc", "critical chain-incomplete"),
            call("notls", as: "irc", "note starttls-not-offered"),
            call("denied", as: "irc", "critical service-refusing"),
            call("full", as: "irc", "critical service-refusing"),
            call("implicit", as: "irc", "critical wants-implicit-tls"),
        ]
    }
}

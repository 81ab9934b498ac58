extension Configuration {
    static let openLDAP = on("slapd", product: "OpenLDAP") { call in
        [
            call("rsa", as: "ldap"),
            call("rsa-implicit", as: "ldaps"),
            call("rsa", as: "gc", "critical gc-not-global-catalog"),
            call("rsa-implicit", as: "gcs", "critical gc-not-global-catalog"),
            call("expired", as: "ldap", "critical certificate-expired"),
            call("expired-implicit", as: "ldaps", "critical certificate-expired"),
            call("wrongname", as: "ldap", "critical certificate-name-mismatch"),
            call("wrongname-implicit", as: "ldaps", "critical certificate-name-mismatch"),
            call("nocertificate", as: "ldap", "warning starttls-not-offered"),
            call("tlsrequired", as: "ldap", "note ldap-tls-required"),
            call("noanonymous", as: "ldap", "warning ldap-bind-refused"),
            call("authenticated", as: "ldap", "warning rootdse-unreadable"),
            call("closed", as: "ldap", "warning ldap-bind-refused"),
            // It hangs up on a ClientHello where it has no TLS.
            call("rsa", as: "ldaps", "critical tls-no-certificate"),
            call("rsa-implicit", as: "ldap", "critical wants-implicit-tls"),
        ]
    }
}

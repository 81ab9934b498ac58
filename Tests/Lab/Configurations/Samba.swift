extension Configuration {
    static let samba =
        on("samba", product: "Samba Active Directory 4") { call in
            let asks = "note tls-client-certificate-requested"
            return ["ldap", "ldaps", "gc", "gcs"].flatMap { service in
                [
                    call("rsa-\(service)", as: service, asks),
                    call("expired-\(service)", as: service, "critical certificate-expired", asks),
                    call("wrongname-\(service)", as: service, "critical certificate-name-mismatch", asks),
                ]
            } + [
                // Without TLS Samba agrees to StartTLS, and the process that did so is no more.
                call("nocertificate-ldap", as: "ldap", "critical tls-no-certificate"),
                call("nocertificate-gc", as: "gc", "critical tls-no-certificate"),
                call("nocertificate-ldaps", as: "ldaps", "critical connect-refused"),
                call("rsa-gc", as: "gcs", "critical tls-no-certificate"),
                call("rsa-gcs", as: "gc", "critical wants-implicit-tls"),
            ]
        }
        // The answer to the netlogon ping is that of any domain controller.
        + on("samba", product: "Active Directory") { [$0("rsa-cldap", as: "cldap")] }
        + on("samba", product: "Samba") { call in
            [
                call("rsa-msrpc", as: "msrpc"), call("rsa-rpchttp", as: "rpchttp"),
                call("rsa-rpchttp", as: "msrpc", "critical wrong-protocol"),
            ]
        }
}

extension Fix {
    static let exim = on("exim", product: "Exim") { fix in
        [
            fix(
                "rsa",
                as: "submission",
                fault: "main tls_advertise_hosts=",
                "starttls-not-offered",
                says: "tls_advertise_hosts = *",
                mend: "main tls_advertise_hosts=*"
            ),
            fix(
                "rsa",
                as: "submission",
                fault: "main tls_privatekey=$pki/missing.key",
                "starttls-refused",
                says: "Check that Exim's user may read tls_certificate and tls_privatekey.",
                mend: "main tls_privatekey=$pki/rsa.key"
            ),
            fix(
                "rsa",
                as: "submission",
                fault: "main tls_certificate=$pki/nointermediate.chain tls_privatekey=$pki/nointermediate.key",
                "chain-incomplete",
                says:
                    "Put leaf and intermediates into the file of tls_certificate, the key into that of tls_privatekey",
                mend: "main tls_certificate=$pki/rsa.chain tls_privatekey=$pki/rsa.key"
            ),
            fix(
                "rsa",
                as: "submission",
                fault: "main auth_advertise_hosts=*",
                "plaintext-auth-offered",
                says: "auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}",
                mend: "main 'auth_advertise_hosts=${if eq{$tls_in_cipher}{}{}{*}}'"
            ),
            fix(
                "rsa",
                as: "submission",
                fault: "main \"tls_on_connect_ports=$(port_of rsa)\"",
                "wants-implicit-tls",
                says: "Take the port out of tls_on_connect_ports.",
                mend: "main tls_on_connect_ports="
            ),
            fix(
                "implicit",
                as: "smtps",
                fault: "main tls_on_connect_ports=",
                "not-implicit-tls",
                says: "Add the port to tls_on_connect_ports.",
                mend: "main \"tls_on_connect_ports=$(port_of implicit)\""
            ),
            fix(
                "rsa",
                as: "submission",
                fault: "main auth_advertise_hosts=",
                "service-unusable",
                says: "auth_advertise_hosts must cover the client",
                mend: "main 'auth_advertise_hosts=${if eq{$tls_in_cipher}{}{}{*}}'"
            ),
        ]
    }
}

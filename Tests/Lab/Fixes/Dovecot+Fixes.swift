extension Fix {
    static let dovecot = on("dovecot", product: "Dovecot") { fix in
        [
            fix(
                "imap-plain",
                as: "imap",
                fault: "set_all ssl=no",
                "starttls-not-offered",
                says: "ssl = yes, with ssl_cert and ssl_key",
                mend: "set_all ssl=yes"
            ),
            fix(
                "sieve-plain",
                as: "sieve",
                fault: "set_all ssl=no",
                "starttls-not-offered",
                says: "ssl = yes, with ssl_cert and ssl_key",
                mend: "set_all ssl=yes"
            ),
            fix(
                "pop3-plain",
                as: "pop3",
                fault: "set_all \"ssl_key=<$pki/mismatch.key\"",
                "tls-no-certificate",
                says: "ssl = yes, with ssl_cert and ssl_key",
                mend: "set_all \"ssl_key=<$pki/rsa.key\""
            ),
            fix(
                "pop3-plain",
                as: "pop3",
                fault: "set_all disable_plaintext_auth=no",
                "plaintext-auth-offered",
                says: "disable_plaintext_auth = yes (auth_allow_cleartext = no since 2.4).",
                mend: "set_all disable_plaintext_auth=yes"
            ),
            fix(
                "imaps-plain",
                as: "imaps",
                fault: "set_all \"ssl_cert=<$pki/expired.chain\" \"ssl_key=<$pki/expired.key\"",
                "certificate-expired",
                says: "Put leaf and intermediates into the file of ssl_cert and the key into that of ssl_key",
                mend: "set_all \"ssl_cert=<$pki/rsa.chain\" \"ssl_key=<$pki/rsa.key\""
            ),
            fix(
                "pop3s-plain",
                as: "pop3s",
                fault: "set_all \"ssl_cert=<$pki/nointermediate.chain\" \"ssl_key=<$pki/nointermediate.key\"",
                "chain-incomplete",
                says: "Put leaf and intermediates into the file of ssl_cert and the key into that of ssl_key",
                mend: "set_all \"ssl_cert=<$pki/rsa.chain\" \"ssl_key=<$pki/rsa.key\""
            ),
            fix(
                "imaps-plain",
                as: "imaps",
                fault: "listener imap-login imaps ssl=no",
                "not-implicit-tls",
                says: "Set ssl = yes in this port's inet_listener.",
                mend: "listener imap-login imaps ssl=yes"
            ),
            fix(
                "imap-plain",
                as: "imap",
                fault: "listener imap-login imap ssl=yes",
                "wants-implicit-tls",
                says: "Take ssl = yes out of this port's inet_listener.",
                mend: "listener imap-login imap"
            ),
        ]
    }
}

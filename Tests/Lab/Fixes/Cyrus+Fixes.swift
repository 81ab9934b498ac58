extension Fix {
    static let cyrus = on("cyrus", product: "Cyrus") { fix in
        [
            fix(
                "imap-rsa",
                as: "imap",
                fault: "set_port imap-rsa tls_server_cert=disabled",
                "starttls-not-offered",
                says: "tls_server_cert and tls_server_key in imapd.conf must name files",
                mend: "set_port imap-rsa tls_server_cert=$pki/rsa.chain"
            ),
            fix(
                "pop3-rsa",
                as: "pop3",
                fault: "set_port pop3-rsa tls_server_key=$pki/missing.key",
                "starttls-refused",
                says:
                    "See that tls_server_cert and tls_server_key in imapd.conf name files that the user cyrus can read",
                mend: "set_port pop3-rsa tls_server_key=$pki/rsa.key"
            ),
            fix(
                "nntp-rsa",
                as: "nntp",
                fault: "set_port nntp-rsa tls_server_key=$pki/missing.key",
                "starttls-refused",
                says:
                    "See that tls_server_cert and tls_server_key in imapd.conf name files that the user cyrus can read",
                mend: "set_port nntp-rsa tls_server_key=$pki/rsa.key"
            ),
            fix(
                "nntp-rsa",
                as: "nntp",
                fault: "set_port nntp-rsa allowplaintext=yes",
                "plaintext-auth-offered",
                says: "allowplaintext: no in imapd.conf.",
                mend: "set_port nntp-rsa allowplaintext=no"
            ),
            fix(
                "imap-rsa",
                as: "imap",
                fault: "set_port imap-rsa tls_versions=tls1_0 tls_ciphers=DEFAULT:@SECLEVEL=0",
                "tls-version-old",
                says: "tls_versions: tls1_2 tls1_3 in imapd.conf.",
                mend: "set_port imap-rsa \"tls_versions=tls1_2 tls1_3\""
            ),
            fix(
                "pop3-rsa",
                as: "pop3",
                fault: "shut",
                "service-refusing",
                says: "Remove the file msg/shutdown below configdirectory",
                mend: "rm \"$home/conf/msg/shutdown\""
            ),
        ]
    }
}

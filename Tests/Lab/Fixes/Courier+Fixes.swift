extension Fix {
    static let courier = on("courier", product: "Courier") { fix in
        [
            fix(
                "imap-rsa",
                as: "imap",
                fault: "set_port imap-rsa IMAP_STARTTLS=NO",
                "starttls-not-offered",
                says: "IMAP_STARTTLS=YES and a readable TLS_CERTFILE, in imapd-ssl.",
                mend: "set_port imap-rsa IMAP_STARTTLS=YES"
            ),
            fix(
                "imap-rsa",
                as: "imap",
                fault: "set_port imap-rsa IMAP_TLS_REQUIRED=0",
                "plaintext-auth-offered",
                says: "IMAP_TLS_REQUIRED=1 in imapd-ssl.",
                mend: "set_port imap-rsa IMAP_TLS_REQUIRED=1"
            ),
            fix(
                "imap-rsa",
                as: "imap",
                fault: "set_port imap-rsa \"TLS_CERTFILE=$home/missing.pem\"",
                "tls-no-certificate",
                says: "TLS_CERTFILE in imapd-ssl",
                mend: "set_port imap-rsa \"TLS_CERTFILE=$home/rsa.pem\""
            ),
        ]
    }
}

extension ProtocolWords.Mailbox {
    /// What its refusals mean, the particular ones first.
    func reason(for refusal: Refusal) -> Reason? {
        KnownRefusal.reason(for: refusal, among: products + tls + KnownRefusal.everybodys + Self.codes)
    }

    /// The same of what came in clear where TLS is due: it refuses before TLS can begin, and TLS need not lack.
    func reason(forClearText text: String) -> Reason? {
        guard ["* BYE", "* NO", "* BAD", "-ERR", "4", "5"].contains(where: text.hasPrefix) else { return nil }
        let refusal = Refusal(text, at: nil, from: nil)
        guard !refusal.says("connection is closed") else {
            return Reason(
                "Exchange says this when no certificate is enabled for the service (Enable-ExchangeCertificate).",
                fix:
                    "On Exchange, enable a certificate for the service, Enable-ExchangeCertificate -Thumbprint … -Services "
                    + "IMAP,POP (of a wildcard certificate Set-\(exchange)Settings -X509CertificateName NAME instead), and "
                    + "restart \(exchangeServices), of which the second is there since 2013."
            )
        }
        return reason(for: refusal) ?? .inClear
    }

    private var products: [KnownRefusal] {
        [
            KnownRefusal(
                "connection is closed",
                by: .presumably("Exchange"),
                means: Reason(
                    "Exchange says so when the service has no certificate, has reached a limit or is inactive.",
                    fix:
                        "On Exchange, see that a certificate is enabled for the service (Get-ExchangeCertificate), that "
                        + "Get-ServerComponentState SERVER -Component \(exchange)Proxy is active, and which limits "
                        + "Get-\(exchange)Settings has (MaxConnections, MaxConnectionFromSingleIP)."
                )
            ),
            KnownRefusal(
                "connection refused",
                by: .presumably("Exchange"),
                means: Reason(
                    "Exchange 2000 and 2003 say so to an address that they do not allow; a proxy may say so when "
                        + "nothing answers behind it.",
                    fix: "On Exchange 2000 and 2003, see Access, Connection control in the properties of the virtual "
                        + "server; at a proxy, see whether the server behind it runs."
                )
            ),
            KnownRefusal(
                "connection queue full",
                by: .presumably("Dovecot"),
                means: Reason(
                    "Dovecot says so when more clients have connected without logging in than its login service "
                        + "takes.",
                    fix: "Find who connects and does not log in, or raise process_limit or client_limit of "
                        + "service \(login)."
                )
            ),
            KnownRefusal(
                "sys temp",
                by: .only("Cyrus"),
                means: Reason(
                    "Cyrus says so to everybody, in these words, while its administrator has shut it.",
                    fix: "Remove the file msg/shutdown below configdirectory once the work is done: the words are its."
                )
            ),
        ]
    }

    private var tls: [KnownRefusal] {
        [
            .brokenTLS(
                by: .only("Dovecot"),
                fix: "Look at doveadm log errors, which names the file that Dovecot cannot use: ssl_cert and ssl_key "
                    + "(ssl_server_cert_file and ssl_server_key_file since 2.4) must be there and belong together."
            ),
            .brokenTLS(
                by: .only("Cyrus"),
                fix:
                    "See that tls_server_cert and tls_server_key in imapd.conf name files that the user cyrus can read, "
                    + "and that the two belong together."
            ),
            .brokenTLS(
                by: .only("Courier"),
                fix: "See that the file of TLS_CERTFILE in \(courierFile)-ssl is there, holds key and certificate, and "
                    + "can be read by Courier's user."
            ),
            .brokenTLS(
                by: .anybody,
                fix: "See that its user can read certificate and key, and that the two belong together; its log names "
                    + "the file."
            ),
        ]
    }

    /// What a code says by itself, where the words beside it are not known.
    private static let codes = [
        KnownRefusal("sys temp", means: Reason("The server itself fails, for now (RFC 3206).")),
        KnownRefusal("sys perm", means: Reason("The server itself fails, until somebody mends it (RFC 3206).")),
        KnownRefusal(
            "bye unavailable",
            "no unavailable",
            means: Reason("Something that it needs fails, for now (RFC 5530).")
        ),
    ]
}

extension ProtocolWords {
    static let imap =
        Mailbox(
            upgrade: "STARTTLS",
            startTLS: "imap",
            lines: "'a CAPABILITY' and 'a LOGOUT'",
            exchange: "Imap",
            exchangeServices: "MSExchangeImap4,MSExchangeIMAP4BE",
            courier: "IMAP",
            courierFile: "imapd",
            daemon: "imapd"
        ).words
}

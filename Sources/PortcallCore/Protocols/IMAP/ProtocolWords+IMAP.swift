extension ProtocolWords {
    static let imap = Mailbox.imap.words
}

extension ProtocolWords.Mailbox {
    static let imap = Self(
        upgrade: "STARTTLS",
        startTLS: "imap",
        lines: "'a CAPABILITY' and 'a LOGOUT'",
        exchange: "Imap",
        exchangeServices: "MSExchangeImap4,MSExchangeIMAP4BE",
        courier: "IMAP",
        courierFile: "imapd",
        daemon: "imapd",
        login: "imap-login"
    )
}

extension ProtocolWords {
    static let imap = Mailbox.imap.words
}

extension ProtocolWords.Mailbox {
    static let imap = Self(
        upgrade: "STARTTLS",
        startTLS: "imap",
        asks: "CAPABILITY",
        dialogue: .sending("a CAPABILITY", "b LOGOUT", toSee: "its list of capabilities", upgrade: "a STARTTLS"),
        exchange: "Imap",
        exchangeServices: "MSExchangeImap4,MSExchangeIMAP4BE",
        courier: "IMAP",
        courierFile: "imapd",
        daemon: "imapd",
        login: "imap-login"
    )
}

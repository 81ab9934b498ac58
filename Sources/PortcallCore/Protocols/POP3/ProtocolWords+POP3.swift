extension ProtocolWords {
    static let pop3 = Mailbox.pop3.words
}

extension ProtocolWords.Mailbox {
    static let pop3 = Self(
        upgrade: "STLS",
        startTLS: "pop3",
        asks: "CAPA",
        dialogue: .sending("CAPA", "QUIT", toSee: "the answer to CAPA", upgrade: "STLS"),
        exchange: "Pop",
        exchangeServices: "MSExchangePop3,MSExchangePOP3BE",
        courier: "POP3",
        courierFile: "pop3d",
        daemon: "pop3d",
        login: "pop3-login"
    )
}

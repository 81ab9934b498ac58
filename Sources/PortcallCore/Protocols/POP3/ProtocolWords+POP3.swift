extension ProtocolWords {
    static let pop3 =
        Mailbox(
            upgrade: "STLS",
            startTLS: "pop3",
            lines: "CAPA and QUIT",
            exchange: "Pop",
            exchangeServices: "MSExchangePop3,MSExchangePOP3BE",
            courier: "POP3",
            courierFile: "pop3d",
            daemon: "pop3d"
        ).words
}

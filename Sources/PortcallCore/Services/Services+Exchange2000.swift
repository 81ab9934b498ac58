extension Service {
    /// What only Exchange 2000 and 2003 have besides mail, news and the directory.
    static let exchange2000 = [x400]

    static let x400 = Service(
        "x400",
        "X.400",
        .x400,
        port: 102,
        security: .none,
        reference: "RFC 1006",
        role: "The MTA of Exchange 2000 and 2003, for X.400 connectors over TCP; later releases have none."
    )
}

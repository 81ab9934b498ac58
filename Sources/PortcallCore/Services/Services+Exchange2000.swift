extension Service {
    /// What only Exchange 2000 and 2003 have besides mail, news and the directory.
    static let exchange2000 = [x400, t120, h323, audio, uls]

    static let x400 = Service(
        "x400",
        "X.400",
        .x400,
        port: 102,
        security: .none,
        reference: "RFC 1006",
        role: "The MTA of Exchange 2000 and 2003, for X.400 connectors over TCP; later releases have none."
    )

    static let t120 = Service(
        "t120",
        "T.120",
        .t120,
        port: 1503,
        security: .none,
        reference: "ITU-T T.123",
        role: "Data conferencing of Exchange 2000 Conferencing Server: whiteboards and shared programs."
    )

    static let h323 = Service(
        "h323",
        "H.323",
        .h323,
        port: 1720,
        security: .none,
        reference: "ITU-T H.225.0",
        role: "Video conferencing of Exchange 2000 Conferencing Server: the set-up of calls, whose media go elsewhere."
    )

    static let audio = Service(
        "audio",
        "audio call control",
        .audio,
        port: 1731,
        security: .none,
        reference: "IANA msiccp",
        role: "Audio conferencing of Exchange 2000 Conferencing Server and NetMeeting; H.323 took its place.",
        policy: Policy(patience: nil)
    )

    static let uls = Service(
        "uls",
        "the User Location Service",
        .uls,
        port: 522,
        security: .none,
        reference: "IANA ulp",
        role: "Listed, and not there: Exchange has no ULS, whose users are found in the directory.",
        policy: Policy(patience: nil)
    )
}

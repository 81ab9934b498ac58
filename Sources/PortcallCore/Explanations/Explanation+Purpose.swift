extension Explanation {
    static let purpose = [serviceUnusable]

    static let serviceUnusable = Explanation(
        "service-unusable",
        .warning,
        message: "The server answers, and what its users need is missing: {lack}",
        fix: "Look at the server's log for the part that is missing, and at how this service is set up.",
        meaning: [
            "The connection, the dialogue and TLS are well, and nobody is refused. What the port is there for cannot "
                + "be done all the same: programs connect, and then report that something is not supported.",
            "Logins are set up apart from TLS, by a program that checks passwords; where it is missing, the server "
                + "offers none. A server that knows its clients some other way, by address or by certificate, "
                + "may be meant so.",
        ],
        confirm: [.dialogueInsideTLS, .dialogue],
        remedies: [Remedy("Any server", "Look at its log for what it cannot load or reach.")]
    )
}

extension Explanation {
    static let notProbeable = Explanation(
        "not-probeable",
        .note,
        message: "Port {port} is open, and that is all that can be known of {service} from outside. {reason} {tried}",
        fix: "To know more, see on the server which program has the port, and try what needs it.",
        meaning: [
            "Some servers say nothing by themselves, and answer nothing that could be asked without a login, without "
                + "doing harm, or by anybody who does not have their unpublished protocol. Of such a port an answer to "
                + "the connection is all that there is: firewalls and addresses are right so far, and some program "
                + "listens. Which one, and whether it is well, does not show.",
            "So an open port is neither praised nor blamed. One that is closed or dropped is told as any other, and so is "
                + "another service that shows there.",
        ],
        confirm: [.connect, .testNetConnection, .listeners],
        remedies: [
            .program,
            Remedy("Firewall", "Nothing to fix: {transport} port {port} lets connections through from here."),
        ]
    )
}

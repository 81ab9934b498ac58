extension ProtocolKind {
    /// T.120 over TCP (T.123): the transport alone, for what follows would begin a conference.
    static let t120 = ProtocolKind(
        name: "T.120",
        opening: [.answer],
        signatures: [.tpkt],
        requests: .connecting(
            "a connection request of OSI's transport (X.224), and once it is confirmed one more over another "
                + "connection, with RDP_NEG_REQ; no conference",
            wishing: .nothing,
            .remoteDesktop
        ),
        rules: [.transportDeclined],
        isNumbered: true,
        words: .t120,
        open: { _, line in
            TransportDialogue(
                line,
                wishing: .nothing,
                of: "T.120, or another service of OSI's transport",
                asksForRemoteDesktop: true
            )
        }
    )
}

extension ProtocolWords {
    static let t120 = ProtocolWords(
        products: ["Exchange", "NetMeeting"],
        dialogue: DialogueByHand(
            inClear: [
                Probe(
                    "Ask for a connection, and see the answer (d0 in its sixth byte: confirmed, 80: declined):",
                    #"printf '\003\000\000\013\006\340\000\000\120\103\000' | nc -w 5 {host} {port} | xxd"#
                ),
                remoteDesktop,
            ]
        ),
        advice: [
            Advice(
                .connectRefused,
                meaning: [
                    "Data conferencing came with Exchange 2000 Conferencing Server alone, and was given up after it."
                ],
                conferencing
            ),
            Advice(
                .serviceRefusing,
                meaning: [
                    "A disconnect request (DR) with reason 1 is congestion: the conferencing server (MCU) has no room. "
                        + "Other reasons concern a call without a selector, and may be no fault."
                ],
                conferencing
            ),
            Advice(
                .wrongProtocol,
                meaning: [
                    "Remote Desktop confirms a connection with the same bytes as T.120. It is told from that by one "
                        + "more connection, which asks for Remote Desktop: only such a server answers that."
                ],
                confirm: [remoteDesktop],
                Remedy("Exchange", "See which program has the port: Remote Desktop is not meant to be on it.")
            ),
            Advice(.closedBeforeGreeting, conferencing),
            Advice(.closedEarly, conferencing),
            Advice(.timeout, conferencing),
        ],
        source: "its answer to the connection request"
    )

    private static let remoteDesktop = Probe(
        "Ask for Remote Desktop, which answers with 19 bytes where T.120 answers with 11, and others as they do:",
        #"printf '\003\000\000\023\016\340\000\000\120\103\000\001\000\010\000\003\000\000\000' "#
            + "| nc -w 5 {host} {port} | xxd"
    )

    private static let conferencing = Remedy(
        "Exchange",
        "On the server with Exchange 2000 Conferencing Server look at the service of its T.120 MCU, and at how many "
            + "conferences it may hold."
    )
}

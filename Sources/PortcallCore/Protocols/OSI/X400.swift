extension ProtocolKind {
    /// X.400 over TCP (RFC 1006): the transport alone, for whatever follows would be logged as a failed association.
    static let x400 = ProtocolKind(
        name: "X.400",
        opening: [.answer],
        signatures: [.tpkt],
        requests: .connecting(
            "one connection request of OSI's transport (X.224) without a selector; no session and no association",
            wishing: .size
        ),
        rules: [.transportDeclined],
        isNumbered: true,
        words: .x400,
        open: { _, line in
            TransportDialogue(
                line,
                wishing: .size,
                of:
                    "an X.400 MTA, a Siemens S7 controller or an IEC 61850 server (MMS): all answer a connection request alike"
            )
        }
    )
}

extension ProtocolWords {
    static let x400 = ProtocolWords(
        products: ["Exchange"],
        dialogue: DialogueByHand(
            inClear: [
                Probe(
                    "Ask for a connection, and see the answer (d0 in its sixth byte: confirmed, 80: declined):",
                    #"printf '\003\000\000\016\011\340\000\000\120\103\000\300\001\012' | nc -w 5 {host} {port} | xxd"#
                )
            ]
        ),
        advice: [
            Advice(
                .connectRefused,
                meaning: [
                    "Exchange 2000 and 2003 listen on 102 only where an X.400 connector over TCP is set up; from "
                        + "Exchange 2007 on there is no MTA, and nothing listens."
                ],
                stacks
            ),
            Advice(
                .serviceRefusing,
                meaning: [
                    "A disconnect request (DR) with reason 1 is congestion: no more connections are taken for now. "
                        + "Reasons 2 and 3 say that nothing is called without a selector, which is no fault: an MTA is "
                        + "called by the T, S and P selectors that its connector has, and portcall names none."
                ],
                selectors
            ),
            Advice(.closedBeforeGreeting, stacks),
            Advice(.closedEarly, stacks),
            Advice(.timeout, stacks),
            Advice(
                .wrongProtocol,
                meaning: [
                    "Port 102 is Siemens S7's and IEC 61850's as well. Both confirm a connection as an MTA does, so "
                        + "they are not told from one here."
                ]
            ),
        ],
        source: "its answer to the connection request"
    )

    private static let stacks = Remedy(
        "Exchange",
        "Get-Service MSExchangeMTA (2000 and 2003: Microsoft Exchange MTA Stacks), and the source MSExchangeMTA in the "
            + "Application log."
    )

    private static let selectors = Remedy(
        "Exchange",
        "In System Manager compare the T, S and P selectors of the X.400 connector and of its transport stack with "
            + "those that the other side calls; then look at the source MSExchangeMTA in the Application log."
    )
}

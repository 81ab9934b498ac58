extension ProtocolKind {
    static let h323 = ProtocolKind(
        name: "H.323",
        opening: [.answer],
        signatures: [.h323],
        requests: .h323,
        answerLimit: Q931Message.limit,
        isNumbered: true,
        words: .h323,
        meaningOfClosing:
            "Some H.323 endpoints do so where they are asked about a call that there is not, so it may be "
            + "well and take calls all the same.",
        open: { _, line in H323Dialogue(line) }
    )
}

extension ProtocolWords {
    static let h323 = ProtocolWords(
        products: ["Exchange", "NetMeeting"],
        dialogue: DialogueByHand(
            inClear: [
                Probe(
                    "Ask about a call that there is not, and see the answer (7d: STATUS, 5a: RELEASE COMPLETE):",
                    #"printf '\003\000\000\011\010\002\120\103\165' | nc -w 5 {host} {port} | xxd"#
                )
            ]
        ),
        advice: [
            Advice(
                .connectRefused,
                meaning: [
                    "Video conferencing came with Exchange 2000 Conferencing Server alone, and was given up after it. "
                        + "Its media go over UDP ports that are agreed on in each call, which no call of ours can show."
                ],
                conferencing
            ),
            Advice(
                .closedBeforeGreeting,
                meaning: [
                    "Some endpoints answer a status enquiry about a call that they do not know by hanging up: only a "
                        + "call set up by hand shows whether this one is well."
                ],
                conferencing
            ),
            Advice(.closedEarly, conferencing),
            Advice(
                .serviceRefusing,
                meaning: ["The causes 42 and 47 (Q.850) say that there is no room for calls."],
                conferencing
            ),
            Advice(.timeout, conferencing),
        ],
        source: "its answer"
    )

    private static let conferencing = Remedy(
        "Exchange",
        "On the server with Exchange 2000 Conferencing Server look at the service of its H.323 bridge, and at how many "
            + "calls it may hold."
    )
}

extension ProtocolKind {
    static let uls = ProtocolKind(
        name: "ULS",
        opening: [.answer],
        requests: HarmlessRequests(
            ["nothing for two seconds, and then one search of the entry without a name (LDAP), as an ILS answers it"]
        ) { $0 == ULSRequest.rootDSE },
        rules: [
            Rule(one: .notProbeable) { seen in
                guard let heard = seen.facts.service as? ULSFacts else { return nil }
                return Sighting(
                    heard.words,
                    [
                        "reason":
                            "A directory (LDAP) answers there: the Internet Locator Server (ILS), which took the place of "
                            + "ULS, is one, and so are others.",
                        "tried": "It was asked for its entry without a name, and nothing else.",
                    ]
                )
            }
        ],
        answerLimit: LDAPMessage.limit,
        silence: Silence(
            "Its protocol was never published, and its server does not speak first.",
            tried:
                "portcall listened for two seconds, and then asked in LDAP, as an Internet Locator Server (ILS) would "
                + "answer."
        ),
        words: .uls,
        open: { _, _ in ULSDialogue() }
    )
}

extension ProtocolWords {
    static let uls = ProtocolWords(
        products: ["Exchange", "NetMeeting"],
        dialogue: DialogueByHand(
            inClear: [
                Probe(
                    "Ask in LDAP, which an Internet Locator Server answers:",
                    "ldapsearch -x -H ldap://{host}:{port} -s base -b '' '*'"
                )
            ]
        ),
        advice: [
            Advice(
                .connectRefused,
                meaning: [
                    "Exchange has no User Location Service: its port is listed so that nobody looks for it. A closed "
                        + "port is what there is to expect; people are found in the directory (389)."
                ],
                exchange
            ),
            Advice(
                .notProbeable,
                meaning: [
                    "The User Location Service was the directory of NetMeeting 1. The Internet Locator Server (ILS) "
                        + "took its place: that one speaks LDAP, mostly on 389 or 1002."
                ],
                exchange
            ),
            Advice(.closedBeforeGreeting, exchange),
            Advice(.malformedReply, exchange),
            Advice(.wrongProtocol, exchange),
            Advice(.timeout, exchange),
        ]
    )

    private static let exchange = Remedy(
        "Exchange",
        "Exchange opens no port for ULS: see which program has it (netstat -abno), and close it where nobody "
            + "needs that."
    )
}

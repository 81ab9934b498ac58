/// Audio call control of NetMeeting and Exchange 2000 Conferencing Server (MSICCP), whose protocol was never published.
///
/// Nothing is sent. Whoever says something by itself is another.
package struct AudioListener: Dialogue {
    package let facts = Facts()
    package let awaits = "whatever the server says by itself"
    package let framing = Framing.bytes(1)
    private var hasListened = false

    private static let patience = Duration.seconds(2)

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        guard input.isEmpty else { throw .unexpected(input.unread.quoted) }
        guard !hasListened else { return .listen }
        hasListened = true
        return .wait(Self.patience)
    }

    package mutating func nothingCame() -> Step { .part([]) }
}

extension ProtocolKind {
    static let audio = ProtocolKind(
        name: "MSICCP",
        opening: [.answer],
        requests: HarmlessRequests(["nothing at all: who connects listens for two seconds"]) { _ in false },
        silence: Silence(
            "Its protocol (Microsoft Internet Call Control Protocol) was never published, and its server does not "
                + "speak first.",
            tried: "portcall listened for two seconds and sent nothing."
        ),
        words: .audio,
        open: { _, _ in AudioListener() }
    )
}

extension ProtocolWords {
    static let audio = ProtocolWords(
        products: ["Exchange", "NetMeeting"],
        dialogue: DialogueByHand(inClear: [
            Probe("Connect, and see that nothing is said:", "nc -v -w 5 {host} {port} </dev/null")
        ]),
        advice: [
            Advice(
                .connectRefused,
                meaning: [
                    "Audio conferencing came with Exchange 2000 Conferencing Server alone. H.323 (1720) took its place "
                        + "in NetMeeting 2.0 already, so a closed port is what there is to expect."
                ],
                conferencing
            ),
            Advice(.closedBeforeGreeting, conferencing),
            Advice(
                .malformedReply,
                meaning: [
                    "The server of audio calls says nothing by itself: whatever greets there is another program."
                ],
                conferencing
            ),
            Advice(.wrongProtocol, conferencing),
        ]
    )

    private static let conferencing = Remedy(
        "Exchange",
        "On the server with Exchange 2000 Conferencing Server see whether its services run, and which program has the "
            + "port (netstat -abno)."
    )
}

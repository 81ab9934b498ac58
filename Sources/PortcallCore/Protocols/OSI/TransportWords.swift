/// The reasons of OSI's transport in words (X.224 sections 13.5.3 and 13.12.3).
enum TransportWords {
    /// At the transport address that was called.
    static let congestion = 1

    static func name(ofReason reason: Int) -> String { reasons[reason]?.name ?? "one that no document names" }

    static func meaning(ofReason reason: Int) -> String { reasons[reason]?.meaning ?? "Its reason is in no document." }

    static func name(ofCause cause: Int) -> String {
        (0..<causes.count).contains(cause) ? causes[cause] : "one that no document names"
    }

    static func meaning(ofCause cause: Int) -> String {
        "It answers with an error: cause \(cause), \(name(ofCause: cause))."
    }

    private static let causes = [
        "not specified", "a parameter that it does not know", "a message that it does not know",
        "a value that it does "
            + "not take",
    ]

    private static let reasons: [Int: (name: String, meaning: String)] = [
        0: ("not specified", "It does not say why."),
        congestion: ("congestion", "It has no room for a connection."),
        2: ("no session entity is attached", "No program is attached there that takes calls without a selector."),
        3: ("address unknown", "It knows no address without a selector; partners call it by one."),
        128: ("normal disconnect", "The program behind it ended the connection at once."),
        129: ("congestion at the other end", "What it would connect to has no room."),
        130: ("negotiation failed", "It does not serve class 0, which is all that there is over TCP."),
        131: ("duplicate reference", "It takes the request for one that it has had already."),
        132: ("mismatched references", "It takes the request for part of another connection."),
        133: ("protocol error", "It finds fault with the request."),
        135: ("reference overflow", "It has no reference left to give."),
        136: ("connection request refused", "It refuses this connection; perhaps it takes none from this address."),
        138: ("invalid header or parameter length", "It finds fault with the length of the request."),
    ]
}

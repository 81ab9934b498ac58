/// Any port: whether anybody is there, and what whoever it is says by itself.
///
/// Nothing is sent.
package struct TCPListener: Dialogue {
    package private(set) var facts = Facts()
    package let awaits = "whatever the server says by itself"
    package let framing = Framing.bytes(1)
    private var hasListened = false
    private var pieces = 0

    /// How long whoever speaks first has for it: no longer than leaves the call time to end well.
    private let patience: Duration
    /// How long the rest of a line has.
    private static let patienceForRest = Duration.seconds(1)
    /// A line comes in a few pieces, unless somebody means to keep us here.
    private static let pieceLimit = 512

    init(_ plan: Plan) {
        patience = min(.seconds(3), plan.timeout / 2)
        facts.isConfirmed = true
    }

    package mutating func next(_ input: inout ByteQueue) -> Step {
        guard hasListened || !input.isEmpty else {
            hasListened = true
            return .wait(patience)
        }
        let said = Array(input.unread)
        guard !said.isEmpty else { return .listen }
        pieces += 1
        hear(said)
        let isWhole = said.contains(UInt8(ascii: "\n")) || said.count >= Recognition.headerLength && !said.isText
        return isWhole || pieces > Self.pieceLimit || said.count > ByteQueue.lineLimit
            ? .part([]) : .wait(Self.patienceForRest)
    }

    package mutating func nothingCame() -> Step {
        if facts.opening == nil { facts.report(.answer, .skipped, "nothing is said there unless it is asked for") }
        return .part([])
    }

    package mutating func hungUp(_ input: inout ByteQueue) -> Step? {
        facts.opening == nil ? nil : .part([])
    }

    private mutating func hear(_ said: [UInt8]) {
        let heard = TCPFacts(who: Recognition.other(than: .tcp, in: said), said: said.quoted)
        facts.service = heard
        facts.answered(heard.said)
    }
}

/// What only a port that is just listened to has to tell.
package struct TCPFacts: ServiceFacts {
    /// `an SSH server`; nil for one that nobody here knows.
    package let who: String?
    /// How it begins, as evidence.
    package let said: String

    package var record: Record {
        var record = Record([("said", .text(said))])
        record["recognised"] = who.map { .text($0) }
        return record
    }

    package var lines: [FactLine] { who.map { [FactLine("answers", $0)] } ?? [] }
}

extension ProtocolKind {
    static let tcp = ProtocolKind(
        name: "TCP",
        opening: [.answer],
        requests: HarmlessRequests(["nothing at all"]) { _ in false },
        words: .tcp,
        open: { plan, _ in TCPListener(plan) }
    )
}

extension ProtocolWords {
    static let tcp = ProtocolWords(
        dialogue: DialogueByHand(
            inClear: [Probe("Connect, and see what is said:", "nc -v -w 5 {host} {port} </dev/null")]
        ),
        source: "what was said first",
        health: "The port accepts connections{called}. Whether what answers is the right service is not judged."
    )
}

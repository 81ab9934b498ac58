/// The log copier of a database availability group, which wants a login by NegotiateStream ([MS-NNS]) before anything else.
///
/// The beginning of one is sent, without a token in it: whoever speaks it says that this is none.
package struct LogCopierDialogue: Dialogue {
    private enum Phase {
        case asking
        case awaitingAnswer
    }

    package private(set) var facts = Facts()
    package let awaits = "the answer to an empty login"
    private var phase = Phase.asking
    private var awaited = NegotiateMessage.headerLength

    /// How long an answer may take before it is taken that there is none.
    static let patience = Duration.seconds(5)

    package init() {}

    package var framing: Framing { .bytes(awaited) }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        guard phase == .awaitingAnswer else {
            phase = .awaitingAnswer
            return .send(NegotiateMessage.empty)
        }
        guard let message = try NegotiateMessage(reading: &input, &awaited) else {
            return input.isEmpty ? .wait(Self.patience) : .listen
        }
        facts.isConfirmed = true
        facts.answered(message.words)
        facts.service = LogCopierFacts(message)
        return .part([])
    }

    package mutating func nothingCame() -> Step { .part([]) }

    package func isOwn(_ head: [UInt8]) -> Bool { NegotiateMessage.begins(head) }
}

/// One message of a NegotiateStream handshake ([MS-NNS] section 2.2.1): kind, version 1.0, length, payload.
struct NegotiateMessage: Equatable {
    enum Kind: UInt8 {
        case done = 0x14
        case error = 0x15
        case inProgress = 0x16
    }

    static let headerLength = 5
    /// In progress, and nothing in it.
    static let empty: [UInt8] = [0x16, 0x01, 0x00, 0x00, 0x00]
    /// A token of a login is no longer.
    private static let payloadLimit = 16_384

    let kind: Kind
    let payload: [UInt8]

    static func begins(_ bytes: [UInt8]) -> Bool {
        bytes.count > 2 && Kind(rawValue: bytes[0]) != nil && bytes[1] == 1 && bytes[2] == 0
    }

    /// - Parameters:
    ///   - input: what has been received and not read.
    ///   - awaited: is told how many bytes must have come before it is worth asking again.
    /// - Throws: what came instead of one, or that it is too long.
    init?(reading input: inout ByteQueue, _ awaited: inout Int) throws(Malformed) {
        let head = Array(input.unread.prefix(Self.headerLength))
        guard head.count == Self.headerLength else { return nil }
        guard Self.begins(head), let kind = Kind(rawValue: head[0]) else { throw .unexpected(input.unread.quoted) }
        let length = Int(head[3]) << 8 | Int(head[4])
        guard length <= Self.payloadLimit else {
            throw .tooLong("a message of \(length) bytes", quoting: head.quotedInHexadecimal)
        }
        awaited = Self.headerLength + length
        guard let message = input.take(awaited) else { return nil }
        self.kind = kind
        payload = Array(message.dropFirst(Self.headerLength))
    }

    /// An error has a status of Windows in it, in eight bytes.
    var status: String? {
        guard kind == .error, payload.count == 8 else { return nil }
        return "0x" + Hexadecimal.text(payload.suffix(4), separator: "")
    }

    /// In a line.
    var words: String {
        let name =
            switch status {
            case "0x80090308": " (SEC_E_INVALID_TOKEN)"
            case "0x8009030c": " (SEC_E_LOGON_DENIED)"
            default: ""
            }
        return switch kind {
        case .done: "NegotiateStream: no login is wanted"
        case .inProgress: "NegotiateStream: the login goes on"
        case .error: "NegotiateStream: refuses what is no login, as it should" + (status.map { ": \($0)\(name)" } ?? "")
        }
    }
}

/// What the log copier's answer tells.
struct LogCopierFacts: ServiceFacts {
    private let message: NegotiateMessage

    init(_ message: NegotiateMessage) { self.message = message }

    var record: Record { Record([("status", .text(message.status))]) }
}

extension ProtocolKind {
    static let logCopier = ProtocolKind(
        name: "NegotiateStream",
        opening: [.answer],
        signatures: [
            Signature("a .NET service that wants a login (NegotiateStream)", .header) { bytes in
                bytes.count >= 5 && bytes[0] == 0x15 && bytes[1] == 1 && bytes[2] == 0 && bytes[3] == 0
            }
        ],
        requests: HarmlessRequests(["the beginning of a login, without anybody in it: 16 01 00 00 00"]) {
            $0 == NegotiateMessage.empty
        },
        silence: Silence(
            "Whoever listens here says nothing before a login, and nobody can be logged in for a check.",
            tried: "The beginning of a login, with nobody in it, was not answered."
        ),
        words: .logCopier,
        open: { _, _ in LogCopierDialogue() }
    )
}

extension ProtocolWords {
    static let logCopier = ProtocolWords(
        products: ["Exchange"],
        dialogue: DialogueByHand(
            inClear: [
                Probe(
                    "On a member of the group, see its copies and whom they come from:",
                    "Test-ReplicationHealth SERVER",
                    .with("Exchange")
                )
            ]
        ),
        advice: [
            Advice(
                .connectRefused,
                meaning: [
                    "Only the members of a database availability group have this port open; which it is, "
                        + "Set-DatabaseAvailabilityGroup -ReplicationPort says."
                ],
                service
            ),
            Advice(
                .connectTimeout,
                meaning: [
                    "Where members of a group do not reach each other here, logs pile up and copies fall behind."
                ],
                service
            ),
            Advice(.closedBeforeGreeting, service), Advice(.closedEarly, service), Advice(.notProbeable, service),
        ],
        source: "its answer"
    )

    private static let service = Remedy(
        "Exchange",
        "Get-Service MSExchangeRepl; Test-ReplicationHealth, and Get-DatabaseAvailabilityGroup -Status | Format-List "
            + "ReplicationPort."
    )
}

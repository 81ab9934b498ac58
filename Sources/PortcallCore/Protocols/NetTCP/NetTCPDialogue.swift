/// A service of Windows that speaks net.tcp ([MC-NMF]), as Exchange's Mailbox Replication Service does.
///
/// The preamble is sent up to the request for a login, which is not gone through with.
package struct NetTCPDialogue: Dialogue {
    private enum Phase {
        case asking
        case awaitingAnswer
        /// One byte says little: of a line of text more would come.
        case awaitingSilence(NetTCPRecord)
    }

    package private(set) var facts = Facts()
    package let awaits = "the answer to the preamble"
    private var phase = Phase.asking
    private var awaited = 1

    package init() {}

    package var framing: Framing { .bytes(awaited) }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        switch phase {
        case .asking:
            phase = .awaitingAnswer
            return .send(NetTCPPreamble.bytes)
        case .awaitingAnswer:
            guard let record = try NetTCPRecord(reading: &input, &awaited) else { return .listen }
            guard record.isOneByte else { return conclude(record) }
            phase = .awaitingSilence(record)
            return try next(&input)
        case .awaitingSilence:
            guard input.isEmpty else { throw .unexpected(input.unread.quoted) }
            return .wait(.milliseconds(500))
        }
    }

    package mutating func nothingCame() -> Step {
        if case .awaitingSilence(let record) = phase { conclude(record) } else { .listen }
    }

    package mutating func hungUp(_ input: inout ByteQueue) -> Step? {
        if case .awaitingSilence(let record) = phase { conclude(record) } else { nil }
    }

    private mutating func conclude(_ record: NetTCPRecord) -> Step {
        facts.isConfirmed = true
        let heard = NetTCPFacts(record)
        facts.service = heard
        facts.answered(heard.words)
        facts.product = Product("Microsoft Windows Communication Foundation", .likely)
            .shown(by: "the framing of its answer")
        facts.reservation = heard.limit
        if heard.isRefusal {
            facts.refuse(heard.words, meaning: heard.meaning, at: .answer)
            facts.remedy = NetTCPFacts.fixOfRefusal
        }
        return .part([])
    }

    /// A fault has the length of its text behind it, which a letter may look like.
    package func isOwn(_ head: [UInt8]) -> Bool {
        head.first == 0x08 && head.dropFirst(2).starts(with: "http:".utf8)
    }
}

/// What is said first: version 1.0, duplex, for whom, in which encoding, and that a login is wanted.
enum NetTCPPreamble {
    /// On a host that cannot exist, so that nobody's endpoint is entered by chance.
    private static let via = "net.tcp://portcall.invalid/Microsoft.Exchange.MailboxReplicationService"
    private static let upgrade = "application/negotiate"

    static let bytes: [UInt8] =
        [0x00, 0x01, 0x00, 0x01, 0x02, 0x02, UInt8(truncatingIfNeeded: via.utf8.count)] + Array(via.utf8)
        + [0x03, 0x08, 0x09, UInt8(truncatingIfNeeded: upgrade.utf8.count)] + Array(upgrade.utf8)
}

/// What the server's framing answers to that ([MC-NMF] section 2.2.3).
enum NetTCPRecord: Equatable {
    /// The login may begin.
    case upgrade
    /// No login is wanted.
    case acknowledgement
    /// Its text, safe to print.
    case fault(String)

    var isOneByte: Bool { if case .fault = self { false } else { true } }

    /// The longest that the document allows for a fault.
    private static let faultLimit = 256

    /// - Parameters:
    ///   - input: what has been received and not read.
    ///   - awaited: is told how many bytes must have come before it is worth asking again.
    /// - Throws: what came instead of one, or that it is too long.
    init?(reading input: inout ByteQueue, _ awaited: inout Int) throws(Malformed) {
        let bytes = Array(input.unread.prefix(3))
        switch bytes.first {
        case nil: return nil
        case 0x0A: self = .upgrade
        case 0x0B: self = .acknowledgement
        case 0x08:
            guard bytes.count > 2 || bytes.count == 2 && bytes[1] < 0x80 else {
                awaited = bytes.count + 1
                return nil
            }
            // Seven bits a byte, the lowest first.
            let isLong = bytes[1] >= 0x80
            let length = isLong ? Int(bytes[1] & 0x7F) | Int(bytes[2]) << 7 : Int(bytes[1])
            guard length <= Self.faultLimit, !isLong || bytes[2] < 0x80 else {
                throw .tooLong("a fault of more than \(Self.faultLimit) bytes", quoting: bytes.quotedInHexadecimal)
            }
            awaited = (isLong ? 3 : 2) + length
            guard let fault = input.take(awaited)?.dropFirst(isLong ? 3 : 2) else { return nil }
            guard fault.starts(with: "http://schemas.microsoft.com/ws/".utf8) else { throw .unexpected(fault.quoted) }
            self = .fault(String(escaping: fault))
            return
        default: throw .unexpected(input.unread.quoted)
        }
        _ = input.take(1)
    }
}

extension ProtocolKind {
    static let netTCP = ProtocolKind(
        name: "net.tcp",
        opening: [.answer],
        signatures: [
            Signature("a net.tcp service of Windows", .header) { bytes in
                bytes.count > 6 && bytes[0] == 0x08 && bytes[2...].starts(with: "http:".utf8)
            }
        ],
        requests: HarmlessRequests(["the preamble of net.tcp, for an endpoint that cannot exist"]) {
            $0 == NetTCPPreamble.bytes
        },
        words: .netTCP,
        open: { _, _ in NetTCPDialogue() }
    )
}

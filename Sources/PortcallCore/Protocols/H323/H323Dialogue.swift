/// H.323's call signalling (H.225.0): asked for the state of a call that there is not, which rings nowhere and takes no
/// port of a conference.
package struct H323Dialogue: Dialogue {
    private enum Phase {
        case asking
        case awaitingAnswer
    }

    package private(set) var facts = Facts()
    package let awaits = "the answer to the status enquiry"
    private let reference: UInt16
    private var phase = Phase.asking
    private var awaited = 1

    init(_ line: Line) {
        reference = H323Request.reference(line)
    }

    package var framing: Framing { .bytes(awaited) }

    package func isOwn(_ head: [UInt8]) -> Bool {
        head.starts(with: [0x03, 0x00]) && Q931Message.begins(head.dropFirst(4).prefix(2))
    }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        guard phase == .awaitingAnswer else {
            phase = .awaitingAnswer
            return .send(H323Request.statusEnquiry(reference))
        }
        let message = try TPKTFrame.take(from: &input, &awaited, most: Q931Message.limit, isOwn: Q931Message.begins)
        guard let message else { return .listen }
        return try hear(Q931Message(message), quoting: message.quotedInHexadecimal)
    }

    private mutating func hear(_ message: Q931Message, quoting quote: String) throws(Malformed) -> Step {
        guard message.reference == reference || message.reference == 0 else {
            throw .unexpected("a message of another call: \(quote)")
        }
        guard message.type != Q931Message.statusEnquiry else {
            facts.trouble = .impostor(Recognition.echo, words: nil)
            return .part([])
        }
        facts.isConfirmed = true
        let heard = H323Facts(message)
        facts.service = heard
        facts.answered(heard.words)
        if let refusal = heard.refusal { facts.refuse(heard.words, meaning: refusal, at: .answer) }
        return .part([])
    }
}

/// What portcall says to an H.323 endpoint.
enum H323Request {
    /// STATUS ENQUIRY (Q.931 section 3.1.16): whoever knows no such call says so.
    static func statusEnquiry(_ reference: UInt16) -> [UInt8] {
        TPKTFrame.around([0x08, 0x02] + reference.octets + [Q931Message.statusEnquiry])
    }

    /// The highest bit says whose call it is, and 0 is no call's.
    static func reference(_ line: Line) -> UInt16 { max(1, line.shortNumber & 0x7FFF) }
}

extension HarmlessRequests {
    static let h323 = HarmlessRequests(
        ["one STATUS ENQUIRY (Q.931) about a call that there is not; never a SETUP"]
    ) { message in
        guard message.count == 9 else { return false }
        let reference = UInt16(message[6]) << 8 | UInt16(message[7])
        return reference < 0x8000 && message == H323Request.statusEnquiry(reference)
    }
}

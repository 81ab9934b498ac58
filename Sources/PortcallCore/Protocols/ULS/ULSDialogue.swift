/// The User Location Service of NetMeeting 1, whose protocol was never published.
///
/// What took its place, the Internet Locator Server (ILS), is a directory: whoever stays silent is asked as one.
package struct ULSDialogue: Dialogue {
    private enum Phase {
        case connected
        case listening
        case asking
        case awaitingAnswer
    }

    package private(set) var facts = Facts()
    private var phase = Phase.connected
    private var awaited = 1

    /// How long the server has to speak first, and then to answer.
    private static let patience = Duration.seconds(2)

    package var awaits: String {
        switch phase {
        case .connected, .listening: "whatever the server says by itself"
        case .asking, .awaitingAnswer: "the answer to a question in LDAP"
        }
    }

    package var framing: Framing { .bytes(awaited) }

    package func isOwn(_ head: [UInt8]) -> Bool { Signature.ldap.fits(head) }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        guard input.isEmpty else { return try hear(&input) }
        switch phase {
        case .connected:
            phase = .listening
            return .wait(Self.patience)
        case .asking:
            phase = .awaitingAnswer
            return .wait(Self.patience)
        case .listening, .awaitingAnswer: return .listen
        }
    }

    package mutating func nothingCame() -> Step {
        guard phase == .listening else { return .part([]) }
        phase = .asking
        return .send(ULSRequest.rootDSE)
    }

    /// Who does not know LDAP may well hang up on it, which says no more than silence.
    package mutating func hungUp(_ input: inout ByteQueue) -> Step? {
        phase == .awaitingAnswer && input.isEmpty ? .part([]) : nil
    }

    private mutating func hear(_ input: inout ByteQueue) throws(Malformed) -> Step {
        awaited = try LDAPMessage.needed(of: input)
        guard let message = try LDAPMessage(reading: &input) else { return .listen }
        guard case .request = message.operation else {
            let heard = ULSFacts(answer: message.operation.name)
            facts.service = heard
            facts.answered(heard.words)
            facts.reservation =
                "a directory (LDAP) answers, as an Internet Locator Server does, and nothing of ULS shows"
            return .part([])
        }
        facts.trouble = .impostor(Recognition.echo, words: nil)
        return .part([])
    }
}

/// What portcall asks where nobody speaks first.
enum ULSRequest {
    static let rootDSE = LDAPRequest.rootDSE.bytes(id: 1)
}

/// What answers in LDAP where ULS was expected.
package struct ULSFacts: ServiceFacts {
    /// As a sentence names it.
    let answer: String

    var words: String { "LDAP: \(answer)" }

    package var record: Record { Record([("answers", .text("LDAP"))]) }
}

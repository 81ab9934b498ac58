/// OSI's transport over TCP (RFC 1006): a connection request, and what answers it; nothing else is said.
///
/// Remote Desktop confirms a connection with the same bytes as T.120. Where that is to be told, one more connection
/// asks for Remote Desktop, which no other server gives an answer of its own.
package struct TransportDialogue: Dialogue {
    private enum Phase {
        case asking
        case awaitingAnswer
        /// It confirmed, and is asked once more.
        case askingAgain
        case awaitingSecondAnswer
    }

    package private(set) var facts = Facts()
    private let reference: UInt16
    private let wish: TransportRequest.Wish
    private let asksForRemoteDesktop: Bool
    private var heard: TransportFacts
    private var phase = Phase.asking
    private var awaited = 1

    /// How long the second answer is waited for: what is of worth was said in the first.
    private static let patience = Duration.seconds(3)

    /// - Parameters:
    ///   - line: has the number that marks our requests.
    ///   - wish: what is wished for besides a connection.
    ///   - candidates: who may answer so, in a few words.
    ///   - asksForRemoteDesktop: whether to ask a second time, so as to know Remote Desktop.
    init(
        _ line: Line,
        wishing wish: TransportRequest.Wish,
        of candidates: String,
        asksForRemoteDesktop: Bool = false
    ) {
        // 0 stands for no connection.
        reference = max(1, line.shortNumber)
        self.wish = wish
        self.asksForRemoteDesktop = asksForRemoteDesktop
        heard = TransportFacts(of: candidates)
    }

    package var awaits: String {
        switch phase {
        case .asking, .awaitingAnswer: "the answer to the connection request"
        case .askingAgain, .awaitingSecondAnswer: "the answer to the request for Remote Desktop"
        }
    }

    package var framing: Framing { .bytes(awaited) }

    package func isOwn(_ head: [UInt8]) -> Bool {
        head.starts(with: [0x03, 0x00]) && TransportUnit.begins(head.dropFirst(4).prefix(2))
    }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        switch phase {
        case .asking:
            phase = .awaitingAnswer
            return .send(TransportRequest.bytes(reference, wish))
        case .awaitingAnswer:
            guard let unit = try take(&input) else { return .listen }
            return hear(unit)
        case .askingAgain:
            phase = .awaitingSecondAnswer
            return .send(TransportRequest.bytes(reference, .remoteDesktop))
        case .awaitingSecondAnswer:
            guard let unit = try take(&input) else {
                // Whatever comes is looked at, so that the wait begins anew with it.
                awaited = 1
                return .wait(Self.patience)
            }
            return hearAgain(unit)
        }
    }

    package mutating func nothingCame() -> Step { .part([]) }

    /// Who was confirmed already may well have no room for one more.
    package mutating func hungUp(_ input: inout ByteQueue) -> Step? {
        switch phase {
        case .asking, .awaitingAnswer: nil
        case .askingAgain, .awaitingSecondAnswer: .part([])
        }
    }

    private mutating func take(_ input: inout ByteQueue) throws(Malformed) -> TransportUnit? {
        let message = try TPKTFrame.take(
            from: &input,
            &awaited,
            most: TransportUnit.limit,
            isOwn: TransportUnit.begins
        )
        guard let message else { return nil }
        let unit = try TransportUnit(message)
        guard unit.reference == reference || unit.reference == 0 else {
            throw .unexpected("an answer to another connection: \(message.quotedInHexadecimal)")
        }
        return unit
    }

    private mutating func hear(_ unit: TransportUnit) -> Step {
        switch unit.answer {
        case .request: facts.trouble = .impostor(Recognition.echo, words: nil)
        case .farewell: facts.trouble = .impostor(Signature.tpkt.what, words: nil)
        case .confirm, .disconnect, .error: return hearConnection(unit)
        }
        return .part([])
    }

    private mutating func hearConnection(_ unit: TransportUnit) -> Step {
        facts.isConfirmed = true
        heard.take(unit)
        facts.service = heard
        facts.answered(heard.words)
        facts.reservation = "a connection is confirmed (X.224), and which program is behind it does not show"
        if let refusal = heard.refusal { facts.refuse(heard.words, meaning: refusal, at: .answer) }
        guard !unit.isRemoteDesktop else {
            suspectRemoteDesktop("its confirm speaks of Remote Desktop, unasked")
            return .part([])
        }
        guard asksForRemoteDesktop, unit.answer == .confirm else { return .part([]) }
        phase = .askingAgain
        facts.causeOfRedialing = "for Remote Desktop answers the first as T.120 does, and the second asked for it"
        return .reconnect
    }

    private mutating func hearAgain(_ unit: TransportUnit) -> Step {
        if unit.isRemoteDesktop {
            suspectRemoteDesktop("asked for Remote Desktop (RDP_NEG_REQ), it answers as one that has it")
        } else {
            heard.isRemoteDesktop = false
            facts.service = heard
        }
        return .part([])
    }

    private mutating func suspectRemoteDesktop(_ words: String) {
        facts.service = nil
        facts.suspect("a Remote Desktop server (RDP)", words: words)
    }
}

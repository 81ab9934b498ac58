/// A SIP server (RFC 3261), over TCP, TLS or UDP: OPTIONS, and the answer to it.
package struct SIPDialogue: Dialogue {
    private enum Phase {
        case asking
        case awaitingAnswer
        /// That there will be one has been said.
        case awaitingFinalAnswer
    }

    package private(set) var facts = Facts()
    private let request: SIPRequest
    private let place: SIPPlace
    /// What was said before the answer that counts.
    private var provisional: String?
    private var phase = Phase.asking
    private var awaited: Int?

    package init(_ plan: Plan, _ line: Line) {
        request = SIPRequest(plan, line)
        place = SIPPlace(plan)
        if !place.isDatagram { facts.remedy = SIPWords.fixOfSilence }
    }

    package var awaits: String {
        provisional.map { "the final answer to OPTIONS, after \($0)" } ?? "the answer to OPTIONS"
    }

    package var framing: Framing { awaited.map { .bytes($0) } ?? .lines }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        switch phase {
        case .asking:
            phase = .awaitingAnswer
            return .send(request.bytes)
        case .awaitingAnswer, .awaitingFinalAnswer: return try hear(&input)
        }
    }

    private mutating func hear(_ input: inout ByteQueue) throws(Malformed) -> Step {
        guard !input.unread.starts(with: request.beginning) else {
            facts.trouble = .impostor(Recognition.echo, words: nil)
            return .part([])
        }
        while let response = try SIPResponse(reading: &input, &awaited, isDatagram: place.isDatagram) {
            guard response.answers(request) else {
                // A datagram may be late, or of anybody who can send one.
                guard !place.isDatagram else { return waiting }
                throw .unexpected("\(response.line) (an answer to another request: Call-ID or CSeq is not ours)")
            }
            facts.isConfirmed = true
            guard response.isProvisional else {
                facts.conclude(response, at: place)
                return .part([])
            }
            phase = .awaitingFinalAnswer
            provisional = response.line
            if !place.isDatagram { facts.remedy = SIPWords.fixBehind }
        }
        return waiting
    }

    /// Once an answer is under way nothing is sent again; how long that may take, the time of the call says.
    private var waiting: Step { phase == .awaitingFinalAnswer ? .wait(.seconds(600)) : .listen }
}

/// Where a SIP server is called, as far as that matters for what its answer means.
struct SIPPlace: Equatable, Sendable {
    let port: Int
    let isSecured: Bool
    let isDatagram: Bool

    init(_ plan: Plan) {
        port = plan.target.port
        isSecured = plan.service.security == .implicit
        isDatagram = plan.service.transport == .udp
    }
}

extension ProtocolKind {
    static let sip = ProtocolKind(
        name: "SIP",
        opening: [.answer],
        signatures: [Signature("a SIP server", begins: "SIP/2.0")],
        requests: .sip,
        isNumbered: true,
        words: .sip,
        open: { SIPDialogue($0, $1) }
    )
}

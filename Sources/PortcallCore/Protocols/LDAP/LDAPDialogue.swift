/// LDAP (RFC 4511): an anonymous bind, the rootDSE, StartTLS, the rootDSE again, unbind.
package struct LDAPDialogue: Dialogue {
    private enum Phase {
        case opening
        case asking(LDAPRequest)
        case securing
        case over
    }

    package private(set) var facts = Facts()
    package private(set) var framing = Framing.bytes(1)
    private let security: Security
    private var isSecured: Bool
    private var phase = Phase.opening
    private var id: UInt32 = 0
    /// How many messages have come in answer to what was asked last.
    private var answers = 0
    private var round = LDAPRound()
    private var inClear = LDAPRound()

    /// A search of one entry has few answers, whatever the server adds to them.
    private static let answerLimit = 64

    init(_ plan: Plan) {
        security = plan.service.security
        isSecured = security == .implicit
    }

    package var awaits: String {
        let what =
            switch phase {
            case .opening: "the connection"
            case .asking(.startTLS): "the answer to StartTLS"
            case .asking(.rootDSE), .asking(.netlogon): "the rootDSE"
            case .asking(.bind): "the answer to the anonymous bind"
            case .securing: "TLS"
            case .asking(.unbind), .over: "the end of the connection"
            }
        return isSecured ? "\(what) inside TLS" : what
    }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        switch phase {
        case .opening: return ask(.bind)
        case .securing: return secured()
        case .over: return .listen
        case .asking(let request):
            while let message = try LDAPMessage(reading: &input) {
                if let step = try take(message, inAnswerTo: request) { return step }
            }
            framing = .bytes(try LDAPMessage.needed(of: input))
            return .listen
        }
    }

    private mutating func ask(_ request: LDAPRequest) -> Step {
        id += 1
        answers = 0
        phase = .asking(request)
        return .send(request.bytes(id: id))
    }

    private mutating func part() -> Step {
        phase = .over
        return .part(LDAPRequest.unbind.bytes(id: id + 1))
    }

    /// What was refused without TLS may be granted with it.
    private mutating func secured() -> Step {
        isSecured = true
        inClear = round
        round = LDAPRound()
        return ask(inClear.bind?.isSuccess == true ? .rootDSE : .bind)
    }
}

extension LDAPDialogue {
    /// - Returns: what to do next, or nil where more of the answer is to come.
    private mutating func take(
        _ message: LDAPMessage,
        inAnswerTo request: LDAPRequest
    ) throws(Malformed) -> Step? {
        if case .request = message.operation {
            facts.trouble = .impostor(Recognition.echo, words: nil)
            return .part([])
        }
        facts.isConfirmed = true
        answers += 1
        guard answers <= Self.answerLimit else {
            throw .tooLong("more than \(Self.answerLimit) messages in one answer", quoting: message.operation.name)
        }
        guard message.id != 0 else { return unsolicited(message.operation) }
        guard message.id == Int(id) else {
            throw .unexpected("\(message.operation.name) numbered \(message.id) in answer to message \(id)")
        }
        switch message.operation {
        case .bindResponse(let result) where request == .bind: return bound(result)
        case .entry(let entry) where request == .rootDSE: try keep(entry)
        case .reference(let places) where request == .rootDSE: round.references += places
        case .searchDone(let result) where request == .rootDSE: return searched(result)
        case .extendedResponse(let result, _) where request == .startTLS: return upgrade(result)
        case .intermediate: return nil
        case .bindResponse, .entry, .reference, .searchDone, .extendedResponse, .request, .other:
            throw .unexpected("\(message.operation.name) in answer to \(request.name)")
        }
        return nil
    }

    /// Message 0 is nobody's answer: a notice of disconnection ends the visit (RFC 4511 section 4.4.1).
    private mutating func unsolicited(_ operation: LDAPMessage.Operation) -> Step? {
        guard case .extendedResponse(let result, let name) = operation, name == LDAPWords.noticeOfDisconnection else {
            return nil
        }
        facts.refuse("notice of disconnection, \(result.words)", meaning: result.meaning(of: .notice), at: stage)
        keep()
        return part()
    }

    private mutating func bound(_ result: LDAPResult) -> Step {
        round.bind = result
        keep()
        return ask(.rootDSE)
    }

    private mutating func keep(_ entry: LDAPEntry) throws(Malformed) {
        guard entry.attributes.count <= LDAPEntry.attributeLimit else {
            throw .tooLong(
                "an entry of more than \(LDAPEntry.attributeLimit) attributes",
                quoting: entry.attributes[0].name
            )
        }
        guard round.rootDSE == nil, !entry.attributes.isEmpty else { return }
        round.rootDSE = RootDSE(entry)
    }

    private mutating func searched(_ result: LDAPResult) -> Step {
        round.search = result
        keep()
        if facts.opening == nil { facts.answered(round.answer) }
        guard !isSecured else {
            if let rootDSE = round.rootDSE { facts.listInsideTLS(Listing(mechanisms: rootDSE.mechanisms)) }
            return part()
        }
        if let rootDSE = round.rootDSE {
            facts.list(Listing(mechanisms: rootDSE.mechanisms, offersTLS: rootDSE.offersStartTLS))
        }
        guard security == .upgrade else { return part() }
        guard facts.inClear?.offersTLS == false else { return ask(.startTLS) }
        let extensions = round.rootDSE?["supportedExtension"].joined(separator: ", ") ?? ""
        facts.withholdUpgrade("supportedExtension: \(extensions)")
        return part()
    }

    private mutating func upgrade(_ result: LDAPResult) -> Step {
        round.upgrade = result
        keep()
        guard result.isSuccess else {
            facts.refuseUpgrade(result.words, meaning: LDAPWords.meaning(ofUpgrade: result))
            facts.upgradeAdvice = LDAPWords.fix(ofUpgrade: result)
            return part()
        }
        facts.agreeToUpgrade("agreed (\(result.words))")
        phase = .securing
        return .startTLS
    }

    /// The stage that is under way.
    private var stage: Stage.Name? {
        if case .asking(.startTLS) = phase { return .starttls }
        return facts.opening == nil ? .answer : nil
    }

    private mutating func keep() {
        let told = LDAPFacts(inClear: isSecured ? inClear : round, insideTLS: isSecured ? round : LDAPRound())
        facts.service = told
        facts.product = told.product?.shown(by: told.rootDSE == nil ? "the words of its refusal" : "the rootDSE")
    }
}

extension LDAPRequest {
    /// As a sentence names it.
    fileprivate var name: String {
        switch self {
        case .bind: "the bind"
        case .rootDSE, .netlogon: "the search"
        case .startTLS: "StartTLS"
        case .unbind: "the unbind"
        }
    }
}

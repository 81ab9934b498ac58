/// The netlogon ping: one search in a datagram, by which Windows finds domain controllers ([MS-ADTS] section 6.3.3).
package struct CLDAPDialogue: Dialogue {
    package private(set) var facts = Facts()
    package var awaits: String { "the answer to the netlogon ping" }
    package var framing: Framing { .bytes(1) }
    private let id: UInt32
    private let domain: String?
    private var hasAsked = false

    package init(_ plan: Plan) {
        id = UInt32(plan.number)
        domain = plan.question
    }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        guard hasAsked else {
            hasAsked = true
            return .send(LDAPRequest.netlogon(domain: domain).bytes(id: id))
        }
        while !input.isEmpty {
            guard let message = try LDAPMessage(reading: &input) else {
                throw .unexpected("a message cut short: \(BERElement.quote(input.unread))")
            }
            // A late answer to somebody else's question is not ours.
            guard message.id == Int(id) else { continue }
            if let step = try take(message.operation) { return step }
        }
        return .listen
    }

    /// - Returns: what to do next, or nil where more of the answer is to come, in this datagram or another.
    private mutating func take(_ operation: LDAPMessage.Operation) throws(Malformed) -> Step? {
        if case .request = operation {
            facts.impostor = Recognition.echo
            return .part([])
        }
        facts.isConfirmed = true
        switch operation {
        case .entry(let entry): return try read(entry)
        case .searchDone(let result): return done(result)
        case .reference, .intermediate: return nil
        case .bindResponse, .extendedResponse, .other, .request:
            throw .unexpected("\(operation.name) in answer to the search")
        }
    }

    private mutating func read(_ entry: LDAPEntry) throws(Malformed) -> Step? {
        guard let value = entry.attributes.first(where: { $0.name.lowercased() == "netlogon" })?.values.first else {
            return nil
        }
        guard let answer = NetlogonAnswer(value) else {
            throw .unexpected("a netlogon answer that cannot be read: \(BERElement.quote(value))")
        }
        facts.service = CLDAPFacts(netlogon: answer)
        guard !answer.isPaused else {
            facts.refusal = "opcode \(answer.opcode): \(answer.title)"
            facts.refusalMeaning = "The Netlogon service is paused, so this domain controller sends clients elsewhere."
            return .part([])
        }
        facts.answer = answer.title
        facts.product = Product("Active Directory domain controller", .likely)
        return .part([])
    }

    /// No entry: whoever it is does not serve the domain asked for, or none.
    private mutating func done(_ result: LDAPResult) -> Step {
        facts.impostor =
            domain.map { "an LDAP server that is no domain controller of \($0.escaped)" }
            ?? "an LDAP server that is no domain controller"
        facts.refusal = "no entry: \(result.words)"
        return .part([])
    }
}

/// What only the netlogon ping has to tell.
package struct CLDAPFacts: ServiceFacts {
    package let netlogon: NetlogonAnswer

    package var record: Record { Record([("netlogon", .record(netlogon.record))]) }
    package var summary: [(label: String, text: String)] { netlogon.summary }
}

extension Observation {
    /// What a domain controller told in answer to the netlogon ping.
    package var netlogon: NetlogonAnswer? { (facts.service as? CLDAPFacts)?.netlogon }
}

extension ProtocolKind {
    static let cldap = ProtocolKind(
        name: "CLDAP",
        opening: [.answer],
        rules: [
            Rule(one: .gcWrongForest) { seen in
                guard let netlogon = seen.netlogon else { return nil }
                return seen.sightingOfWrongForest(netlogon.forest, "DnsForestName: \(netlogon.forest)")
            }
        ],
        explanations: [.gcWrongForest],
        isNumbered: true,
        words: .cldap,
        open: { CLDAPDialogue($0) }
    )
}

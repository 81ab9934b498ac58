/// The netlogon ping: one search in a datagram, by which Windows finds domain controllers ([MS-ADTS] section 6.3.3).
package struct CLDAPDialogue: Dialogue {
    package private(set) var facts = Facts()
    package var awaits: String { "the answer to the netlogon ping" }
    package var framing: Framing { .bytes(1) }
    private let id: UInt32
    private let domain: String?
    private var hasAsked = false

    package init(_ plan: Plan, _ line: Line) {
        // Of 31 bits, and 0 is nobody's (RFC 4511 section 4.1.1.1).
        id = max(1, UInt32(truncatingIfNeeded: line.number & 0x7FFF_FFFF))
        domain = plan.wishes[Setting.domain.word]
    }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        guard hasAsked else {
            hasAsked = true
            return .send(LDAPRequest.netlogon(domain: domain).bytes(id: id))
        }
        while !input.isEmpty {
            guard let message = try LDAPMessage(reading: &input) else {
                throw .unexpected("a message cut short: \(input.unread.quotedInHexadecimal)")
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
            facts.trouble = .impostor(Recognition.echo, words: nil)
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
            throw .unexpected("a netlogon answer that cannot be read: \(value.quotedInHexadecimal)")
        }
        facts.service = CLDAPFacts(netlogon: answer)
        guard !answer.isPaused else {
            facts.refuse(
                "opcode \(answer.opcode): \(answer.title)",
                meaning: "The Netlogon service is paused, so this domain controller sends clients elsewhere.",
                at: .answer
            )
            return .part([])
        }
        facts.answered(answer.title)
        facts.product = Product("Active Directory domain controller", .likely)
            .shown(by: "that it answers the netlogon ping")
        return .part([])
    }

    /// No entry: whoever it is does not serve the domain asked for, or none.
    private mutating func done(_ result: LDAPResult) -> Step {
        let what =
            domain.map { "an LDAP server that is no domain controller of \($0.escaped)" }
            ?? "an LDAP server that is no domain controller"
        facts.trouble = .impostor(what, words: "no entry: \(result.words)")
        return .part([])
    }
}

/// What only the netlogon ping has to tell.
package struct CLDAPFacts: ServiceFacts {
    package let netlogon: NetlogonAnswer

    package var record: Record { Record([("netlogon", .record(netlogon.record))]) }
    package var lines: [FactLine] { netlogon.lines }
}

extension Observation {
    /// What a domain controller told in answer to the netlogon ping.
    package var netlogon: NetlogonAnswer? { (facts.service as? CLDAPFacts)?.netlogon }
}

extension ProtocolKind {
    static let cldap = ProtocolKind(
        name: "CLDAP",
        opening: [.answer],
        signatures: [.ldap],
        requests: .ldap,
        settings: [.domain],
        rules: [
            Rule(one: .gcWrongForest) { seen in
                guard let netlogon = seen.netlogon else { return nil }
                return seen.sightingOfWrongForest(netlogon.forest, "DnsForestName: \(netlogon.forest)")
            }
        ],
        explanations: [.gcWrongForest],
        isNumbered: true,
        words: .cldap,
        open: { CLDAPDialogue($0, $1) }
    )
}

extension Setting {
    /// Whose domain controller is looked for; else the one that answers speaks for its own.
    static let domain = Setting(
        wish: "question",
        option: "query",
        value: "question",
        help: "The domain to ask a domain controller about, as 'corp.example'"
    ) { text throws(MalformedSetting) in
        guard case .name? = try? Host(text) else {
            throw MalformedSetting(" takes the name of a domain here, not '\(text.escaped)'")
        }
    }
}

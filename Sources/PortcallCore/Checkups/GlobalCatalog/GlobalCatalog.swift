/// One domain controller, asked on every port that a global catalog needs, and then the DNS about it.
public struct GlobalCatalog: Checkup {
    private enum Phase {
        case resolving
        /// Which of several addresses is called is found out by the first call.
        case choosing([String])
        case calling
        case callingNameServer
        case askingDNS
        case askingOwnDNS
        case findingOthers
        case callingOthers
    }

    /// The most other hosts that DNS names as global catalogs to be asked whether they are.
    static let otherLimit = 8

    /// What is called on each domain controller.
    package static let services: [Service] = [.ldap, .gc, .ldaps, .gcs, .cldap, .kerberos, .dns]

    private let plan: Plan
    /// The DNS gave the name, so it is asked for the addresses first, and the machine's other sources only then.
    private let isNamedByDNS: Bool
    private var phase = Phase.resolving
    private var evidence: CatalogEvidence

    /// - Parameter plan: how to call and judge each port of its target's host; its criteria may name the forest.
    public init(_ plan: Plan) {
        self.init(plan, isNamedByDNS: false)
    }

    init(_ plan: Plan, isNamedByDNS: Bool) {
        self.plan = plan
        self.isNamedByDNS = isNamedByDNS
        evidence = CatalogEvidence(plan)
    }

    public func begin() -> CheckupStep { isNamedByDNS ? askForAddresses ?? .resolve(plan) : .resolve(plan) }

    public mutating func next(_ outcome: CheckupOutcome) -> CheckupStep {
        switch (phase, outcome) {
        case (.resolving, .addresses(let addresses)):
            guard addresses == nil, !isNamedByDNS, let asking = askForAddresses else { return callPorts(addresses) }
            return asking
        case (.resolving, .answers(let answers)):
            let addresses = answers.flatMap(\.addresses)
            guard addresses.isEmpty, isNamedByDNS else { return callPorts(addresses.isEmpty ? nil : addresses) }
            return .resolve(plan)
        case (.choosing(let addresses), .verdicts(let verdicts)):
            evidence.verdicts = verdicts
            let chosen = verdicts.first?.observation.address.map { [$0] } ?? addresses
            phase = .calling
            return .call(calls.dropFirst().map { $0.reaching(chosen) })
        case (.calling, .verdicts(let verdicts)):
            evidence.verdicts += verdicts
            return callNameServer()
        case (.callingNameServer, .verdicts(let verdicts)):
            evidence.verdicts += verdicts
            return askDNS()
        case (.askingDNS, .answers(let answers)):
            evidence.answers = answers
            return askOwnDNS() ?? findOthers()
        case (.askingOwnDNS, .answers(let answers)):
            evidence.answers += answers
            return findOthers()
        case (.findingOthers, .answers(let answers)):
            phase = .callingOthers
            return .call(otherCalls.map { $0.reaching(answers) })
        case (.callingOthers, .verdicts(let verdicts)):
            evidence.others = verdicts
            return conclude()
        case (.resolving, _), (.choosing, _), (.calling, _), (.callingNameServer, _), (.askingDNS, _),
            (.askingOwnDNS, _), (.findingOthers, _), (.callingOthers, _):
            return conclude()
        }
    }

    private var askForAddresses: CheckupStep? {
        guard case .name(let name) = plan.target.host else { return nil }
        let questions = DNSQuestion.addresses(of: name)
        return questions.isEmpty ? nil : .lookUp(questions)
    }

    /// Without an address, one call says why.
    ///
    /// Several may be those of several machines, as of all controllers of a domain: what is said on one is never
    /// joined with what another says, so all ports are called on the address that answers first.
    private mutating func callPorts(_ addresses: [String]?) -> CheckupStep {
        phase = .calling
        guard let addresses else { return .call(Array(calls.prefix(1))) }
        guard addresses.count > 1, let first = calls.first else { return .call(calls.map { $0.reaching(addresses) }) }
        phase = .choosing(addresses)
        evidence.addressCount = addresses.count
        return .call([first.reaching(addresses)])
    }

    /// Only now is its domain known, about which its own name server is asked.
    private mutating func callNameServer() -> CheckupStep {
        guard var call = call(.dns), let called = evidence.calledAddresses else { return askDNS() }
        phase = .callingNameServer
        if let domain = evidence.domain, (try? DNSQuestion("\(domain) SOA")) != nil {
            call.wishes[Setting.question.word] = "\(domain) SOA"
        }
        return .call([call.reaching(called)])
    }

    private mutating func askDNS() -> CheckupStep {
        guard !evidence.questions.isEmpty else { return conclude() }
        phase = .askingDNS
        return .lookUp(evidence.questions)
    }

    /// Where the name servers of this machine do not know, the controller's own may.
    private mutating func askOwnDNS() -> CheckupStep? {
        guard let server = evidence.ownNameServer else { return nil }
        let unknown = evidence.answers.filter { $0.outcome != .found }.map(\.question)
        guard !unknown.isEmpty, evidence.isInNeedOfOwnDNS else { return nil }
        phase = .askingOwnDNS
        return .ask(server: server, unknown)
    }

    private mutating func findOthers() -> CheckupStep {
        // Where the DNS named this one, the others are checked as well.
        guard !isNamedByDNS, !otherCalls.isEmpty else { return conclude() }
        phase = .findingOthers
        return .lookUp(otherCalls.flatMap { DNSQuestion.addresses(of: $0.target.host.text) })
    }

    private func conclude() -> CheckupStep {
        let verdicts = evidence.verdicts + evidence.others
        let findings = JointRule.findings(by: JointRule.ofGlobalCatalog, in: evidence, of: plan)
        return .done(
            CheckupSummary(plan, verdicts, findings, answers: evidence.answers, conclusion: evidence.conclusion)
        )
    }

    /// All but the name server's, which is called when it is known what to ask it.
    private var calls: [Plan] { Self.services.filter { $0 != .dns }.compactMap(call) }

    /// A port that is closed is judged along with what the others say, for it may have one cause with theirs.
    private func call(_ service: Service) -> Plan? {
        service.port.map { plan.callingUnforced(service, port: $0) }
    }

    /// The hosts that DNS names besides; what else is wrong with them is not this host's.
    private var otherCalls: [Plan] {
        evidence.otherCatalogs.prefix(Self.otherLimit).compactMap { name in
            guard let host = try? Host(name), var call = plan.calling(.gc, of: host) else { return nil }
            call.criteria.serverName = nil
            call.criteria.forgiven = Explanation.all.map(\.id)
            return call
        }
    }
}

extension Plan {
    /// With the addresses that the DNS has for its host; where it has none, they are looked up as any.
    fileprivate func reaching(_ answers: [DNSAnswer]) -> Plan {
        let questions = DNSQuestion.addresses(of: target.host.text)
        let found = answers.filter { questions.contains($0.question) }.flatMap(\.addresses)
        return found.isEmpty ? self : reaching(found)
    }
}

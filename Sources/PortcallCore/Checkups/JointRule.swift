/// One thing worth telling that several calls show together.
struct JointRule<Evidence>: Sendable {
    let explanation: Explanation
    let examine: @Sendable (Evidence) -> Sighting?

    init(_ explanation: Explanation, _ examine: @escaping @Sendable (Evidence) -> Sighting?) {
        self.explanation = explanation
        self.examine = examine
    }
}

extension JointRule {
    /// What the rules see together.
    static func findings(by rules: [JointRule], in evidence: Evidence, of plan: Plan) -> [Finding] {
        rules.compactMap { $0.finding(in: evidence, of: plan) }
    }

    /// What is told of the host of the plan that asked for it.
    func finding(in evidence: Evidence, of plan: Plan) -> Finding? {
        examine(evidence).map { $0.filled(with: ["host": plan.target.host.text.escaped]).finding(explanation) }
    }
}

extension JointRule where Evidence == [Verdict] {
    /// What holds for the ports of any host.
    static let ofPorts = [noPortAnswers, certificatesDiffer, portsDisagree]

    private static let noPortAnswers = JointRule(.noPortAnswers) { verdicts in
        // A name without an address has been told as that, by the only call there is.
        guard verdicts.allSatisfy({ $0.observation.address == nil && !$0.observation.isUnresolved }) else { return nil }
        let ports = verdicts.map { "\($0.observation.plan.target.port) \($0.observation.reasonOfSilence)" }
        return Sighting(ports.joined(separator: ", "))
    }

    /// Ports of one kind of service share a certificate, and so do any whose certificates name the same hosts.
    static let certificatesDiffer = JointRule(.certificatesDiffer) { verdicts in
        let shown = verdicts.filter { $0.leaf != nil && !$0.isExchangeSelfSigned }
        let differing = shown.filter { one in shown.contains { one.shouldShare($0) && !one.shares($0) } }
        guard !differing.isEmpty else { return nil }
        let kinds = differing.map(\.leaf).reduce(into: [Certificate?]()) { kinds, leaf in
            if !kinds.contains(leaf) { kinds.append(leaf) }
        }
        let lines = kinds.compactMap(\.self).map { leaf in
            let ports = differing.filter { $0.leaf == leaf }.map { String($0.observation.plan.target.port) }
            let name = "\(leaf.shortName) (until \(leaf.notAfter.date), serial \(leaf.serial))"
            return "\(ports.joined(separator: ", ")): \(name)"
        }
        return Sighting(lines.joined(separator: "; "))
    }

    private static let portsDisagree = JointRule(.portsDisagree) { verdicts in
        let differences = verdicts.flatMap { one in verdicts.compactMap { one.disagreement(with: $0) } }
        return differences.isEmpty ? nil : Sighting(differences.joined(separator: "; "))
    }
}

extension Observation {
    fileprivate var isUnresolved: Bool { if case .resolveFailed = ending { true } else { false } }

    /// Why no connection came about, in a word or two.
    fileprivate var reasonOfSilence: String {
        switch attempts.last?.failure {
        case .refused: "closed"
        case .timedOut: "no answer"
        case .reset: "reset"
        case .noRoute, .noFamily: "no route"
        case .other, nil: "not reached"
        }
    }
}

extension Verdict {
    fileprivate var leaf: Certificate? { observation.tls?.chain.leaf }

    /// What Exchange set-up makes for the mail between its servers is meant for that port alone.
    fileprivate var isExchangeSelfSigned: Bool {
        observation.plan.service.policy.isTrustOpportunistic && leaf?.isSelfSigned == true
    }

    fileprivate func shares(_ other: Verdict) -> Bool { leaf?.sha256 == other.leaf?.sha256 }

    fileprivate func shouldShare(_ other: Verdict) -> Bool {
        guard let leaf, let otherLeaf = other.leaf else { return false }
        let isSameField = observation.plan.service.kind.field == other.observation.plan.service.kind.field
        let names = Set(leaf.names.dns + leaf.names.ip)
        return isSameField || (!names.isEmpty && names == Set(otherLeaf.names.dns + otherLeaf.names.ip))
    }

    /// This is the clear-text port of a service, the other its TLS port on the same address, and they differ.
    fileprivate func disagreement(with other: Verdict) -> String? {
        let (here, there) = (observation, other.observation)
        let (row, otherRow) = (here.plan.service, there.plan.service)
        guard here.address == there.address, row.policy.counterpart == otherRow.name else { return nil }
        let (port, otherPort) = (here.plan.target.port, there.plan.target.port)
        if let product = here.facts.product?.stated, let otherProduct = there.facts.product?.stated,
            product != otherProduct
        {
            return "\(port) is \(product), \(otherPort) is \(otherProduct)"
        }
        guard
            let ways = here.facts.mechanismsAfterTLS, let otherWays = there.facts.mechanismsAfterTLS,
            Set(ways) != Set(otherWays)
        else { return nil }
        let (text, otherText) = (ways.joined(separator: " "), otherWays.joined(separator: " "))
        return "\(port) offers \(text.orNone), \(otherPort) offers \(otherText.orNone)"
    }
}

extension Product {
    fileprivate var stated: String? { certainty == .stated ? name : nil }
}

extension String {
    fileprivate var orNone: String { isEmpty ? "no mechanism" : self }
}

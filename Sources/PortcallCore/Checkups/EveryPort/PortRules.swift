extension JointRule where Evidence == [Verdict] {
    /// What holds for the ports of any host.
    static let ofPorts = [
        noPortAnswers, portFiltered { _ in false }, certificatesDiffer, portsDisagree,
        versionsDisagree,
    ]

    private static let noPortAnswers = JointRule(.noPortAnswers) { verdicts in
        // A name without an address has been told as that, by the only call there is.
        guard verdicts.allSatisfy({ $0.observation.address == nil && !$0.observation.isUnresolved }) else { return nil }
        let ports = verdicts.map { "\($0.observation.plan.target.port) \($0.observation.reasonOfSilence)" }
        return Sighting(ports.joined(separator: ", "))
    }

    private static let portsDisagree = JointRule(.portsDisagree) { verdicts in
        let differences = verdicts.flatMap { one in verdicts.compactMap { one.disagreement(with: $0) } }
        return differences.isEmpty ? nil : Sighting(differences.joined(separator: "; "))
    }
}

extension Observation {
    /// Why no connection came about, in a word or two.
    fileprivate var reasonOfSilence: String {
        switch attempts.last?.failure {
        case .refused(.untold), .refused(.reset): "closed"
        case .refused(.icmp), .forbidden: "forbidden"
        case .timedOut: "no answer"
        case .reset: "reset"
        case .noRoute, .noFamily: "no route"
        case .other, nil: "not reached"
        }
    }
}

extension Verdict {
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

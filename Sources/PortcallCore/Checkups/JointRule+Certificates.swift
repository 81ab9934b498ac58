extension JointRule where Evidence == [Verdict] {
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
            let period = "\(leaf.notBefore.date) to \(leaf.notAfter.date)"
            let name = "\(leaf.shortName) (\(leaf.key.words), \(period), serial \(leaf.serial))"
            return "\(ports.joined(separator: ", ")): \(name)"
        }
        let types = Set(kinds.compactMap { $0?.key.type })
        let keys = "Their keys are of different kinds: a server that has both shows each client the one that it takes."
        return Sighting(lines.joined(separator: "; "), ["keys": types.count > 1 ? keys : ""])
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
}

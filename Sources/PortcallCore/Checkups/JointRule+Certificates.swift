extension JointRule where Evidence == [Verdict] {
    /// Ports of one kind of service share a certificate, and so do any whose certificates name the same hosts.
    static let certificatesDiffer = JointRule(.certificatesDiffer) { verdicts in
        let shown = verdicts.filter { $0.leaf != nil && !$0.isExchangeSelfSigned }
        let differing = shown.filter { one in shown.contains { one.shouldShare($0) && !one.shares($0) } }
        guard !differing.isEmpty else { return nil }
        let kinds = differing.map(\.leaf).reduce(into: [Certificate?]()) { kinds, leaf in
            if !kinds.contains(leaf) { kinds.append(leaf) }
        }
        let leaves = kinds.compactMap(\.self)
        let (newest, oldest) = (leaves.map(\.notBefore).max(), leaves.map(\.notBefore).min())
        let lines = leaves.map { leaf in
            let ports = differing.filter { $0.leaf == leaf }.map { String($0.observation.plan.target.port) }
            let age = newest != oldest && leaf.notBefore == newest ? ", the newest" : ""
            let dates = "\(leaf.notBefore.date) to \(leaf.notAfter.date)\(age)"
            let name = "\(leaf.shortName) (\(leaf.key.words), \(dates), serial \(leaf.serial))"
            return "\(ports.joined(separator: ", ")): \(name)"
        }
        return Sighting(lines.joined(separator: "; "))
    }
}

extension Verdict {
    fileprivate var leaf: Certificate? { observation.tls?.chain.leaf }

    /// What Exchange set-up makes for the mail between its servers is meant for that port alone.
    fileprivate var isExchangeSelfSigned: Bool {
        observation.plan.service.policy.isTrustOpportunistic && leaf?.isSelfSigned == true
    }

    /// The same certificate, or its twin with a key of another kind: a server that has both shows either.
    fileprivate func shares(_ other: Verdict) -> Bool {
        guard let leaf, let otherLeaf = other.leaf else { return false }
        return leaf.sha256 == otherLeaf.sha256 || leaf.isTwin(of: otherLeaf)
    }

    fileprivate func shouldShare(_ other: Verdict) -> Bool {
        guard let leaf, let otherLeaf = other.leaf else { return false }
        let isSameField = observation.plan.service.kind.field == other.observation.plan.service.kind.field
        return isSameField || (!leaf.hosts.isEmpty && leaf.hosts == otherLeaf.hosts)
    }
}

extension JointRule where Evidence == [Verdict] {
    /// Exchange's version, as each port tells it; what is a mere guess does not count.
    static let versionsDisagree = JointRule(.versionsDisagree) { verdicts in
        let told = verdicts.map(\.observation).filter { $0.facts.product?.isKnownExchange == true }
        let differing = told.filter { one in told.contains { one.contradicts($0) } }
        guard !differing.isEmpty else { return nil }
        let lines = differing.map { "\($0.portInWords) \($0.facts.product?.name ?? "")" }
        return Sighting(lines.joined(separator: "; "))
    }
}

extension Product {
    fileprivate var isKnownExchange: Bool { exchange != nil && certainty != .possible }
}

extension Observation {
    fileprivate func contradicts(_ other: Observation) -> Bool {
        guard let here = facts.product?.exchange, let there = other.facts.product?.exchange else { return false }
        return here.contradicts(there)
    }
}

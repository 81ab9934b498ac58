/// What a call comes to: everything seen, and every finding, worst first.
public struct Verdict: Sendable {
    public let observation: Observation
    public let findings: [Finding]

    /// Judges an observation; it can be judged again later with the same result.
    public init(_ observation: Observation) {
        self.observation = observation
        let found = (Rule.general + observation.plan.service.kind.rules).flatMap { $0.findings(in: observation) }
        findings = Precedence.apply(to: found).ignoring(observation.plan.criteria.ignored).sortedWorstFirst()
    }

    /// The worst finding, notes aside; nil when all is well.
    public var severity: Severity? { findings.map(\.severity).filter { $0 > .note }.max() }

    /// `ok`, `warning` or `critical`.
    public var word: String { severity?.rawValue ?? "ok" }
}

extension [Finding] {
    /// The same, those that the operator has named turned into notes.
    func ignoring(_ ids: [String]) -> [Finding] {
        map { finding in
            var finding = finding
            if ids.contains(finding.id) { finding.severity = .note }
            return finding
        }
    }

    /// Stable: findings of one severity stay in the order of the rules.
    func sortedWorstFirst() -> [Finding] {
        [Severity.critical, .warning, .note].flatMap { severity in filter { $0.severity == severity } }
    }
}

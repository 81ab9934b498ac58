/// What a call comes to: everything seen, and every finding, worst first.
public struct Verdict: Sendable {
    /// Everything seen and heard.
    public let observation: Observation
    /// Worst first, one a cause.
    public let findings: [Finding]

    /// Judges an observation; it can be judged again later with the same result.
    public init(_ observation: Observation) {
        self.observation = observation
        findings = Self.sightings(in: observation).concluded(by: observation.plan.criteria)
    }

    /// What the rules see, before one finding silences another.
    package static func sightings(in observation: Observation) -> [Finding] {
        let own = observation.plan.service.kind.rules
        return Rule.general.flatMap { $0.findings(in: observation) } + own.flatMap { $0.findings(in: observation) }
    }

    /// The worst finding, notes aside; nil when all is well.
    public var severity: Severity? { findings.worst }

    /// `ok`, `warning` or `critical`.
    public var word: String { severity.word }
}

extension Severity? {
    /// `ok`, `warning` or `critical`.
    var word: String { self?.rawValue ?? "ok" }
}

extension [Finding] {
    /// The worst, notes aside; nil when all is well.
    var worst: Severity? { map(\.severity).filter { $0 > .note }.max() }

    /// One cause told once, each as much as the criteria say, worst first.
    func concluded(by criteria: Criteria) -> [Finding] {
        Precedence.apply(to: self).map { $0.weighed(by: criteria) }.sortedWorstFirst()
    }

    /// Stable: findings of one severity stay in the order of the rules.
    func sortedWorstFirst() -> [Finding] {
        [Severity.critical, .warning, .note].flatMap { severity in filter { $0.severity == severity } }
    }
}

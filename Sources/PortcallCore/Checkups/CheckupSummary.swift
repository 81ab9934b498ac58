/// What several calls come to: the findings that none of them has alone.
public struct CheckupSummary: Sendable {
    /// What was checked, as typed.
    public let target: String
    /// Of the calls, in their order.
    public let verdicts: [Verdict]
    /// Across the calls, worst first.
    public let findings: [Finding]
    /// What the DNS said.
    public let answers: [DNSAnswer]
    /// What it comes to, in a few sentences; nil where the findings say it all.
    public let conclusion: String?
    /// What they tell together, a line each; empty where each call tells its own.
    public let lines: [FactLine]
    /// Why not all could be asked, so that nothing is to be said across the calls: what this machine lacks, as
    /// descriptors; nil where all was asked.
    public package(set) var unjudged: String?

    /// - Parameters:
    ///   - plan: what was asked for, by whose criteria the findings matter.
    ///   - verdicts: of the calls, in their order.
    ///   - findings: what the calls show together.
    ///   - answers: what the DNS said.
    ///   - target: as typed; nil for the plan's.
    ///   - conclusion: what it comes to, in a few sentences.
    ///   - lines: what the calls tell together.
    init(
        _ plan: Plan,
        _ verdicts: [Verdict],
        _ findings: [Finding],
        answers: [DNSAnswer] = [],
        target: String? = nil,
        conclusion: String? = nil,
        lines: [FactLine] = []
    ) {
        self.target = target ?? plan.target.text
        self.verdicts = verdicts
        self.answers = answers
        self.conclusion = conclusion
        self.lines = lines
        self.findings = findings.concluded(by: plan.criteria)
    }

    /// The worst of the calls and of what they say together, notes aside; nil when all is well.
    public var severity: Severity? {
        ([findings.worst] + verdicts.map(\.severity)).compactMap(\.self).max()
    }

    /// `ok`, `warning` or `critical`.
    public var word: String { severity.word }
}

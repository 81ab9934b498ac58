/// Several calls that say more together than each alone: to calls what a dialogue is to messages.
///
/// A value without I/O: whoever runs it does what each step says and hands over what came of it.
public protocol Checkup: Sendable {
    /// What to do first.
    mutating func begin() -> CheckupStep

    /// What to do next, now that the last step is done.
    mutating func next(_ outcome: CheckupOutcome) -> CheckupStep
}

/// What a checkup does next.
public enum CheckupStep: Sendable {
    /// Look up the addresses of a call's host, within its time.
    case resolve(Plan)
    /// Make these calls, at once; their verdicts come in this order.
    case call([Plan])
    /// All is known; where the calls belong together, what is to be said of them together.
    case done(CheckupSummary?)
}

/// What came of a step.
public enum CheckupOutcome: Sendable {
    /// In the order to try them; nil where the name has none, or its look-up did not end.
    case addresses([String]?)
    /// One for each call, in their order.
    case verdicts([Verdict])
}

/// What several calls come to: the findings that none of them has alone.
public struct CheckupSummary: Sendable {
    /// What was checked, as typed.
    public let target: String
    public let verdicts: [Verdict]
    /// Across the calls, worst first.
    public let findings: [Finding]

    /// Judges the calls together, by the criteria of the plan that asked for them.
    init(_ plan: Plan, _ verdicts: [Verdict], _ rules: [JointRule]) {
        target = plan.target.text
        self.verdicts = verdicts
        let places = ["host": plan.target.host.text.escaped]
        findings = rules.compactMap { rule in
            rule.examine(verdicts).map { rule.explanation.finding($0, places: places) }
        }
        .ignoring(plan.criteria.ignored)
        .sortedWorstFirst()
    }

    /// The worst of the calls and of what they say together, notes aside; nil when all is well.
    public var severity: Severity? {
        (findings.map(\.severity).filter { $0 > .note } + verdicts.compactMap(\.severity)).max()
    }

    /// `ok`, `warning` or `critical`.
    public var word: String { severity?.rawValue ?? "ok" }
}

/// One call, as a checkup.
public struct SingleCall: Checkup {
    private let plan: Plan

    public init(_ plan: Plan) {
        self.plan = plan
    }

    public func begin() -> CheckupStep { .call([plan]) }

    public func next(_ outcome: CheckupOutcome) -> CheckupStep { .done(nil) }
}

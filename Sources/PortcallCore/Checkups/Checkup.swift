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
    /// Ask the DNS.
    case lookUp([DNSQuestion])
    /// Do these checkups, one after the other.
    case run([any Checkup])
    /// All is known; where the calls belong together, what is to be said of them together.
    case done(CheckupSummary?)
}

/// What came of a step.
public enum CheckupOutcome: Sendable {
    /// In the order to try them; nil where the name has none, or its look-up did not end.
    case addresses([String]?)
    /// One for each call, in their order.
    case verdicts([Verdict])
    /// One for each question, in their order.
    case answers([DNSAnswer])
    /// Of those checkups whose calls belong together.
    case summaries([CheckupSummary])
}

/// What several calls come to: the findings that none of them has alone.
public struct CheckupSummary: Sendable {
    /// What was checked, as typed.
    public let target: String
    public let verdicts: [Verdict]
    /// Across the calls, worst first.
    public let findings: [Finding]
    /// What the DNS said.
    public let answers: [DNSAnswer]
    /// What it comes to, in a few sentences; nil where the findings say it all.
    public let conclusion: String?

    /// - Parameters:
    ///   - plan: what was asked for, by whose criteria the findings matter.
    ///   - verdicts: of the calls, in their order.
    ///   - findings: what the calls show together.
    ///   - answers: what the DNS said.
    ///   - target: as typed; nil for the plan's.
    ///   - conclusion: what it comes to, in a few sentences.
    init(
        _ plan: Plan,
        _ verdicts: [Verdict],
        _ findings: [Finding],
        answers: [DNSAnswer] = [],
        target: String? = nil,
        conclusion: String? = nil
    ) {
        self.target = target ?? plan.target.text
        self.verdicts = verdicts
        self.answers = answers
        self.conclusion = conclusion
        self.findings = findings.concluded(ignoring: plan.criteria.ignored)
    }

    /// The worst of the calls and of what they say together, notes aside; nil when all is well.
    public var severity: Severity? {
        ([findings.worst] + verdicts.map(\.severity)).compactMap(\.self).max()
    }

    /// `ok`, `warning` or `critical`.
    public var word: String { severity.word }
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

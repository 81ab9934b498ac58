/// Something an operator should know about a server.
public struct Finding: Equatable, Sendable {
    /// The stable id of the contract, as `certificate-expired`.
    public let id: String
    /// How much it matters, in this case.
    public var severity: Severity
    /// What is wrong and what it means, in whole sentences.
    public let message: String
    /// What makes it so, in the server's own words where it said any; safe to print.
    public let evidence: String
    /// What to do, in one sentence or two.
    public let fix: String

    package init(id: String, severity: Severity, message: String, evidence: String, fix: String) {
        self.id = id
        self.severity = severity
        self.message = message
        self.evidence = evidence
        self.fix = fix
    }
}

/// How much a finding matters.
@nonexhaustive
public enum Severity: String, Comparable, Sendable {
    /// Worth knowing; nothing is wrong.
    case note
    /// Works today, and should not stay so.
    case warning
    /// Does not work, or not safely.
    case critical

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .critical: 2
        }
    }
}

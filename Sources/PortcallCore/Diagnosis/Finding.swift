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
    /// The operator said that it does not matter.
    public internal(set) var isIgnored = false
    /// Why it is ignored and until when, where a policy says so.
    public internal(set) var exemption: Exemption?
    /// Why it weighs less here than elsewhere, as a sentence goes on; the last of the message says it.
    package let mitigation: String?
    /// By what clients judge it.
    package let reason: RefusalReason?
    /// Who of those that call such a server refuses it for this; nil where nobody knows.
    package let refusals: Refusals?

    package init(
        id: String,
        severity: Severity,
        message: String,
        evidence: String,
        fix: String,
        mitigation: String? = nil,
        reason: RefusalReason? = nil,
        among audience: Audience = .everybody
    ) {
        self.id = id
        self.severity = severity
        self.message = mitigation.map { "\(message) It weighs less here: \($0)." } ?? message
        self.mitigation = mitigation
        self.evidence = evidence
        self.fix = fix
        self.reason = reason
        refusals = reason.flatMap { Refusals($0, by: audience) }
    }

    /// The message as it is where nothing makes it weigh less.
    var cause: String {
        mitigation.map { String(message.dropLast(" It weighs less here: .".count + $0.count)) } ?? message
    }

    /// Which widely used clients refuse the server for this reason, as `GnuTLS`; nil where nobody knows of any.
    ///
    /// Of a service between mail servers only those that cannot complete the handshake.
    public var refusedBy: [String]? { refusals?.all.map(\.rawValue) }
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

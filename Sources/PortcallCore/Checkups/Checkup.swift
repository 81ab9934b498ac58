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
    /// Ask this one name server, by its address, and believe what it says.
    case ask(server: String, [DNSQuestion])
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

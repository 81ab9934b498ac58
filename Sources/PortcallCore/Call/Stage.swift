/// What happened between two moments that an operator would name.
public struct Stage: Equatable, Sendable {
    /// Which one.
    public let name: Name
    /// How it went.
    public let outcome: Outcome
    /// How long it took; nil for what takes none and for what did not happen.
    public let duration: Duration?
    /// What there is to say of it, on one line; safe to print.
    public let detail: String

    /// The stages there are; a call has those that its service has.
    public enum Name: String, CaseIterable, Sendable {
        case resolve
        case connect
        case greeting
        case capabilities
        case starttls
        case handshake
        case name
        case trust
        case capabilitiesAfterTLS = "capabilities-after-tls"
        case answer
    }

    /// How a stage went.
    public enum Outcome: String, Sendable {
        case passed
        case failed
        /// Not offered, or made impossible by what failed before.
        case skipped
    }
}

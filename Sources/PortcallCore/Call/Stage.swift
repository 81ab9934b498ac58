/// What happened between two moments that an operator would name.
public struct Stage: Equatable, Sendable {
    public let name: Name
    public let outcome: Outcome
    /// How long it took; nil for what takes none and for what did not happen.
    public let duration: Duration?
    public let detail: String

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

    public enum Outcome: String, Sendable {
        case passed
        case failed
        /// Not offered, or made impossible by what failed before.
        case skipped
    }
}

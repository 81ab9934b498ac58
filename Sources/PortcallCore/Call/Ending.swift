/// How a call ended.
///
/// Not an error: for a checker, failing to connect is a result.
@nonexhaustive
public enum Ending: Equatable, Sendable {
    /// All that could be asked was asked, and we said goodbye.
    case hungUp
    case resolveFailed(String)
    /// No address could be connected; the attempts say why.
    case unreachable
    /// The server closed the connection, or reset it, before we said goodbye.
    case closed(isReset: Bool)
    case timedOut
    case interrupted
    case handshakeFailed(HandshakeFailure)
    /// Something in clear came where TLS was due from the first byte.
    case answeredInClear
    /// The port speaks TLS from the first byte, and a dialogue in clear was due.
    case speaksTLS
    /// Another protocol answers: `an SSH server`.
    case impostor(String)
    case malformed(Malformed)
}

/// One address that did not answer, and why.
public struct Attempt: Equatable, Sendable {
    /// The address alone, without a port.
    public let address: String
    /// Why it did not answer.
    public let failure: Failure

    package init(address: String, failure: Failure) {
        self.address = address
        self.failure = failure
    }

    /// Why no connection came about.
    @nonexhaustive
    public enum Failure: Equatable, Sendable {
        case refused
        case timedOut
        /// This machine, or a router on the way, has no route: the system's words.
        case noRoute(String)
        /// This machine has no address of that family at all.
        case noFamily(String)
        case reset
        case other(String)

        /// In a few plain words.
        public var words: String {
            switch self {
            case .refused: "connection refused"
            case .timedOut: "no answer"
            case .noRoute(let reason): "no route (\(reason))"
            case .noFamily(let reason): "no route from this machine (\(reason))"
            case .reset: "connection reset"
            case .other(let reason): reason
            }
        }
    }
}

/// What came of the one more connection that begins with TLS.
public enum TLSTry: Equatable, Sendable {
    case spokeTLS
    /// What it said in clear.
    case spoke([UInt8])
    /// Closed, refused or silent.
    case nothing
}

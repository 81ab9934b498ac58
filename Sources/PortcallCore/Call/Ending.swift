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
    /// TLS was up, and broke: by a fatal alert, or by what is no TLS.
    case tlsEnded(HandshakeFailure)
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
        case refused(Refusal)
        /// A firewall or a router says that this may not be: its words, and who said them.
        case forbidden(String)
        case timedOut
        /// This machine, or a router on the way, has no route: the system's words.
        case noRoute(String)
        /// This machine has no address of that family at all.
        case noFamily(String)
        case reset
        case other(String)
    }

    /// How a connection, or a datagram, was refused.
    public enum Refusal: Equatable, Sendable {
        /// The system does not tell.
        case untold
        /// By a TCP reset, as a machine sends where nothing listens; a firewall may send one in its name.
        case reset
        /// By an ICMP message, as no machine answers TCP and a firewall does: its type and code, and who sent it.
        case icmp(String)
    }
}

extension Attempt.Failure {
    /// In a few plain words.
    public var words: String {
        switch self {
        case .refused(.untold): "connection refused"
        case .refused(.reset): "connection refused by a TCP reset"
        case .refused(.icmp(let message)): "connection refused by \(message)"
        case .forbidden(let message): "forbidden by \(message)"
        case .timedOut: "no answer"
        case .noRoute(let reason): "no route (\(reason))"
        case .noFamily(let reason): "no route from this machine (\(reason))"
        case .reset: "connection reset"
        case .other(let reason): reason
        }
    }

    /// A no came back, be it a firewall's.
    var isRefusal: Bool { if case .refused = self { true } else { false } }

    /// Something on the way, or the machine's own firewall, let nothing through: known, and not only likely.
    var isByFirewall: Bool {
        switch self {
        case .refused(.icmp), .forbidden: true
        case .refused, .timedOut, .noRoute, .noFamily, .reset, .other: false
        }
    }

    /// This machine alone is the reason.
    var isOurs: Bool { if case .noFamily = self { true } else { false } }
}

/// What came of the one more connection that begins with TLS.
public enum TLSTry: Equatable, Sendable {
    case spokeTLS
    /// What it said in clear.
    case spoke([UInt8])
    /// Closed, refused or silent.
    case nothing
}

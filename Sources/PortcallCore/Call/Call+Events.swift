extension Call {
    /// What happened, in the order it happened.
    package enum Event: Equatable, Sendable {
        case resolved([String])
        case resolveFailed(String)
        case attemptFailed(Attempt)
        /// No address is left to try.
        case unreachable
        case connected(address: String, local: Endpoint)
        /// In clear, or decrypted once TLS is up.
        case received([UInt8])
        /// The first TLS record came; only a transcript says so, a live call sees it itself.
        case tlsBegan
        /// So many bytes of the handshake came before it stalled; only a transcript says so.
        case handshakeCame(Int)
        case secured(TLSFacts)
        case handshakeFailed(HandshakeFailure)
        /// The session turned out to be resumable.
        case resumable
        /// The server wants to begin TLS anew inside TLS, and was told that we do not.
        case renegotiationAsked
        case tlsTried(TLSTry)
        case smallHelloTried(SmallHello)
        /// The time asked for with `Action.wake` is over.
        case woke
        case closed(isReset: Bool)
        case timedOut
        case interrupted
    }

    /// What to do.
    package enum Action: Equatable, Sendable {
        case send([UInt8])
        case startTLS
        /// Give these bytes to the TLS engine and let the handshake go on.
        case handshake([UInt8])
        /// Open one more connection that begins with TLS, and report what it says.
        case tryTLS
        /// Open one more connection that comes as far, says less in its ClientHello, and report what is answered.
        case trySmallHello
        /// Close this connection, and open another one to the same address.
        case reconnect
        case wake(after: Duration)
        case close
    }

    enum Phase {
        case reaching
        case talking
        /// Closed before the first byte; what the TLS try says is still to come.
        case askingWhy(isReset: Bool)
        /// The server agreed to TLS and has not sent a record yet.
        case securing
        case handshaking
        case parting
        /// Between two connections.
        case redialing
        case over
    }
}

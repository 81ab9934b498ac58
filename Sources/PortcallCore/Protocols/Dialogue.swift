/// The client's half of a protocol, without the I/O.
///
/// It is made once, when the connection is up, for the `Line` that it has. `next` is called then, again after every step
/// it takes, whenever what `framing` waits for has come, and once TLS is up. It reads what it can off `input` and says
/// what to do; `.listen` gives the turn back. Where one datagram is one message, `input` holds that datagram and nothing
/// else, and what is left of it is dropped.
package protocol Dialogue: Sendable {
    /// What the server has told us so far. Survives whatever ends the call.
    var facts: Facts { get }

    /// What is being waited for, as a sentence goes on: `the answer to EHLO`.
    var awaits: String { get }

    /// What must have come before it is worth asking again.
    var framing: Framing { get }

    mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step

    /// Nothing came in the time that `.wait` gave it; what to do instead.
    mutating func nothingCame() -> Step

    /// Whether these first bytes are an answer's to us, whatever other protocol they look like.
    func isOwn(_ head: [UInt8]) -> Bool

    /// The server has hung up: what to do where that is the end of a message and not of the dialogue.
    ///
    /// - Returns: `.reconnect` or `.part`; nil where nothing may end here.
    mutating func hungUp(_ input: inout ByteQueue) throws(Malformed) -> Step?

    /// What comes after our goodbye is still of use, so that the answer to that is awaited.
    var listensOn: Bool { get }

    /// Something came after our goodbye.
    ///
    /// - Returns: whether nothing more is worth waiting for.
    mutating func overhear(_ input: inout ByteQueue) -> Bool

    /// What came in clear when only TLS was due.
    mutating func heard(inClear bytes: [UInt8])

    /// TLS was up and ended with an alert or with what is no TLS, or did not come about on a later connection: what to
    /// do where there is more to ask.
    ///
    /// - Parameters:
    ///   - isCertificateWanted: the server showed that it wants a certificate of ours for what was asked.
    ///   - input: what has come and was not read.
    /// - Returns: `.reconnect` or `.part`; nil where all there was to ask was asked of this connection.
    /// - Throws: `Malformed` where what came is none of this protocol's.
    mutating func tlsEnded(
        wantingCertificate isCertificateWanted: Bool,
        _ input: inout ByteQueue
    ) throws(Malformed) -> Step?
}

extension Dialogue {
    package var framing: Framing { .lines }

    package mutating func nothingCame() -> Step { .listen }

    package func isOwn(_ head: [UInt8]) -> Bool { false }

    package mutating func hungUp(_ input: inout ByteQueue) throws(Malformed) -> Step? { nil }

    package var listensOn: Bool { false }

    package mutating func overhear(_ input: inout ByteQueue) -> Bool { true }

    package mutating func heard(inClear bytes: [UInt8]) {}

    package mutating func tlsEnded(
        wantingCertificate isCertificateWanted: Bool,
        _ input: inout ByteQueue
    ) throws(Malformed) -> Step? { nil }
}

/// How the end of the message that is awaited shows.
package enum Framing: Equatable, Sendable {
    /// By a line feed.
    case lines
    /// By that many unread bytes.
    case bytes(Int)
}

/// What a dialogue does next.
package enum Step: Equatable, Sendable {
    case listen
    /// Listen, and call `nothingCame` where nothing has come after that long.
    ///
    /// In a datagram protocol it says as well that an answer is under way, so that the request is not sent again.
    case wait(Duration)
    case send([UInt8])
    case startTLS
    /// Go on over one more connection to the same address, secured anew where TLS is implicit.
    case reconnect
    /// Say goodbye: all is known, and whatever comes now, the end of the connection included, is no finding.
    ///
    /// Where there is nothing to say the call ends at once.
    case part([UInt8])

    package static func say(_ line: String) -> Step { .send(Array("\(line)\r\n".utf8)) }
}

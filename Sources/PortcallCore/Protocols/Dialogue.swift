/// The client's half of a protocol, without the I/O.
///
/// `next` is called when the connection opens, again after every step it takes, whenever a line feed arrives, and once
/// TLS is up. It reads what it can off `input` and says what to do; `.listen` gives the turn back.
package protocol Dialogue: Sendable {
    /// What the server has told us so far. Survives whatever ends the call.
    var facts: Facts { get }

    /// What is being waited for, as a sentence goes on: `the answer to EHLO`.
    var awaits: String { get }

    mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step
}

/// What a dialogue does next.
package enum Step: Equatable, Sendable {
    case listen
    case send([UInt8])
    case startTLS
    /// Say goodbye: all is known, and whatever comes now, the end of the connection included, is no finding.
    case part([UInt8])

    package static func say(_ line: String) -> Step { .send(Array("\(line)\r\n".utf8)) }
}

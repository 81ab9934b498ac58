/// Everything one call saw and heard: the only thing rules may look at.
public struct Observation: Sendable {
    /// What the call set out to do.
    public let plan: Plan
    /// What the name resolved to, in the order tried.
    public package(set) var addresses: [String] = []
    /// The addresses that did not answer.
    public package(set) var attempts: [Attempt] = []
    /// The address called, once connected.
    public package(set) var address: String?
    /// Our own end of that connection.
    public package(set) var localAddress: String?
    /// What the server said of itself.
    public package(set) var facts = Facts()
    /// What the handshake settled, and the chain; nil where no handshake was completed.
    public package(set) var tls: TLSFacts?
    /// What the server sent in the clear when only TLS was due.
    public package(set) var clearBeforeTLS: [UInt8] = []
    /// The first bytes of the server's own protocol, at most 512: in clear, or inside TLS where that comes first.
    public package(set) var head: [UInt8] = []
    /// How many connections were made for the dialogue, one after the other.
    package internal(set) var connections = 0
    /// How many bytes of the last handshake came.
    package internal(set) var handshakeBytes = 0
    /// At least one TLS record came.
    public package(set) var tlsBegan = false
    /// The server said something inside TLS.
    public package(set) var spokeInsideTLS = false
    /// Something of ours was sent, a ClientHello included.
    public package(set) var hasSpoken = false
    /// What the one more connection met that begins with TLS; nil where none was made.
    public package(set) var tlsTry: TLSTry?
    /// What a smaller ClientHello met, where the usual one was not answered; nil where none was sent.
    public package(set) var smallHello: SmallHello?
    /// On the last connection the server asked to begin TLS anew inside TLS, as IIS does to ask for a certificate.
    public package(set) var renegotiationAsked = false
    /// The one more connection that begins with TLS was made, whatever came of it.
    package internal(set) var hasTriedTLS = false
    /// How far TLS had come on the connection that the call ended with.
    package internal(set) var layer = Layer.clear
    /// What had come of an answer that was never whole, at most 512 bytes of it.
    package internal(set) var unfinished: [UInt8] = []
    /// When each stage was done, since the call began.
    public package(set) var moments: [Stage.Name: Duration] = [:]
    /// How the call ended.
    public package(set) var ending = Ending.interrupted
    /// How long the call took.
    public package(set) var ended = Duration.zero
    /// What the dialogue was waiting for when it ended.
    public package(set) var awaited = "the connection"

    package init(_ plan: Plan) {
        self.plan = plan
    }

    /// How far TLS has come.
    package enum Layer: Sendable {
        case clear
        /// From our ClientHello on.
        case handshake
        case tls
    }

    /// The server was called at an address of the machine that calls.
    var isAtOwnAddress: Bool { address != nil && address == localAddress }

    /// The bytes that came before TLS, or instead of it, as evidence.
    var quotedHead: String { head.quotedLines }
}

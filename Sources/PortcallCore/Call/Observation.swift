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
    /// At least one TLS record came.
    public package(set) var tlsBegan = false
    /// The server said something inside TLS.
    public package(set) var spokeInsideTLS = false
    /// Something of ours was sent, a ClientHello included.
    public package(set) var hasSpoken = false
    /// What the one more connection met that begins with TLS; nil where none was made.
    public package(set) var tlsTry: TLSTry?
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

    /// The server was called at an address of the machine that calls.
    var isAtOwnAddress: Bool { address != nil && address == localAddress }

    /// The bytes that came before TLS, or instead of it, as evidence.
    var quotedHead: String { head.quotedLines }
}

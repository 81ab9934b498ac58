import PortcallCore
import PortcallTLS
import PortcallWorkshop

/// The time of every test here, but where the chains are written down for other clients, whose clock is the machine's.
let now = ChainFolder.path == nil ? Timestamp(seconds: 1_772_445_600) : ChainFolder.now  // 2026-03-02T10:00:00Z

extension Authority {
    /// The one of every test here.
    init() throws { try self.init("Test", at: now) }

    func server(_ change: (inout CertificateOrder) -> Void = { _ in }) throws -> Identity {
        try server(.dns("mx.example.net"), change)
    }

    func judge() throws -> ChainJudge {
        ChainJudge(roots: try TrustRoots(pem: root.pem))
    }
}

/// A client and a server in one process, and what goes between them.
struct Handshake {
    let client: TLSEngine
    let server: TLSEngine
    private(set) var ofClient = TLSEngine.Progress.waiting
    private(set) var ofServer = TLSEngine.Progress.waiting

    init(_ settings: ServerSettings, name: String = "mx.example.net", identity: ClientIdentity? = nil) throws {
        client = TLSEngine(try TLSContext(clientCertificate: identity), name: .dns(name))
        server = TLSEngine(serving: try TLSContext(settings))
    }

    /// Goes on until both are done or one has failed; then the client has read what came after the handshake.
    mutating func run() {
        for _ in 0..<10 where ofClient == .waiting || ofServer == .waiting { step() }
    }

    /// One flight of the client's and one of the server's.
    mutating func step() {
        if ofClient == .waiting { ofClient = client.handshake() }
        deliver(from: client, to: server)
        if ofServer == .waiting { ofServer = server.handshake() }
        deliver(from: server, to: client)
    }

    func deliver(from one: TLSEngine, to other: TLSEngine) {
        let bytes = one.takeCiphertext()
        if !bytes.isEmpty { other.receive(bytes) }
    }

    func facts(_ authority: Authority) throws -> TLSFacts {
        client.facts(judgedBy: try authority.judge(), at: now, for: .dns("mx.example.net"))
    }
}

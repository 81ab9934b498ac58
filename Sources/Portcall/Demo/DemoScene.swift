public import PortcallCore
internal import PortcallTLS

/// A server that does one thing wrong, or nothing: what `portcall demo` shows.
public struct DemoScene: Sendable {
    /// What an administrator did, or left undone.
    public let title: String
    /// What the verdict must come to: the ids of its findings above a note.
    public let expected: [String]
    private let transcript: String
    private let serve: @Sendable (DemoIdentities) throws -> ServerSettings?

    init(
        _ title: String,
        expected: [String] = [],
        serve: @escaping @Sendable (DemoIdentities) throws -> ServerSettings? = { _ in nil },
        transcript: String
    ) {
        self.title = title
        self.expected = expected
        self.transcript = transcript
        self.serve = serve
    }

    /// Starts the server on loopback, checks it as any other, and stops it.
    ///
    /// - Throws: what keeps this machine from serving: no loopback, no OpenSSL.
    public func play() async throws -> Verdict {
        let now = Caller.now
        let identities = try DemoIdentities(at: now)
        let transcript = try Transcript(transcript)
        let server = try await DemoServer(playing: transcript, serve(identities))
        let caller = try Caller(roots: TrustRoots(pem: identities.root.pem))
        var plan = transcript.plan
        let address = "127.0.0.1:\(server.port)"
        plan.target = try Target("\(plan.service.name)://\(address)")
        plan.started = now
        plan.criteria.serverName = .dns(DemoIdentities.name)
        let verdict = await caller.check(plan).verdict
        await server.stop()
        return verdict
    }
}

/// Certificates made on the spot.
struct DemoIdentities: Sendable {
    static let name = "mail.example.com"

    let root: Identity
    private let intermediate: Identity
    private let now: Timestamp

    init(at now: Timestamp) throws(TLSUnavailable) {
        self.now = now
        let (past, future) = (now.adding(days: -30), now.adding(days: 300))
        root = try CertificateWorkshop.make(
            CertificateOrder("Demo Root CA", notBefore: past, notAfter: future).asCA
        )
        intermediate = try CertificateWorkshop.make(
            CertificateOrder("Demo Issuing CA", notBefore: past, notAfter: future).asCA,
            issuer: root
        )
    }

    /// A server's certificate and the intermediate that issued it.
    func server(_ name: String = name, from first: Int = -10, until last: Int = 80) throws(TLSUnavailable) -> Identity {
        try CertificateWorkshop.make(
            CertificateOrder(name, dns: [name], notBefore: now.adding(days: first), notAfter: now.adding(days: last)),
            issuer: intermediate
        )
    }
}

extension Identity {
    /// As a server sends it whose administrator installed the certificate alone.
    var withoutIntermediate: Identity {
        Identity(certificates: Array(certificates.prefix(1)), key: key)
    }
}

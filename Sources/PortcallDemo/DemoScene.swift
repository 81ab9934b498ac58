internal import Portcall
package import PortcallCore
internal import PortcallTLS
internal import PortcallWorkshop

/// A server that does one thing wrong, or nothing: what `portcall demo` shows.
package struct DemoScene: Sendable {
    static let name = ServerName.dns("mail.example.com")

    /// What an administrator did, or left undone.
    package let title: String
    /// What the verdict must come to: the ids of its findings above a note.
    package let expected: [String]
    private let transcript: String
    private let serve: @Sendable (Authority) throws -> ServerSettings?

    init(
        _ title: String,
        expected: [String] = [],
        serve: @escaping @Sendable (Authority) throws -> ServerSettings? = { _ in nil },
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
    package func play() async throws -> Verdict {
        let now = Caller.now
        let authority = try Authority("Demo", at: now)
        let transcript = try Transcript(transcript)
        let server = try await DemoServer(playing: transcript, serve(authority))
        let caller = try Caller(roots: TrustRoots(pem: authority.root.pem))
        var plan = transcript.plan
        let address = "127.0.0.1:\(server.port)"
        plan.target = try Target("\(plan.service.name)://\(address)")
        plan.started = now
        plan.criteria.serverName = Self.name
        let verdict = await caller.check(plan).verdict
        await server.stop()
        return verdict
    }
}

extension Identity {
    /// As a server sends it whose administrator installed the certificate alone.
    var withoutIntermediate: Identity {
        Identity(certificates: Array(certificates.prefix(1)), key: key)
    }
}

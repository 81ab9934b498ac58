import Portcall
import PortcallCore
import PortcallTLS

/// Certificates for servers of the tests, valid around the time that vectors are judged.
struct TestIdentities {
    let root: Identity
    let server: Identity

    init(_ name: String, key: CertificateOrder.Key, at time: Timestamp) throws {
        let (past, future) = (time.adding(days: -10), time.adding(days: 300))
        root = try CertificateWorkshop.make(CertificateOrder("Test Root", notBefore: past, notAfter: future).asCA)
        var order = CertificateOrder(name, notBefore: past, notAfter: future)
        if name.contains(where: { $0 != "." && !$0.isNumber }) { order.dns = [name] } else { order.ip = [name] }
        order.key = key
        server = try CertificateWorkshop.make(order, issuer: root)
    }
}

extension Transcript {
    /// Plays the server's side on loopback, and checks it as any other server.
    ///
    /// The transcript's own time is the time judged, and its host the name looked for.
    func checkLive() async throws -> Caller.Result {
        let name = plan.serverName
        let isRSA = tlsFacts.map { $0.cipher.contains("-") && !$0.cipher.contains("ECDSA") } ?? false
        let identities = try TestIdentities(name.text, key: isRSA ? .rsa(2048) : .ec("P-256"), at: plan.judgedAt)
        var settings = ServerSettings(identities.server)
        try settings.serve(tlsFacts, identities, at: plan.judgedAt)
        let server = try await DemoServer(playing: self, settings)
        let caller = try Caller(roots: TrustRoots(pem: identities.root.pem), keepsTranscript: true)
        var plan = plan
        plan.target = try Target("\(plan.service.name)://127.0.0.1:\(server.port)")
        plan.criteria.serverName = name
        let result = await caller.check(plan)
        await server.stop()
        return result
    }

    private var tlsFacts: TLSFacts? {
        for case .event(.secured(let facts)) in entries { return facts }
        return nil
    }
}

extension ServerSettings {
    /// Serves TLS as the transcript says it was.
    fileprivate mutating func serve(_ facts: TLSFacts?, _ identities: TestIdentities, at time: Timestamp) throws {
        guard let facts else { return }
        let all: [String: Version] = ["TLSv1": .tls10, "TLSv1.1": .tls11, "TLSv1.2": .tls12, "TLSv1.3": .tls13]
        if let version = all[facts.version] { versions = version...version }
        if facts.version != "TLSv1.3", facts.cipher.contains("-") { ciphers = facts.cipher }
        if facts.asksForCertificate { clientCertificate = .requested }
        guard facts.staple == .good else { return }
        staple = try CertificateWorkshop.staple(
            for: identities.server,
            issuer: identities.root,
            .good,
            from: time.adding(days: -1),
            until: time.adding(days: 6)
        )
    }
}

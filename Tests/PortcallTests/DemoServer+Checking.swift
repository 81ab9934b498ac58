import Portcall
import PortcallCore
import PortcallDemo
import PortcallTLS
import PortcallWorkshop

extension Transcript {
    /// Plays the server's side on loopback, and checks it as any other server.
    ///
    /// The transcript's own time is the time judged, and its host the name looked for.
    func checkLive() async throws -> CallResult {
        let name = plan.serverName
        let isRSA = tlsFacts.map { $0.cipher.contains("-") && !$0.cipher.contains("ECDSA") } ?? false
        let authority = try Authority("Test", at: plan.judgedAt)
        var settings = ServerSettings(try authority.server(name) { if isRSA { $0.key = .rsa(2048) } })
        try settings.serve(tlsFacts, authority)
        let server = try await DemoServer(playing: self, settings)
        let caller = try Caller(roots: TrustRoots(pem: authority.root.pem), keepsTranscript: true)
        var plan = plan
        plan.target = try Target("\(plan.service.name)://127.0.0.1:\(server.port)")
        plan.criteria.serverName = name
        // Nothing here is about time: only a machine that is very busy would ever come near it.
        plan.timeout = .seconds(600)
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
    fileprivate mutating func serve(_ facts: TLSFacts?, _ authority: Authority) throws {
        guard let facts else { return }
        let all: [String: Version] = ["TLSv1": .tls10, "TLSv1.1": .tls11, "TLSv1.2": .tls12, "TLSv1.3": .tls13]
        if let version = all[facts.version] { versions = version...version }
        if facts.version != "TLSv1.3", facts.cipher.contains("-") { ciphers = facts.cipher }
        if facts.asksForCertificate { clientCertificate = .requested }
        guard facts.staple == .good else { return }
        staple = try CertificateWorkshop.staple(
            for: identity,
            issuer: authority.intermediate,
            .good,
            from: authority.day(-1),
            until: authority.day(6)
        )
    }
}

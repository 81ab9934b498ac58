import PortcallCore
import PortcallTLS
import PortcallWorkshop
import Testing

@Suite("A stapled OCSP response")
struct StapleTests {
    private let authority: Authority

    init() throws { authority = try Authority() }

    @Test("says what the responder says")
    func status() throws {
        #expect(try facts(.good).staple == .good)
        #expect(try facts(.unknown).staple == .unknown)
        let revoked = try facts(.revoked(now.adding(days: -3))).staple
        #expect(revoked == .revoked("2026-02-27T10:00:00Z, keyCompromise"))
    }

    @Test("is none where none came")
    func none() throws {
        var handshake = try Handshake(ServerSettings(try authority.server()))
        handshake.run()
        #expect(try handshake.facts(authority).staple == .none)
    }

    @Test("may be signed by whom the issuer has certified for it")
    func delegated() throws {
        var order = responder
        order.extendedKeyUsage = "OCSPSigning"
        let signer = try CertificateWorkshop.make(order, issuer: authority.intermediate)
        #expect(try facts(.good, signer: signer, isSignerSent: true).staple == .good)
    }

    @Test("proves nothing when somebody else signed it")
    func foreign() throws {
        let stranger = try CertificateWorkshop.make(responder)
        #expect(
            try facts(.good, signer: stranger).staple
                == .invalid("it is signed neither by the issuer nor by a responder that the issuer has certified")
        )
    }

    @Test("proves nothing when the signer was certified for something else")
    func wrongUsage() throws {
        let signer = try CertificateWorkshop.make(responder, issuer: authority.intermediate)
        let staple = try facts(.good, signer: signer, isSignerSent: true).staple
        #expect(
            staple == .invalid("it is signed neither by the issuer nor by a responder that the issuer has certified")
        )
    }

    @Test("proves nothing when it is too old or too new")
    func dates() throws {
        let old = try facts(.good, from: -20, until: -10).staple
        #expect(old == .invalid("it expired on 2026-02-20T10:00:00Z"))
        let new = try facts(.good, from: 10, until: 20).staple
        #expect(new == .invalid("it is valid from 2026-03-12T10:00:00Z only"))
    }

    @Test("proves nothing about another certificate")
    func other() throws {
        let staple = try response(for: authority.server(), .good)
        let facts = try facts(serving: authority.server(), staple)
        #expect(facts.staple == .invalid("it is about another certificate"))
    }

    @Test(
        "proves nothing when it cannot be read",
        arguments: [[0x30], [0x00, 0x01], Array(repeating: 0xFF, count: 500)]
    )
    func garbage(bytes: [UInt8]) throws {
        #expect(try facts(serving: authority.server(), bytes).staple == .invalid("it cannot be read"))
    }

    private var responder: CertificateOrder {
        CertificateOrder("OCSP responder", notBefore: now.adding(days: -10), notAfter: now.adding(days: 100))
    }

    private func facts(
        _ status: OCSPStatus,
        signer: Identity? = nil,
        isSignerSent: Bool = false,
        from: Int = -1,
        until: Int = 6
    ) throws -> TLSFacts {
        let server = try authority.server()
        let staple = try response(for: server, status, signer, from, until)
        // OpenSSL looks for the signer's certificate in the response, and then in the chain.
        let chain = server.certificates + (isSignerSent ? [signer?.certificate ?? ""] : [])
        return try facts(serving: Identity(certificates: chain, key: server.key), staple)
    }

    private func response(
        for identity: Identity,
        _ status: OCSPStatus,
        _ signer: Identity? = nil,
        _ from: Int = -1,
        _ until: Int = 6
    ) throws -> [UInt8] {
        try CertificateWorkshop.staple(
            for: identity,
            issuer: authority.intermediate,
            signer: signer,
            status,
            from: now.adding(days: from),
            until: now.adding(days: until)
        )
    }

    private func facts(serving identity: Identity, _ staple: [UInt8]) throws -> TLSFacts {
        var settings = ServerSettings(identity)
        settings.staple = staple
        var handshake = try Handshake(settings)
        handshake.run()
        return try handshake.facts(authority)
    }
}

import COpenSSL
import PortcallCore
import PortcallWorkshop
import Testing

@testable import PortcallTLS

@Suite("TLS engine")
struct TLSEngineTests {
    private let authority: Authority

    init() throws { authority = try Authority() }

    @Test(
        "speaks every version that is not broken altogether",
        arguments: zip(
            [ServerSettings.Version.tls10, .tls11, .tls12, .tls13],
            ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"]
        )
    )
    func version(version: ServerSettings.Version, name: String) throws {
        var settings = ServerSettings(try authority.server())
        settings.versions = version...version
        var handshake = try Handshake(settings)
        handshake.run()
        #expect(handshake.ofClient == .secured)
        #expect(try handshake.facts(authority).version == name)
    }

    struct Suite: Sendable {
        var cipher: String
        var key: CertificateOrder.Key
        var group: String?
        var signature: String?
        var hasForwardSecrecy: Bool
    }

    @Test(
        "names cipher, group and signature as IANA does",
        arguments: [
            Suite(
                cipher: "ECDHE-ECDSA-AES128-GCM-SHA256",
                key: .ec("P-256"),
                group: "x25519",
                signature: "ecdsa_secp256r1_sha256",
                hasForwardSecrecy: true
            ),
            Suite(
                cipher: "ECDHE-ECDSA-CHACHA20-POLY1305",
                key: .ed25519,
                group: "x25519",
                signature: "ed25519",
                hasForwardSecrecy: true
            ),
            Suite(
                cipher: "ECDHE-RSA-AES256-GCM-SHA384",
                key: .rsa(2048),
                group: "x25519",
                signature: "rsa_pss_rsae_sha256",
                hasForwardSecrecy: true
            ),
            Suite(
                cipher: "DHE-RSA-AES256-GCM-SHA384",
                key: .rsa(2048),
                group: "dh-2048",
                signature: "rsa_pss_rsae_sha256",
                hasForwardSecrecy: true
            ),
            Suite(cipher: "AES128-SHA", key: .rsa(2048), group: nil, signature: nil, hasForwardSecrecy: false),
        ]
    )
    func cipher(suite: Suite) throws {
        var settings = ServerSettings(try authority.server { $0.key = suite.key })
        settings.versions = .tls12 ... .tls12
        settings.ciphers = suite.cipher
        var handshake = try Handshake(settings)
        handshake.run()
        let facts = try handshake.facts(authority)
        #expect(facts.cipher == suite.cipher)
        #expect(facts.group == suite.group)
        #expect(facts.signature == suite.signature)
        #expect(facts.hasForwardSecrecy == suite.hasForwardSecrecy)
    }

    @Test("tells the size of a Diffie-Hellman group", arguments: [(1024, "dh-1024"), (2048, "dh-2048")])
    func diffieHellman(bits: Int, group: String) throws {
        // OpenSSL's server takes a group as strong as its key.
        var settings = ServerSettings(try authority.server { $0.key = .rsa(bits) })
        settings.versions = .tls12 ... .tls12
        settings.ciphers = "DHE-RSA-AES256-GCM-SHA384:@SECLEVEL=0"
        var handshake = try Handshake(settings)
        handshake.run()
        let facts = try handshake.facts(authority)
        #expect(facts.group == group && facts.diffieHellmanBits == bits)
    }

    @Test(
        "tells secure renegotiation where there is any",
        arguments: zip([ServerSettings.Version.tls10, .tls12, .tls13], [true, true, nil])
    )
    func renegotiation(version: ServerSettings.Version, isSecure: Bool?) throws {
        var settings = ServerSettings(try authority.server())
        settings.versions = version...version
        var handshake = try Handshake(settings)
        handshake.run()
        #expect(try handshake.facts(authority).secureRenegotiation == isSecure)
    }

    @Test("sends a name and never an address")
    func serverName() throws {
        let named = TLSEngine(try TLSContext(), name: .dns("mx.example.net"))
        let addressed = TLSEngine(try TLSContext(), name: .ip("192.0.2.25"))
        #expect(named.handshake() == .waiting)
        #expect(addressed.handshake() == .waiting)
        #expect(named.takeCiphertext().contains(Array("mx.example.net".utf8)))
        #expect(!addressed.takeCiphertext().contains(Array("192.0.2.25".utf8)))
    }

    @Test("offers the protocols it is told to")
    func alpn() throws {
        let engine = TLSEngine(try TLSContext(), name: nil, alpn: ["h2", "http/1.1"])
        #expect(engine.handshake() == .waiting)
        #expect(engine.takeCiphertext().contains([2] + Array("h2".utf8) + [8] + Array("http/1.1".utf8)))
    }

    @Test("carries text both ways, and tells the end from a cut", arguments: [ServerSettings.Version.tls12, .tls13])
    func text(version: ServerSettings.Version) throws {
        var settings = ServerSettings(try authority.server())
        settings.versions = version...version
        var handshake = try Handshake(settings)
        handshake.run()
        let (client, server) = (handshake.client, handshake.server)
        client.write(Array("EHLO".utf8))
        handshake.deliver(from: client, to: server)
        #expect(server.read() == .plaintext(Array("EHLO".utf8)))
        server.write(Array("250 mx".utf8))
        server.sendClose()
        handshake.deliver(from: server, to: client)
        #expect(client.read() == .plaintext(Array("250 mx".utf8)))
        #expect(client.read() == .closed)
        #expect(client.isResumable)
    }

    @Test("does not renegotiate, and goes on")
    func renegotiation() throws {
        var settings = ServerSettings(try authority.server())
        settings.versions = .tls12 ... .tls12
        var handshake = try Handshake(settings)
        handshake.run()
        let (client, server) = (handshake.client, handshake.server)
        SSL_clear_options(server.ssl, portcall_SSL_OP_NO_RENEGOTIATION())
        #expect(SSL_renegotiate(server.ssl) == 1)
        SSL_do_handshake(server.ssl)
        handshake.deliver(from: server, to: client)
        #expect(client.read() == .nothing)
        client.write(Array("QUIT".utf8))
        handshake.deliver(from: client, to: server)
        // The alert no_renegotiation is the client's whole answer to that.
        guard case .failed = server.read() else {
            Issue.record("the server did not hear of it")
            return
        }
        #expect(client.isUp)
    }

    @Test("names a certificate that cannot be decoded", arguments: [ServerSettings.Version.tls12])
    func undecodable(version: ServerSettings.Version) throws {
        var settings = ServerSettings(try authority.server())
        settings.versions = version...version
        let handshake = try Handshake(settings)
        _ = handshake.client.handshake()
        handshake.deliver(from: handshake.client, to: handshake.server)
        _ = handshake.server.handshake()
        var flight = handshake.server.takeCiphertext()
        // The first certificate of the Certificate message is a SEQUENCE of a SEQUENCE: spoil the inner tag.
        let start = try #require(flight.firstIndex(of: [0x30, 0x82]))
        flight[start + 4] = 0x31
        handshake.client.receive(flight)
        guard case .failed(let failure) = handshake.client.handshake() else {
            Issue.record("a spoiled certificate was accepted")
            return
        }
        guard case .unreadableCertificate = failure.cause else {
            Issue.record("\(failure.cause)")
            return
        }
    }
}

extension TLSEngine {
    fileprivate var isUp: Bool { SSL_is_init_finished(ssl) == 1 && SSL_in_init(ssl) == 0 }
}

extension [UInt8] {
    fileprivate func contains(_ other: [UInt8]) -> Bool { firstIndex(of: other) != nil }

    fileprivate func firstIndex(of other: [UInt8]) -> Int? {
        indices.first { self[$0...].starts(with: other) }
    }
}

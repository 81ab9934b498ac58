import PortcallCore
import PortcallTLS
import Testing

@Suite("A server that asks for a client certificate")
struct ClientCertificateTests {
    private let authority: Authority

    init() throws { authority = try Authority() }

    @Test("is content without one where it only asks", arguments: [ServerSettings.Version.tls12, .tls13])
    func requested(version: ServerSettings.Version) throws {
        var handshake = try Handshake(settings(.requested, version))
        handshake.run()
        #expect(handshake.ofClient == .secured)
        #expect(handshake.ofServer == .secured)
        #expect(try handshake.facts(authority).asksForCertificate)
    }

    @Test("is not said to ask when it does not", arguments: [ServerSettings.Version.tls12, .tls13])
    func none(version: ServerSettings.Version) throws {
        var handshake = try Handshake(settings(.none, version))
        handshake.run()
        #expect(try !handshake.facts(authority).asksForCertificate)
    }

    @Test("breaks the handshake without one where it demands it, in TLS 1.2")
    func required() throws {
        var handshake = try Handshake(settings(.required, .tls12))
        handshake.run()
        let alert = HandshakeFailure(.alertReceived(TLSAlert(code: 40)), asksForCertificate: true)
        #expect(handshake.ofClient == .failed(alert))
    }

    @Test("breaks the connection after the handshake, in TLS 1.3")
    func requiredLater() throws {
        var handshake = try Handshake(settings(.required, .tls13))
        handshake.run()
        #expect(handshake.ofClient == .secured)
        let alert = HandshakeFailure(.alertReceived(TLSAlert(code: 116)), asksForCertificate: true)
        #expect(handshake.client.read() == .failed(alert))
    }

    private func settings(
        _ wish: ServerSettings.ClientCertificate,
        _ version: ServerSettings.Version
    ) throws -> ServerSettings {
        var settings = ServerSettings(try authority.server())
        settings.versions = version...version
        settings.clientCertificate = wish
        return settings
    }
}

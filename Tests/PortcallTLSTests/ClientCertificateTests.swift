import Foundation
import PortcallCore
import PortcallTLS
import PortcallWorkshop
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

    @Test("is content with the one it is shown", arguments: [ServerSettings.Version.tls12, .tls13])
    func shown(version: ServerSettings.Version) throws {
        let identity = try authority.server()
        let folder = FileManager.default.temporaryDirectory.appending(path: "portcall-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (certificate, key) = (folder.appending(path: "client.pem"), folder.appending(path: "client.key"))
        try identity.pem.write(to: certificate, atomically: true, encoding: .utf8)
        try identity.key.write(to: key, atomically: true, encoding: .utf8)
        let shown = ClientIdentity(certificate: .file(certificate.path()), key: .file(key.path()))
        var handshake = try Handshake(settings(.required, version), identity: shown)
        handshake.run()
        #expect(handshake.ofServer == .secured)
        handshake.server.write(Array("220 mx".utf8))
        handshake.deliver(from: handshake.server, to: handshake.client)
        #expect(handshake.client.read() == .plaintext(Array("220 mx".utf8)))
    }

    @Test("is given as text as well as in files")
    func text() throws {
        let identity = try authority.server()
        let shown = ClientIdentity(certificate: .text(identity.pem), key: .text(identity.key))
        var handshake = try Handshake(settings(.required, .tls13), identity: shown)
        handshake.run()
        #expect(handshake.ofServer == .secured)
    }

    @Test("that cannot be used is told by its name and its reason")
    func unusable() throws {
        let (identity, other) = (try authority.server(), try authority.server())
        let text = PEMSource.text(identity.pem)
        #expect(
            reason(ClientIdentity(certificate: .file("/no/such/file.pem"), key: .text(identity.key)))
                == "client certificate /no/such/file.pem: No such file or directory"
        )
        #expect(
            reason(ClientIdentity(certificate: .text("none"), key: .text(identity.key)))?
                .hasSuffix("there is no PEM certificate in it") == true
        )
        #expect(
            reason(ClientIdentity(certificate: text, key: text))?.hasSuffix("there is no PEM private key in it") == true
        )
        #expect(
            reason(ClientIdentity(certificate: text, key: .text(other.key)))?
                .contains("it is not the key of the certificate") == true
        )
        let encrypted = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIGjMF8GCSqGSIb3DQEFDTBSMDEGCSqGSIb3DQEFDDAkBBBxyDw1qkGgjTvKVOSA
            -----END ENCRYPTED PRIVATE KEY-----
            """
        #expect(reason(ClientIdentity(certificate: text, key: .text(encrypted))) != nil)
    }

    private func reason(_ identity: ClientIdentity) -> String? {
        do {
            _ = try TLSContext(clientCertificate: identity)
            return nil
        } catch {
            return error.description
        }
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

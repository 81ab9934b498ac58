import PortcallCore
import PortcallWorkshop
import Testing

@testable import PortcallTLS

@Suite("TLS engine, given what is no answer")
struct TLSEngineFailureTests {
    private let authority: Authority

    init() throws { authority = try Authority() }

    @Test("takes garbage after the handshake for what it is", arguments: [ServerSettings.Version.tls12, .tls13])
    func garbageAfterwards(version: ServerSettings.Version) throws {
        var settings = ServerSettings(try authority.server())
        settings.versions = version...version
        var handshake = try Handshake(settings)
        handshake.run()
        handshake.client.receive(Array("250 in clear\r\n".utf8))
        guard case .failed = handshake.client.read() else {
            Issue.record("text in clear was taken for a record")
            return
        }
    }

    @Test("fails, and does not trap, on garbage in place of any flight", arguments: 0..<3)
    func garbage(step: Int) throws {
        var settings = ServerSettings(try authority.server())
        settings.versions = .tls12 ... .tls12
        var handshake = try Handshake(settings)
        for _ in 0..<step { handshake.step() }
        _ = handshake.client.takeCiphertext()
        handshake.client.receive([0x16, 0x03, 0x03, 0x00, 0x04, 0x63, 0x00, 0x00, 0x00])
        guard step < 2 else {
            guard case .failed = handshake.client.read() else {
                Issue.record("a handshake record without encryption was taken in")
                return
            }
            return
        }
        guard case .failed = handshake.client.handshake() else {
            Issue.record("an unknown handshake message was taken in")
            return
        }
    }

    @Test("names an alert and who sent it")
    func alert() throws {
        let client = TLSEngine(try TLSContext(), name: nil)
        #expect(client.handshake() == .waiting)
        client.receive([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 40])
        #expect(client.handshake() == .failed(HandshakeFailure(.alertReceived(TLSAlert(code: 40)))))
    }

    @Test("says that a version is too old to speak")
    func tooOld() throws {
        let client = TLSEngine(try TLSContext(), name: nil)
        #expect(client.handshake() == .waiting)
        let random = [UInt8](repeating: 7, count: 32)
        let hello: [UInt8] = [0x02, 0x00, 0x00, 0x26, 0x03, 0x00] + random + [0x00, 0x00, 0x05, 0x00]
        client.receive([0x16, 0x03, 0x00, 0x00, UInt8(hello.count)] + hello)
        guard case .failed(let failure) = client.handshake(), case .rejected(let reason, _) = failure.cause else {
            Issue.record("SSL 3.0 was accepted")
            return
        }
        #expect(reason.contains("unsupported protocol"))
    }
}

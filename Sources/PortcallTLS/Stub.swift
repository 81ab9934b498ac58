package import PortcallCore
package struct ClientIdentity: Sendable { package init(certificateFile: String, keyFile: String) {} }
package final class TrustRoots: Sendable {
    package init(file: String?) throws(TLSUnavailable) {}
    package init(pem: String) throws(TLSUnavailable) {}
}
package final class ChainJudge: Sendable {
    package init(roots: TrustRoots) {}
    package func judge(pem: String, name: ServerName?, at: Timestamp) -> (certificates: [Certificate], judgement: ChainJudgement) { ([], ChainJudgement()) }
}
package final class TLSContext: Sendable {
    package init(clientCertificate: ClientIdentity? = nil) throws(TLSUnavailable) {}
}
package final class TLSEngine {
    package enum Progress { case waiting, secured, failed(HandshakeFailure) }
    package enum Reading { case plaintext([UInt8]), nothing, closed, failed(HandshakeFailure) }
    package init(_ context: TLSContext, name: ServerName?, alpn: [String] = []) {}
    package func receive(_ bytes: [UInt8]) {}
    package func handshake() -> Progress { .waiting }
    package func facts(judgedBy: ChainJudge, at: Timestamp) -> TLSFacts { TLSFacts(version: "", cipher: "") }
    package func write(_ bytes: [UInt8]) {}
    package func read() -> Reading { .nothing }
    package func takeCiphertext() -> [UInt8] { [] }
    package var isResumable: Bool { false }
    package func sendClose() {}
}

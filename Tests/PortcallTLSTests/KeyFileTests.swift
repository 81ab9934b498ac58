import PortcallCore
import PortcallWorkshop
import Testing

@testable import PortcallTLS

@Suite("A key file")
struct KeyFileTests {
    private let authority: Authority

    init() throws { authority = try Authority() }

    @Test(
        "belongs to the certificate made with it, and to no other",
        arguments: [CertificateOrder.Key.ec("P-256"), .rsa(2048), .ed25519]
    )
    func owner(kind: CertificateOrder.Key) throws {
        let server = try authority.server { $0.key = kind }
        let key = try KeyFile(Array(server.key.utf8), named: "key.pem")
        let other = try KeyFile(Array(try authority.server().key.utf8), named: "other.pem")
        let leaf = try #require(try judged(server.pem).leaf)
        #expect(key.belongs(to: leaf) && key.key == leaf.key)
        #expect(!other.belongs(to: leaf))
    }

    @Test("that is another's is a finding, which says whose it is where that is in the file too")
    func foreign() throws {
        let (server, other) = (try authority.server(), try authority.server())
        let key = try KeyFile(Array(other.key.utf8), named: "key.pem")
        let alone = verdict(try judged(server.pem), key)
        #expect(alone.findings.map(\.id) == ["certificate-key-mismatch"] && alone.severity == .critical)
        #expect(alone.file.keyMatches == false)
        let both = verdict(try judged(server.pem + other.certificate), key)
        #expect(both.findings.first?.message.contains("number 3 of the file") == true)
        let own = verdict(try judged(other.pem), key)
        #expect(own.findings.isEmpty && own.file.keyMatches == true)
    }

    @Test(
        "in which no key can be read says why",
        arguments: [
            ("", "empty"),
            ("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n", "encrypted"),
            (
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----\n",
                "encrypted"
            ),
            ("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n", "OpenSSH"),
            ("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "a certificate in it"),
            ("-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n", "a request"),
            ("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "a public key"),
            ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "cannot be read"),
            ("hello", "no private key"),
        ]
    )
    func unreadable(text: String, words: String) throws {
        let error = #expect(throws: UnreadableKey.self) { try KeyFile(Array(text.utf8), named: "key.pem") }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    private func judged(_ pem: String) throws -> ChainFacts {
        try authority.judge().judge(file: Array(pem.utf8), name: .dns("mx.example.net"), at: now).chain
    }

    private func verdict(_ chain: ChainFacts, _ key: KeyFile) -> ChainVerdict {
        var criteria = Criteria()
        criteria.serverName = .dns("mx.example.net")
        return ChainVerdict(
            ChainFile(name: "chain.pem", started: now, criteria: criteria, chain: chain, key: key)
        )
    }
}

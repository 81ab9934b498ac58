import PortcallCore
import PortcallTLS
import PortcallWorkshop
import Testing

@Suite("Judge of chains")
struct ChainJudgeTests {
    private let authority: Authority

    init() throws { authority = try Authority() }

    /// One change to a good certificate, and what it must lead to; nil is a near miss.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let problem: ChainProblem.Kind?
        let change: @Sendable (inout CertificateOrder) -> Void

        init(
            _ name: String,
            _ problem: ChainProblem.Kind?,
            _ change: @escaping @Sendable (inout CertificateOrder) -> Void
        ) {
            testDescription = name
            self.problem = problem
            self.change = change
        }
    }

    static let cases = [
        Case("good", nil) { _ in },
        Case("expired a second ago", .expired) { $0.notAfter = Timestamp(seconds: now.seconds - 1) },
        Case("in its last second", nil) { $0.notAfter = Timestamp(seconds: now.seconds + 1) },
        Case("valid in a second", .notYetValid) { $0.notBefore = Timestamp(seconds: now.seconds + 1) },
        Case("valid from now", nil) { $0.notBefore = now },
        Case("for clients only", .noServerAuthentication) { $0.extendedKeyUsage = "clientAuth" },
        Case("for servers and clients", nil) { $0.extendedKeyUsage = "clientAuth,serverAuth" },
        Case("for anything", nil) { $0.extendedKeyUsage = nil },
        Case("RSA 1024", .weakKey) { $0.key = .rsa(1024) },
        Case("RSA 2048", nil) { $0.key = .rsa(2048) },
        Case("P-192", .weakKey) { $0.key = .ec("P-192") },
        Case("P-224", nil) { $0.key = .ec("P-224") },
        Case("Ed25519", nil) { $0.key = .ed25519 },
        Case("SHA-1", .weakSignature) { $0.digest = "SHA1" },
        Case("SHA-512", nil) { $0.digest = "SHA512" },
        Case("unknown critical extension", .constraintViolated) {
            $0.extensions = [("1.2.3.4.5", "critical,DER:0500")]
        },
        Case("unknown extension", nil) { $0.extensions = [("1.2.3.4.5", "DER:0500")] },
        Case("keyCertSign in a leaf", .profile) { $0.keyUsage = "critical,digitalSignature,keyCertSign" },
        Case("no authority key identifier", .profile) { $0.without = ["authorityKeyIdentifier"] },
    ]

    @Test("sees each problem in a handshake, and none in a near miss", arguments: cases)
    func judge(one: Case) throws {
        var handshake = try Handshake(ServerSettings(try authority.server(one.change)))
        handshake.run()
        let judgement = try handshake.facts(authority).chain.judgement
        #expect(judgement.problems.map(\.kind) == [one.problem].compactMap(\.self))
        #expect(judgement.problems.allSatisfy { $0.depth == 0 && $0.certificate == "mx.example.net" })
        #expect(judgement.nameMatches == true)
    }

    @Test("comes to the same from a handshake and from a file", arguments: cases)
    func sameFromFile(one: Case) throws {
        let identity = try authority.server(one.change)
        var handshake = try Handshake(ServerSettings(identity))
        handshake.run()
        let facts = try handshake.facts(authority)
        let chain = try authority.judge().judge(pem: identity.pem, name: .dns("mx.example.net"), at: now)
        #expect(chain == facts.chain)
    }

    @Test("finds every problem of a chain at once, each at its depth")
    func every() throws {
        var order = CertificateOrder("Old CA", notBefore: now.adding(days: -100), notAfter: now.adding(days: -1)).asCA
        order.key = .rsa(1024)
        let old = try CertificateWorkshop.make(order, issuer: authority.root)
        var leaf = CertificateOrder(
            "mx.example.net",
            dns: ["mx.example.net"],
            notBefore: now.adding(days: -9),
            notAfter: now.adding(days: -2)
        )
        leaf.extendedKeyUsage = "clientAuth"
        let identity = try CertificateWorkshop.make(leaf, issuer: old)
        let judgement = try authority.judge().judge(pem: identity.pem, name: nil, at: now).judgement
        let found = Set(judgement.problems.map { "\($0.depth) \($0.kind.rawValue)" })
        #expect(found == ["0 expired", "0 not for servers", "1 expired", "1 weak key"])
        #expect(!judgement.isVerified)
        #expect(judgement.nameMatches == nil)
    }

    @Test("ends a chain at an intermediate that is trusted by itself, where it was sent")
    func anchor() throws {
        let server = try authority.server()
        let judge = ChainJudge(roots: try TrustRoots(pem: authority.intermediate.certificate))
        let problems = { (pem: String) in
            judge.judge(pem: pem, name: .dns("mx.example.net"), at: now).judgement.problems.map(\.kind)
        }
        #expect(problems(server.pem) == [])
        #expect(problems(server.pem + authority.root.certificate) == [])
        #expect(problems(server.certificate) == [.incomplete])
        let stranger = try authority.leaf(below: authority.below(authority.root, "Other CA"))
        #expect(problems(stranger.pem) == [.untrustedRoot])
        #expect(problems(try authority.server { $0.notAfter = authority.day(-1) }.pem) == [.expired])
    }

    @Test("reads no more than twenty certificates", arguments: [(20, true), (21, false)])
    func length(count: Int, isFine: Bool) throws {
        let server = try authority.server()
        let extra = Array(repeating: authority.root.certificate, count: count - server.certificates.count)
        let pem = (server.certificates + extra).joined()
        let judgement = try authority.judge().judge(pem: pem, name: nil, at: now).judgement
        #expect(judgement.problems.contains { $0.kind == .malformed } == !isFine)
    }

    @Test("hangs up on a chain that no honest server sends")
    func tooLong() throws {
        let server = try authority.server()
        let chain = server.certificates + Array(repeating: authority.root.certificate, count: 25)
        var handshake = try Handshake(ServerSettings(Identity(certificates: chain, key: server.key)))
        handshake.run()
        guard case .failed(let failure) = handshake.ofClient, case .tooLong = failure.cause else {
            Issue.record("\(handshake.ofClient)")
            return
        }
    }

    @Test(
        "does not trap on a file that is no chain",
        arguments: [
            "", "text", "-----BEGIN CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        ]
    )
    func notAChain(text: String) throws {
        let chain = try authority.judge().judge(pem: text, name: .dns("mx.example.net"), at: now)
        #expect(chain.certificates.isEmpty)
    }
}

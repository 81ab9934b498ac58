import PortcallCore
import PortcallWorkshop
import Testing

@testable import PortcallTLS

@Suite("What is remembered of chains")
struct ChainMemoryTests {
    private let authority: Authority
    private let memory: ChainMemory

    init() throws {
        authority = try Authority()
        memory = ChainMemory(try authority.judge())
    }

    /// What is remembered, which must be what is judged anew.
    private func judge(_ identity: Identity, _ name: String, at time: Timestamp = now) throws -> ChainFacts {
        let sent = X509Certificate.all(pem: identity.pem)
        let facts = memory.judge(sent, name: .dns(name), at: time).facts
        #expect(facts == (try authority.judge()).judge(sent, name: .dns(name), at: time).facts, "\(name) \(time)")
        return facts
    }

    @Test("is each chain, judged once whatever the names that match")
    func once() throws {
        let server = try authority.server { $0.dns = ["a.example.net", "b.example.net", "*.example.org"] }
        for name in ["a.example.net", "b.example.net", "mx.example.org", "a.example.net"] {
            #expect(try judge(server, name).judgement.nameMatches == true)
        }
        #expect(memory.judgements == 1)
    }

    @Test("is no other name's: one that does not match is told with all that follows from it")
    func names() throws {
        let server = try authority.server { $0.dns = ["a.example.net"] }
        #expect(try judge(server, "a.example.net").judgement.nameMatches == true)
        #expect(try judge(server, "b.example.net").judgement.nameMatches == false)
        #expect(try judge(server, "mx.example.net").judgement.commonNameMatches)
        #expect(try !judge(server, "c.example.net").judgement.commonNameMatches)
        #expect(memory.judgements == 2)
    }

    @Test("is no other chain's, however alike")
    func chains() throws {
        let server = try authority.server()
        let alone = Identity(certificates: Array(server.certificates.prefix(1)), key: server.key)
        let renewed = try authority.server { $0.notAfter = authority.day(400) }
        for identity in [server, alone, renewed, server] { _ = try judge(identity, "mx.example.net") }
        #expect(try judge(alone, "mx.example.net").judgement.problems.map(\.kind) == [.incomplete])
        #expect(memory.judgements == 3)
    }

    @Test("is true at every time: before, in and after the life of every certificate, and to and fro")
    func dates() throws {
        let server = try authority.server {
            $0.notBefore = Timestamp(seconds: now.seconds - 100)
            $0.notAfter = Timestamp(seconds: now.seconds + 100)
        }
        let offsets: [Int64] = [0, 50, 98, 99, 100, 101, 102, 150, -98, -99, -100, -101, -102, -150, 0, 200, -200, 60]
        for offset in offsets + offsets.reversed() {
            _ = try judge(server, "mx.example.net", at: Timestamp(seconds: now.seconds + offset))
        }
        let decade = Int64(3650) * 86_400
        for time in [-decade, 0, decade, 0] {
            _ = try judge(server, "mx.example.net", at: Timestamp(seconds: now.seconds + time))
        }
    }

    @Test("ends where one on this machine begins that could be tried instead of one that was sent")
    func otherIssuer() throws {
        let server = try authority.server()
        let sent = X509Certificate.all(pem: server.pem)
        let judge = try authority.judge()
        let built = judge.judge(sent, name: nil, at: now).built
        let ends = X509Certificate.all(pem: authority.root.pem).map { Certificate($0).notAfter.seconds }.max() ?? 0
        let span = try #require(judge.validity(of: sent, built, around: now))
        #expect(span.contains(now))
        #expect(!span.contains(Timestamp(seconds: ends)))
        #expect(!span.contains(Timestamp(seconds: ends + 10)))
    }

    @Test("is no more than so many chains")
    func bounded() throws {
        let server = try authority.server()
        _ = try judge(server, "mx.example.net")
        for number in 0..<200 {
            let other = try authority.server { $0.dns = ["mx\(number).example.net"] }
            _ = memory.judge(X509Certificate.all(pem: other.pem), name: nil, at: now)
        }
        #expect(memory.judgements == 201)
        _ = try judge(server, "mx.example.net")
        #expect(memory.judgements == 202)
    }
}

@Suite("The validity of a judgement")
struct ValidityTests {
    private func validity(_ time: Int64, _ moments: Int64...) -> Validity? {
        Validity(around: Timestamp(seconds: time), between: moments.map { Timestamp(seconds: $0) })
    }

    @Test("lies between the moments around it, a second away from each")
    func between() throws {
        let span = try #require(validity(50, 0, 100, 200))
        let inside = (-10...210).filter { span.contains(Timestamp(seconds: $0)) }
        #expect(inside == Array(2...98))
    }

    @Test("is none where a second counts", arguments: [-1, 0, 1] as [Int64])
    func near(offset: Int64) { #expect(validity(50, 50 + offset, 100) == nil) }

    @Test("has no end where there is no moment")
    func open() throws {
        let span = try #require(validity(50))
        #expect(span.contains(Timestamp(seconds: -1_000_000)) && span.contains(Timestamp(seconds: 9_000_000_000)))
    }
}

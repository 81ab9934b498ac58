import Portcall
import PortcallCore
import PortcallDemo
import PortcallTLS
import TestVectors
import Testing

@Suite("Caller")
struct CallerTests {
    @Test("comes to the same findings on a socket as on paper, and writes a transcript that is judged the same again")
    func play() async throws {
        try await Vector.playable.forEachAtOnce(32) { vector in
            let result = try await vector.transcript.checkLive()
            #expect(result.verdict.conclusion == vector.transcript.expected, "\(vector)")
            let transcript = try Transcript(#require(result.transcript).description)
            let again = try transcript.judged { _ in "" }
            #expect(again.json == result.verdict.json, "\(vector)")
        }
    }

    /// Without this, nothing would be played if nothing could be.
    @Test("is played hundreds of vectors")
    func exist() { #expect(Vector.playable.count >= 300) }

    @Test("tells a closed port from everything else")
    func refused() async throws {
        let server = try await DemoServer(playing: .healthy, nil)
        await server.stop()
        let verdict = try await check("submission://127.0.0.1:\(server.port)")
        #expect(verdict.conclusion == ["critical connect-refused"])
    }

    @Test("says that a name has no address")
    func unresolved() async throws {
        let verdict = try await check("submission://name.invalid")
        #expect(verdict.conclusion == ["critical resolve-failed"])
    }

    @Test("leaves what it knows when it is interrupted")
    func interrupted() async throws {
        let server = try await DemoServer(playing: Transcript("-- submission mx.example.net:587\n-- timeout"), nil)
        let call = Task { try await check("submission://127.0.0.1:\(server.port)") }
        call.cancel()
        #expect(try await call.value.conclusion == ["warning interrupted"])
        await server.stop()
    }

    @Test("judges each address alone")
    func eachAddress() async throws {
        let caller = try Caller(roots: TrustRoots(pem: ""))
        let server = try await DemoServer(playing: .healthy, nil)
        await server.stop()
        let plan = Plan(try Target("submission://localhost:\(server.port)"), started: Caller.now)
        let (reports, report) = AsyncStream.makeStream(of: CallResult.self)
        let summary = await caller.run(EveryAddress(plan)) { report.yield($0) }
        report.finish()
        let results = await reports.reduce(into: []) { $0.append($1) }
        #expect(summary == nil)
        #expect(!results.isEmpty)
        #expect(Set(results.map(\.verdict.observation.addresses)).count == results.count)
        #expect(!results.flatMap(\.verdict.findings).contains { $0.id == "address-failed" })
    }

    private func check(_ target: String) async throws -> Verdict {
        let caller = try Caller(roots: TrustRoots(pem: ""))
        return await caller.check(Plan(try Target(target), started: Caller.now)).verdict
    }
}

@Suite("A server that breaks off")
struct BreakingOffTests {
    /// Up to our goodbye: what comes after that does not matter.
    static let steps = Array(Transcript.healthy.entries.indices.dropLast(2))

    @Test("at any step, leaves one critical finding and what was learned before", arguments: steps)
    func close(step: Int) async throws {
        let breakingOff = Transcript.healthy.cut(at: step, then: [.event(.closed(isReset: false))])
        let verdict = try await breakingOff.checkLive().verdict
        #expect(verdict.findings.filter { $0.severity == .critical }.count == 1, "\(verdict.conclusion)")
        #expect(step == 0 || verdict.observation.facts.greeting == "220 mx.example.net ESMTP")
    }

    @Test("with garbage at any step, leaves one critical finding", arguments: steps)
    func garbage(step: Int) async throws {
        let garbage: [Transcript.Entry] = [
            .server([0x00, 0xFF, 0x1B, 0x5B, 0x0A, 0x0A]), .event(.closed(isReset: false)),
        ]
        let verdict = try await Transcript.healthy.cut(at: step, then: garbage).checkLive().verdict
        #expect(verdict.findings.filter { $0.severity == .critical }.count == 1, "\(verdict.conclusion)")
        let text = TextPrinter().print(verdict) + JSONPrinter().print(verdict.record)
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
}

extension Verdict {
    /// Milliseconds aside, which are rounded once more when a transcript is written.
    fileprivate var json: String { JSONPrinter().print(record).replacing(/ms":\d+/, with: "ms\":0") }
}

extension Vector {
    /// Those whose server can be had on loopback at once: no pauses, no failure that only the network makes.
    static let playable = withoutChains.filter { vector in
        // What it is asked depends on the port, which is another on loopback.
        let plan = vector.transcript.plan
        guard plan.service.name != "rpchttp" || plan.target.port == plan.service.port else { return false }
        var isSecured = false
        return vector.transcript.entries.allSatisfy { entry in
            switch entry {
            // On loopback the port is another than that of the redirect.
            case .server(let bytes): return !String(decoding: bytes, as: UTF8.self).contains("\r\nLocation: http")
            case .client, .event(.resumable), .event(.closed), .event(.tlsTried): return true
            case .event(.secured(let facts)):
                isSecured = true
                return (facts.staple == .none || facts.staple == .good) && !facts.isWeakHandshake
            case .event(.handshakeFailed(let failure)):
                guard !isSecured, !failure.asksForCertificate else { return false }
                if case .rejected = failure.cause { return false }
                if case .unreadableCertificate = failure.cause { return false }
                return true
            case .wait, .event: return false
            }
        }
    }
}

extension Array where Element: Sendable {
    /// So many at a time: hundreds of servers and clients at once would wait for each other longer than calls wait.
    fileprivate func forEachAtOnce(_ most: Int, _ body: @escaping @Sendable (Element) async throws -> Void) async throws
    {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, element) in enumerated() {
                if index >= most { try await group.next() }
                group.addTask { try await body(element) }
            }
            try await group.waitForAll()
        }
    }
}

extension Transcript {
    static let healthy: Transcript = {
        guard let vector = Vector.all.first(where: { $0.description == "smtp/healthy.call" }) else {
            fatalError("Vectors/smtp/healthy.call is gone")
        }
        return vector.transcript
    }()

    /// As long as the step, and then something else.
    func cut(at step: Int, then rest: [Entry]) -> Transcript {
        var transcript = self
        transcript.entries = Array(entries.prefix(step)) + rest
        return transcript
    }
}

extension TLSFacts {
    /// A handshake that the server of the demo does not do; the table of clients is measured with servers that do.
    fileprivate var isWeakHandshake: Bool {
        (diffieHellmanBits ?? 4096) < 2048 || secureRenegotiation == false
            || ["_sha1", "_md5"].contains { signature?.hasSuffix($0) == true }
    }
}

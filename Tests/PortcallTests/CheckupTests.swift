import Portcall
import PortcallCore
import PortcallTLS
import TestVectors
import Testing

@Suite("A checkup")
struct CheckupTests {
    @Test("reports its calls in their order, however long each takes")
    func order() async throws {
        let caller = try Caller(roots: TrustRoots(pem: ""))
        let (names, report) = AsyncStream.makeStream(of: String.self)
        let plan = Plan(try Target(hostAlone: "127.0.0.1"), started: Caller.now, timeout: .seconds(5))
        let summary = await caller.run(EveryPort(plan)) { report.yield($0.verdict.observation.plan.service.name) }
        report.finish()
        let targets = await names.reduce(into: []) { $0.append($1) }
        #expect(targets == summary?.verdicts.map(\.observation.plan.service.name))
        #expect(targets.starts(with: ["smtp", "submission", "smtps", "pop3"]))
        #expect(Set(targets).count == targets.count)
    }

    @Test("of a host without an address makes one call, which says so")
    func unresolved() async throws {
        let caller = try Caller(roots: TrustRoots(pem: ""))
        let plan = Plan(try Target(hostAlone: "name.invalid"), started: Caller.now)
        let summary = await caller.run(EveryPort(plan)) { _ in }
        #expect(summary?.verdicts.map { $0.findings.map(\.id) } == [["resolve-failed"]])
        #expect(summary?.findings.isEmpty == true)
        #expect(summary?.severity == .critical)
    }

    @Test("of an address is written down with it, and plays again")
    func address() throws {
        let plan = Plan(try Target(hostAlone: "192.0.2.25"), started: Timestamp("2026-03-02T10:00:00Z") ?? Caller.now)
        let text = CheckupTranscript([], of: .gc, plan).description
        #expect(text.contains("-- resolved 192.0.2.25\n"))
        #expect(try CheckupTranscript(text).judged(reading: CheckupVectorTests.read).verdicts.count == 7)
    }

    @Test("heeds what the operator ignores, across the calls too")
    func ignored() throws {
        var transcript = try #require(CheckupVectorTests.named("certificate-forgotten"))
        transcript.plan?.criteria.ignored = ["certificates-differ"]
        let summary = try transcript.judged(reading: CheckupVectorTests.read).summary
        #expect(summary?.conclusion == ["note certificates-differ"])
        #expect(summary?.severity == nil)
    }
}

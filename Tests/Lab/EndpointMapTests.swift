import Foundation
import Portcall
import PortcallCore
import Testing

/// Samba's endpoint mapper, on 135 and behind RPC over HTTP; `Tests/Lab/rpc` asks it in another way.
@Suite("An endpoint mapper")
struct EndpointMapTests {
    @Test("is read as impacket reads it", arguments: ["msrpc", "rpchttp"])
    func map(service: String) async throws {
        let others = try Lab.text("facts/samba/endpoints").split(separator: "\n").map(String.init)
        let verdict = try await Lab.check(service, "samba/rsa-\(service)")
        let told = verdict.record[.protocol]?.asRecord?[.details]?.asRecord?["endpoints"]?.asRecords ?? []
        #expect(told.map(\.asEndpoint) == others)
        #expect(others.count > 20)
    }

    @Test("names ports that can all be reached, and only those of the directory are called unless all are wanted")
    func ports() async throws {
        let (verdicts, summary) = try await Self.check("samba/rsa-msrpc", callsAll: false)
        #expect(summary.severity == nil && summary.findings.isEmpty)
        #expect(verdicts.count > 2 && verdicts.allSatisfy { $0.observation.facts.isConfirmed })
        #expect(summary.conclusion?.contains("all of them can be reached from here") == true)
        let all = try await Self.check("samba/rsa-msrpc", callsAll: true).verdicts
        let ports = Set(all.map(\.observation.plan.target.port))
        #expect(ports.isSuperset(of: verdicts.map(\.observation.plan.target.port)))
        #expect(all.allSatisfy { $0.observation.facts.isConfirmed })
    }

    private static func check(
        _ name: String,
        callsAll: Bool
    ) async throws -> (verdicts: [Verdict], summary: CheckupSummary) {
        let address = String(try Lab.target(name).split(separator: ":")[0])
        let plan = Plan(try Target(hostAlone: address), started: Caller.now)
        var settings = Caller.Settings()
        settings.roots = .file(Lab.folder.appending(path: "pki/root.crt").path())
        let summary = try await Caller(settings).run(MappedPorts(plan, callsAll: callsAll)) { _ in }
        let told = try #require(summary)
        return (told.verdicts, told)
    }
}

extension Record {
    /// As the other way of asking has it: `UUID VERSION SEQUENCE:ADDRESS[PORT] ANNOTATION`.
    fileprivate var asEndpoint: String {
        let text = { (label: String) in self[label]?.asText ?? "" }
        let place = self["port"]?.asInteger.map(String.init) ?? text("pipe")
        let binding = "\(text("sequence")):\(text("address"))[\(place)]"
        return "\(text("uuid")) \(text("version")) \(binding) \(text("annotation"))"
    }
}

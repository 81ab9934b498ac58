import Portcall
import PortcallCore
import PortcallTLS
import Testing

/// Servers of OSI's transport and of H.323; those called scripted are scripts, for there is no other.
@Suite("OSI's transport")
struct TransportTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let service: String
        let server: String
        var findings: [String] = []
        /// nil where nothing confirms the service.
        var answer: String?

        var testDescription: String { "\(server) as \(service)" }
    }

    static let cases = [
        Case(service: "x400", server: "libiec61850", answer: "connection confirm (CC), units of 1024 bytes"),
        Case(service: "x400", server: "snap7", answer: "connection confirm (CC), units of 1024 bytes"),
        Case(service: "x400", server: "scripted-mta", answer: "connection confirm (CC), units of 1024 bytes"),
        Case(
            service: "x400",
            server: "scripted-congestion",
            findings: ["critical service-refusing"],
            answer: "disconnect request (DR), reason 1: congestion"
        ),
        Case(
            service: "x400",
            server: "scripted-unknown",
            findings: ["note service-refusing"],
            answer: "disconnect request (DR), reason 3: address unknown"
        ),
        Case(service: "x400", server: "xrdp", findings: ["critical wrong-protocol"]),
        Case(service: "x400", server: "scripted-endpoint", findings: ["critical wrong-protocol"]),
        Case(service: "t120", server: "scripted-mcu", answer: "connection confirm (CC)"),
        Case(service: "t120", server: "snap7", answer: "connection confirm (CC), units of 1024 bytes"),
        Case(service: "t120", server: "xrdp", findings: ["critical wrong-protocol"]),
        Case(service: "h323", server: "scripted-endpoint", answer: "STATUS, cause 30: answer to a status enquiry"),
        Case(service: "h323", server: "scripted-gatekeeper", answer: "RELEASE COMPLETE"),
        Case(service: "h323", server: "scripted-mute", findings: ["critical closed-before-greeting"]),
        Case(service: "h323", server: "libiec61850", findings: ["critical closed-before-greeting"]),
        Case(service: "h323", server: "xrdp", findings: ["critical wrong-protocol"]),
    ]

    @Test("is told by its answer, and Remote Desktop from what it looks like", arguments: cases)
    func judge(call: Case) async throws {
        let target = try Target("\(call.service)://\(Lab.target("tpkt/\(call.server)"))")
        let verdict = try await Caller(roots: TrustRoots(pem: "")).check(Plan(target, started: Caller.now)).verdict
        #expect(verdict.findings.map { "\($0.severity.rawValue) \($0.id)" } == call.findings)
        #expect(verdict.observation.facts.isConfirmed == (call.answer != nil))
        if let answer = call.answer { #expect(verdict.observation.facts.answer == answer) }
    }

    @Test("is known by its port, and so is Remote Desktop there")
    func calledByPort() async throws {
        let target = try Target("127.0.0.1:1503")
        #expect(target.service.name == "t120")
        let verdict = try await Caller(roots: TrustRoots(pem: "")).check(Plan(target, started: Caller.now)).verdict
        #expect(verdict.findings.map(\.id) == ["wrong-protocol"])
        #expect(verdict.findings.first?.evidence.contains("Remote Desktop") == true)
    }
}

/// Samba, as a file server alone.
@Suite("A file server")
struct FileServerTests {
    @Test(
        "tells its dialect, whether it demands signing, and its clock",
        arguments: [
            ("healthy", [], "SMB 3.1.1, signing enabled, not required"),
            ("signing", [], "SMB 3.1.1, signing required"),
            ("older", [], "SMB 2.1, signing enabled, not required"),
            ("ahead", ["clock-skew"], "SMB 3.1.1, signing enabled, not required"),
            ("oldest", ["service-refusing"], "STATUS_NOT_SUPPORTED (0xc00000bb)"),
        ] as [(String, [String], String)]
    )
    func negotiate(name: String, findings: [String], answer: String) async throws {
        let target = try Target("smb://\(Lab.target("smbd/\(name)"))")
        let verdict = try await Caller(roots: TrustRoots(pem: "")).check(Plan(target, started: Caller.now)).verdict
        #expect(verdict.findings.map(\.id) == findings)
        #expect(verdict.observation.facts.isConfirmed)
        #expect(verdict.observation.facts.answer == answer)
    }
}

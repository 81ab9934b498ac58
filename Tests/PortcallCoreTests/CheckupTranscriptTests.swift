import PortcallCore
import Testing

@Suite("A transcript of several calls")
struct CheckupTranscriptTests {
    @Test(
        "of a host is played again as it was, be it a name or an address",
        arguments: ["mx.example.net", "192.0.2.25"]
    )
    func playAgain(host: String) throws {
        let plan = Plan(try Target(hostAlone: host), started: Timestamp(seconds: 0))
        let answering = try Transcript("-- smtp \(host):25\nS: 554 No service\nC: QUIT\n-- closed")
        let recorded = try #require(answering.play(isRecording: true).transcript)
        let checkup = CheckupTranscript([recorded], of: .ports, plan)
        let again = try CheckupTranscript(checkup.description).play { Verdict($0.play().observation) }
        let refusing = again.verdicts.filter { $0.findings.contains { $0.id == "service-refusing" } }
        #expect(refusing.map(\.observation.plan.service.name) == ["smtp"])
        #expect(again.verdicts.count > 10)
        #expect(again.summary?.findings.isEmpty == true)
    }
}

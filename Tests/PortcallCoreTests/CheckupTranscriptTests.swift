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

    @Test("keeps two calls apart that were made to one service of one host on two ports")
    func ports() throws {
        let plan = Plan(try Target(hostAlone: "mx.example.net"), started: Timestamp(seconds: 0))
        let calls = try ["25\nS: 554 No service", "2525\nS: 220 mx ESMTP"].map {
            try Transcript("-- smtp mx.example.net:\($0)\n-- closed")
        }
        let kind = CheckupKind("two", command: "two", explanations: []) { _ in
            TwoPorts(plans: calls.map(\.plan).reversed())
        }
        let played = CheckupTranscript(calls, of: kind, plan).play { Verdict($0.play().observation) }
        #expect(played.verdicts.map(\.observation.plan.target.port) == [2525, 25])
        #expect(played.verdicts.map(\.observation.facts.greeting) == ["220 mx ESMTP", "554 No service"])
    }

    @Test("says again what was typed", arguments: ["2001:db8::25", "[2001:db8::25]", "mx.example.net."])
    func typed(text: String) throws {
        let plan = Plan(try Target(hostAlone: text), started: Timestamp(seconds: 0))
        let again = try CheckupTranscript(CheckupTranscript([], of: .ports, plan).description)
        #expect(again.plan?.target == plan.target)
    }
}

/// Makes the calls it is given.
private struct TwoPorts: Checkup {
    let plans: [Plan]

    func begin() -> CheckupStep { .call(plans) }

    func next(_ outcome: CheckupOutcome) -> CheckupStep { .done(nil) }
}

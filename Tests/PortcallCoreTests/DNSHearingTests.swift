import PortcallCore
import TestVectors
import Testing

@Suite("What one name server says")
struct DNSHearingTests {
    @Test(
        "is what it knows, or that it keeps it to itself, and how",
        arguments: [
            ("80 05", DNSAnswer.Outcome.withheld(.code(.refused), by: "192.0.2.53")),
            ("80 02", .withheld(.code(.serverFailure), by: "192.0.2.53")), ("80 03", .noSuchName), ("80 00", .noData),
        ]
    )
    func code(flags: String, outcome: DNSAnswer.Outcome) throws {
        #expect(try answer("S> 50 43 \(flags) 00 00 00 00 00 00 00 00").outcome == outcome)
    }

    @Test("is known to be cut short only where it cannot be had over TCP either")
    func truncated() throws {
        let cutShort = "S> 50 43 82 00 00 00 00 00 00 00 00 00"
        let whole = "S> 00 0c 50 43 80 03 00 00 00 00 00 00 00 00"
        let refused = "-- resolved 192.0.2.53\n-- failed 192.0.2.53 refused\n-- unreachable"
        #expect(try answer(cutShort, then: whole).outcome == .noSuchName)
        #expect(
            try answer(cutShort, then: refused).outcome == .withheld(.cutShort("connection refused"), by: "192.0.2.53")
        )
    }

    @Test("is nothing where it is silent")
    func silent() throws {
        #expect(try answer("-- timeout").outcome == .failed("no answer from 192.0.2.53"))
    }

    @Test(
        "is written down and read again",
        arguments: [
            "a.example. SRV withheld:SERVFAIL@192.0.2.53 unknown",
            "a.example. SRV withheld:RCODE11@2001:db8::53 unknown",
            "a.example. SRV withheld:cut-short:connection_refused@192.0.2.53 unknown",
            "a.example. SRV found unknown from:192.0.2.25 0 100 3268 dc1.a.example.",
            "a.example. SRV failed:no_answer_in_time unknown",
        ]
    )
    func text(_ line: String) throws {
        let plan = "-- checkup gc dc1.a.example\n-- at 2026-03-02T10:00:00Z\n-- resolved 192.0.2.25\n\n"
        let again = try CheckupTranscript("\(plan)\n-- answer \(line)\n-- summary\n").description
        #expect(again.contains("-- answer \(line)\n"))
    }

    /// What 192.0.2.53 says over UDP, and then over TCP.
    private func answer(_ datagram: String, then connection: String? = nil) throws -> DNSAnswer {
        let call = { (service: String, lines: String) in
            try Transcript("-- \(service) 192.0.2.53:53\n-- question a.example. SRV\n\(lines)\n").play().observation
        }
        return DNSAnswer(
            to: try DNSQuestion("a.example. SRV"),
            of: "192.0.2.53",
            over: try call("dns-udp", datagram),
            then: try connection.map { try call("dns", $0) }
        )
    }
}

@Suite("The difference of two clocks")
struct ClockWordsTests {
    @Test(
        "is told to the nearest unit, and whole hours as what they are the mark of",
        arguments: [
            ("20260302110000.0Z", "60 minutes ahead of", true), ("20260302090001.0Z", "60 minutes behind", true),
            ("20260302120001.0Z", "2 hours ahead of", true), ("20260302111500.0Z", "75 minutes ahead of", false),
            ("20260302100600.0Z", "360 seconds ahead of", false), ("20260305100000.0Z", "3 days ahead of", false),
        ]
    )
    func words(time: String, words: String, isOfZone: Bool) throws {
        let hour = try #require(Vector.all.first { $0.description == "ldap/clock-an-hour-ahead.call" })
        let bytes = { (text: String) in text.utf8.map { String($0, radix: 16) }.joined(separator: " ") }
        let text = hour.transcript.description
            .replacing(bytes("20260302110000.0Z"), with: bytes(time))
        let finding = try #require(
            Verdict(Transcript(text).play().observation).findings.first { $0.id == "clock-skew" }
        )
        #expect(finding.message.contains(" \(words) "))
        #expect(finding.message.contains("Whole hours") == isOfZone)
    }
}

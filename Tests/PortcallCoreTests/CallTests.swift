import PortcallCore
import TestVectors
import Testing

@Suite("A call")
struct CallTests {
    @Test("asks once alone whether a silent port waits for TLS, whatever the first connection does meanwhile")
    func onlyOneTLSTry() throws {
        var call = Call(try plan("imap"))
        #expect(
            call.handle(.connected(address: "192.0.2.25", local: Endpoint("192.0.2.1")), at: .zero) == [
                .wake(after: .milliseconds(1500))
            ]
        )
        #expect(call.handle(.woke, at: .milliseconds(1500)) == [.tryTLS])
        #expect(call.handle(.closed(isReset: false), at: .seconds(2)) == [])
        #expect(call.handle(.tlsTried(.spokeTLS), at: .seconds(3)) == [.close])
        #expect(call.observation.ending == .speaksTLS)
    }

    @Test("that ends while the other connection is asked ends as it did where that says nothing")
    func closedWhileTrying() throws {
        var call = Call(try plan("imap"))
        _ = call.handle(.connected(address: "192.0.2.25", local: Endpoint("192.0.2.1")), at: .zero)
        _ = call.handle(.woke, at: .milliseconds(1500))
        _ = call.handle(.closed(isReset: true), at: .seconds(2))
        #expect(call.handle(.tlsTried(.nothing), at: .seconds(3)) == [.close])
        #expect(call.observation.ending == .closed(isReset: true))
    }

    @Test(
        "reads an answer with its number, whatever other protocol the length before it looks like",
        arguments: [(1280, 0x0205), (5379, 0x0101), (5635, 0x0301), (65_531, 0x0102), (65_535, 0x5043)]
    )
    func ownAnswer(length: Int, nonce: UInt16) throws {
        var plan = try plan("dns")
        plan.number = UInt64(nonce)
        var transcript = Transcript(plan: plan)
        let number = [UInt8(nonce >> 8), UInt8(nonce & 0xFF)]
        let head: [UInt8] = [UInt8(length >> 8), UInt8(length & 0xFF)] + number + [0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0]
        let message = head + [0, 0, 2, 0, 1]
        transcript.entries = [.server(message + Array(repeating: 0, count: length + 2 - message.count))]
        for chunk in [Int.max, 1] {
            #expect(Verdict(transcript.play(chunk: chunk).observation).findings == [])
        }
    }

    @Test(
        "fails at the stage that a refusal ends",
        arguments: [
            ("imap/bye-at-starttls", "starttls"), ("ldap/notice-at-starttls", "starttls"), ("cldap/paused", "answer"),
            ("smtp/refused-at-ehlo", "capabilities"), ("smtp/refusing-554", "greeting"),
        ]
    )
    func refused(name: String, stage: String) throws {
        let vector = try #require(Vector.all.first { $0.description == "\(name).call" })
        let failed = vector.transcript.play().observation.stages.filter { $0.outcome == .failed }
        #expect(failed.map(\.name.rawValue) == [stage])
        #expect(failed.first?.detail.isEmpty == false)
    }

    @Test("says how long it waited", arguments: [(500, "0.5"), (1, "0.001"), (30_000, "30"), (1_500, "1.5")])
    func waited(milliseconds: Int, seconds: String) throws {
        var plan = try plan("imap")
        plan.timeout = .milliseconds(milliseconds)
        var call = Call(plan)
        _ = call.handle(.resolved(["192.0.2.25"]), at: .zero)
        _ = call.handle(.connected(address: "192.0.2.25", local: Endpoint("192.0.2.1")), at: .zero)
        _ = call.handle(.timedOut, at: plan.timeout)
        let finding = try #require(Verdict(call.observation).findings.first)
        #expect(finding.evidence == "not one byte in \(seconds) s")
        #expect(try Transcript(Transcript(plan: plan).description).plan.timeout == plan.timeout)
    }

    @Test("prints nothing that acts on a terminal, not even an address of a transcript")
    func address() throws {
        let transcript = try Transcript(
            "-- imap mx.example.net:143\n-- failed 192.0.2.1\u{1B}[31m refused\n-- unreachable"
        )
        let verdict = Verdict(transcript.play().observation)
        let screens = TextPrinter().print(verdict) + TextPrinter().printBriefly(verdict)
        let text = screens + JSONPrinter().print(verdict.record)
        #expect(!text.contains("\u{1B}"))
    }

    private func plan(_ service: String) throws -> Plan {
        Plan(try Target("\(service)://mx.example.net"), started: Timestamp(seconds: 0))
    }
}

import Portcall
import PortcallCore
import TestVectors
import Testing

@Suite("Vectors of several calls")
struct CheckupVectorTests {
    @Test("lead to the findings they state, each call and all together", arguments: CheckupVector.all)
    func conclude(_ vector: CheckupVector) throws {
        let (verdicts, summary) = try vector.transcript.judged(reading: Vector.read)
        for call in vector.transcript.calls {
            let made = call.plan.target
            let verdict = verdicts.first { verdict in
                let asked = verdict.observation.plan.target
                return (asked.service, asked.host, asked.port) == (made.service, made.host, made.port)
            }
            #expect(verdict?.conclusion == call.expected, "\(made.text)")
        }
        #expect(summary?.conclusion == vector.transcript.expected)
    }

    @Test("say in their first line why they are kept", arguments: CheckupVector.all)
    func comment(_ vector: CheckupVector) {
        #expect(vector.transcript.comments.first?.isEmpty == false)
    }

    @Test("read back from what they write", arguments: CheckupVector.all)
    func roundTrip(_ vector: CheckupVector) throws {
        let again = try CheckupTranscript(vector.transcript.description)
        #expect(again.description == vector.transcript.description)
        let (verdicts, summary) = try again.judged(reading: Vector.read)
        let (first, firstSummary) = try vector.transcript.judged(reading: Vector.read)
        #expect(verdicts.map(\.conclusion) == first.map(\.conclusion))
        #expect(summary?.conclusion == firstSummary?.conclusion)
    }

    @Test("are described in the format's table, for every checkup there is", arguments: CheckupKind.all.map(\.name))
    func documented(kind: String) throws {
        #expect(try Vector.read("README.md").contains("`-- checkup \(kind) "))
        #expect(CheckupVector.all.contains { $0.transcript.kind?.name == kind })
    }

    static func named(_ name: String) -> CheckupTranscript? {
        CheckupVector.all.first { $0.description == "checkups/\(name).checkup" }?.transcript
    }

    static func read(_ name: String) throws -> String { try Vector.read(name) }

    @Test("are there")
    func exist() { #expect(CheckupVector.all.count >= 9) }

    @Test(
        "name the line that is not part of the format",
        arguments: [
            ("-- checkup harbour mx.example.net", 1), ("-- checkup ports mx.example.net:25", 1),
            ("# why\nS: 220\n-- smtp mx.example.net:25", 2), ("-- at 2026-03-02T10:00:00Z\n-- checkup ports mx", 1),
            ("-- checkup ports mx.example.net\n\n-- warn-days soon", 3), ("-- checkup ports mx\nS: 220 mx", 1),
            ("-- checkup ports mx.example.net\n\n-- smtp mx.example.net:25\n-- explode", 4), ("", 1), ("\n\n", 1),
        ]
    )
    func malformed(text: String, line: Int) {
        do {
            _ = try CheckupTranscript(text)
            Issue.record("it was read")
        } catch {
            #expect(error.line == line)
        }
    }
}

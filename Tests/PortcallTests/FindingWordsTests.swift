import Portcall
import PortcallCore
import TestVectors
import Testing

/// What holds for the words of every finding of every vector, of a call's own and of several calls'.
@Suite("The words of a finding")
struct FindingWordsTests {
    private static let findings = Result {
        let calls = try Vector.all.map { vector in
            (vector.description, try vector.transcript.judged(reading: Vector.read).findings)
        }
        let checkups = try CheckupVector.all.map { vector in
            let (verdicts, summary) = try vector.transcript.judged(reading: Vector.read)
            return (vector.description, verdicts.flatMap(\.findings) + (summary?.findings ?? []))
        }
        return calls + checkups
    }

    /// Words alone, in lower case.
    private static func plain(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    @Test("never have the message for evidence, nor the evidence for a message")
    func repeated() throws {
        for (vector, findings) in try Self.findings.get() {
            for finding in findings {
                let (message, evidence) = (Self.plain(finding.message), Self.plain(finding.evidence))
                #expect(!evidence.isEmpty, "\(vector): \(finding.id)")
                // A word of the server's own may stand in any sentence.
                guard finding.id != "malformed-reply" else { continue }
                let isRepeated = " \(message) ".contains(" \(evidence) ") || evidence.contains(message)
                #expect(!isRepeated, "\(vector): \(finding.id): \(finding.evidence) — \(finding.message)")
            }
        }
    }

    @Test("say why it weighs less, where a mail server's port is called")
    func mitigated() throws {
        let critical = Set(["certificate-expired", "certificate-name-mismatch", "certificate-self-signed"])
        for vector in Vector.all where vector.transcript.plan.service.name == "smtp" {
            for finding in try vector.transcript.judged(reading: Vector.read).findings
            where critical.contains(finding.id) && finding.severity == .warning {
                #expect(finding.message.contains("It weighs less here: "), "\(vector): \(finding.id)")
            }
        }
    }

    @Test("name no client that does not speak the service, but in what programs read")
    func strangers() throws {
        for (vector, findings) in try Self.findings.get() {
            for finding in findings {
                #expect(!finding.message.contains("do not call such a service"), "\(vector)")
            }
        }
    }
}

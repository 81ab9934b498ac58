import PortcallCore
import TestVectors
import Testing

@Suite("Words for the operator")
struct WordsTests {
    @Test(
        "exist for every finding: what it means, how to confirm it, how to fix it",
        arguments: Explanation.all.map(\.id)
    )
    func complete(id: String) throws {
        let explanation = try #require(Explanation.named(id))
        let parts = [explanation.page.common] + explanation.page.parts
        #expect(!explanation.meaning.isEmpty)
        #expect(parts.contains { !$0.probes.isEmpty })
        #expect(parts.contains { !$0.remedies.isEmpty })
        #expect(Explanation.all.filter { $0.id == id }.count == 1)
    }

    /// Told of files alone, which no call shows; `KeyFileTests` hold it.
    private static let ofFiles: Set = ["certificate-key-mismatch"]

    @Test("are held by a vector", arguments: Explanation.all.map(\.id).filter { !ofFiles.contains($0) })
    func held(id: String) {
        let conclusions = Vector.all.flatMap(\.transcript.expected) + CheckupVector.all.flatMap(\.transcript.expected)
        #expect(conclusions.contains { $0.hasSuffix(" \(id)") })
    }

    @Test("are whole sentences with nothing left to fill in", arguments: Vector.withoutChains)
    func filled(vector: Vector) {
        for finding in Verdict(vector.transcript.play().observation).findings {
            #expect(finding.message.hasSuffix("."), "\(finding.message)")
            #expect(!finding.message.contains("{") && !finding.fix.contains("{"), "\(finding.message) \(finding.fix)")
            #expect(!finding.message.contains("  ") && !finding.fix.isEmpty)
            #expect(!finding.evidence.isEmpty)
        }
    }

    @Test("never take a server's words for a place of ours")
    func places() throws {
        let transcript = try Transcript(
            """
            -- smtp mx.example.net:25
            S: 554 {host} {port}
            """
        )
        let findings = Verdict(transcript.play().observation).findings
        #expect(findings.map(\.evidence) == ["554 {host} {port}"])
    }
}

@Suite("A transcript")
struct TranscriptTests {
    @Test(
        "names the line that is not part of the format",
        arguments: [
            ("S: 220 mx", 1), ("-- smtp mx.example.net:25\nhello", 2), ("-- smtp mx.example.net:25\nS> 2", 2),
            ("-- smtp mx.example.net:25\n-- wait soon", 2), ("-- smtp mx.example.net:25\n-- explode", 2),
            ("-- smtp mx.example.net:25\n-- chain ../../etc/passwd", 2),
            ("-- smtp mx.example.net:25\n-- chain /etc/passwd", 2), ("-- gopher mx.example.net:70", 1),
            ("-- smtp mx.example.net:25\n-- chain\n-----BEGIN CERTIFICATE-----", 3), ("", 1),
        ]
    )
    func malformed(text: String, line: Int) {
        do {
            _ = try Transcript(text)
            Issue.record("it was read")
        } catch {
            #expect(error.line == line)
        }
    }
}

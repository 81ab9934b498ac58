import Portcall
import Testing

/// One server at a time: each is started on the same ports, once a fix.
@Suite("A fix that is followed to the letter", .serialized)
struct FixTests {
    @Test("takes the finding away", arguments: Fix.all)
    func follow(fix: Fix) async throws {
        let bench = try Workbench(fix)
        do {
            try await follow(fix, on: bench)
        } catch {
            try bench.stop()
            throw error
        }
        try bench.stop()
    }

    private func follow(_ fix: Fix, on bench: Workbench) async throws {
        let before = try await bench.verdict { $0.severity == nil }
        #expect(before.severity == nil)
        try bench.change(fix.fault)
        let broken = try await bench.verdict { $0.findings.map(\.id).contains(fix.finding) }
        let finding = try #require(broken.findings.first { $0.id == fix.finding }, "\(broken.findings)")
        #expect(fix.isSaid(by: finding), "\(finding.fix)")
        #expect(fix.settings.filter { !fix.sentence.contains($0) } == [])
        try confirm(finding, of: broken)
        try bench.change(fix.mend)
        let ids = before.findings.map(\.id)
        let mended = try await bench.verdict { $0.findings.map(\.id) == ids }
        #expect(mended.findings.map(\.id) == ids)
    }

    /// What is printed to see the finding by hand ends by itself, and shows it.
    private func confirm(_ finding: Finding, of verdict: Verdict) throws {
        guard let mark = PrintedCommand.mark(of: finding.id) else { return }
        let command = try #require(PrintedCommand(finding, of: verdict.observation))
        let (shown, ended) = try command.run()
        #expect(ended, "\(command.text)")
        #expect(try shown.contains(Regex(mark)), "\(command.text)\n\(shown)")
    }
}

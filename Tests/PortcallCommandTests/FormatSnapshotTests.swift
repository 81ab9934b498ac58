import Foundation
import Portcall
import TestVectors
import Testing

/// What each format makes of the same six vectors, kept as files: a change of it is a change somebody meant.
///
/// With PORTCALL_RECORD set, the files are written anew, to be read before they are committed.
@Suite("Six vectors")
struct FormatSnapshotTests {
    private static let calls = [
        "certificates/healthy.call", "certificates/expired.call", "certificates/hostile-names.call",
        "smtp/no-tls-and-passwords.call", "smtp/connect-timeout.call",
    ]

    private static var entries: [Entry] {
        get throws {
            let calls = try calls.map { Entry.call(try Vector.transcript($0).judged(reading: Vector.read), as: .whole) }
            let transcript = try CheckupTranscript(Vector.read("checkups/gc-port-closed.checkup"))
            let (verdicts, summary) = try transcript.judged(reading: Vector.read)
            let together = try #require(summary)
            return calls + verdicts.map { .call($0, as: .line(of: together.target)) }
                + [.together(together, named: transcript.title ?? "", as: .details)]
        }
    }

    private static let run = Run(version: "1.0.0", started: Timestamp("2026-03-02T10:00:00Z") ?? Timestamp(seconds: 0))

    private static func closing(_ code: Int) -> Closing {
        Closing(exitCode: code, ended: Timestamp(seconds: run.started.seconds + 1), elapsed: .milliseconds(212))
    }

    @Test("are printed as they were", arguments: Format.allCases)
    func snapshot(format: Format) throws {
        try compare(document(format, try Self.entries, Self.closing(2)), with: format.rawValue)
    }

    /// One call is told in other words than several.
    @Test("are printed as they were for a monitoring system, each alone")
    func alone() throws {
        let texts = try Self.entries.prefix(5).map { entry in
            let code = entry.severity == nil ? 0 : entry.severity == .critical ? 2 : 1
            return document(.nagios, [entry], Self.closing(code))
        }
        try compare(texts.joined(separator: "\n"), with: "nagios-alone")
    }

    private func document(_ format: Format, _ entries: [Entry], _ closing: Closing) -> String {
        var document = format.document(of: Self.run)
        return document.begin() + entries.map { document.add($0) }.joined() + document.end(closing)
    }

    private func compare(_ output: String, with name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/format-\(name).txt")
        if ProcessInfo.processInfo.environment["PORTCALL_RECORD"] != nil {
            try output.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try output == String(contentsOf: file, encoding: .utf8))
    }
}

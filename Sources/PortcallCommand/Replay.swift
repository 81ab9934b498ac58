import ArgumentParser
import Portcall

struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Judge a recorded call again, without the network.",
        usage: "portcall replay FILE... [options]",
        discussion: """
            FILE is a transcript of one call or of several, as --transcript writes it; '-' is standard input.

            EXAMPLES
              portcall replay call.txt
              portcall replay --json call.txt
            """
    )

    @Argument(help: "Transcripts.", completion: .file())
    var files: [String]

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func run() throws {
        let screen = try Screen(output)
        var severities: [Severity?] = []
        var isUnreadable = false
        for file in files {
            do {
                let (verdicts, summary) = try judge(file)
                if let summary { screen.announce(summary.target) }
                for verdict in verdicts {
                    if let summary {
                        screen.showLine(verdict, of: summary.target)
                    } else {
                        screen.show(verdict)
                    }
                }
                if let summary { screen.show(summary) }
                severities += verdicts.map(\.severity) + [summary?.severity]
            } catch {
                let name = error is FileFailure ? "" : "\(file.escaped): "
                _ = screen.failing([file], "\(name)\(error)")
                isUnreadable = true
            }
        }
        throw ExitCode(severities, isIncomplete: isUnreadable)
    }

    private func judge(_ file: String) throws -> (verdicts: [Verdict], summary: CheckupSummary?) {
        let bytes = try Files.read(file, limit: Transcript.limit)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw NotText() }
        return try CheckupTranscript(text).judged { try Self.certificates($0, beside: file) }
    }

    /// A file that a transcript names stands beside it, or in the folder above.
    private static func certificates(_ name: String, beside file: String) throws -> String {
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let beside = folder.isEmpty ? (file.hasPrefix("/") ? "/" : "") : "\(folder)/"
        let bytes: [UInt8]
        do {
            bytes = try Files.read("\(beside)\(name)", limit: Transcript.limit)
        } catch {
            bytes = try Files.read("\(beside)../\(name)", limit: Transcript.limit)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private struct NotText: Error, CustomStringConvertible {
        let description = "it is not text"
    }
}

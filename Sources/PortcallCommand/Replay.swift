import ArgumentParser
import Portcall

struct Replay: ParsableCommand, CheckedCommand {
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

    func check() throws { try output.check() }

    func run() throws {
        let screen = try Screen(output)
        var severities: [Severity?] = []
        var isUnreadable = false
        for file in files {
            do {
                severities += try show(file, on: screen)
            } catch {
                let name = error is FileFailure ? "" : "\(file.escaped): "
                _ = screen.failing([file], "\(name)\(error)")
                isUnreadable = true
            }
        }
        throw screen.end(ExitCode(severities, isIncomplete: isUnreadable))
    }

    /// Shows what a file comes to; the worst of each call.
    private func show(_ file: String, on screen: Screen) throws -> [Severity?] {
        let transcript = try read(file)
        let (verdicts, summary) = try transcript.judged { try Self.certificates($0, beside: file) }
        guard let summary else {
            for verdict in verdicts { screen.show(verdict) }
            return verdicts.map(\.severity)
        }
        screen.announce(summary.target)
        for verdict in verdicts { screen.show(verdict, as: .line(of: summary.target)) }
        screen.show(summary, named: transcript.title ?? summary.target)
        return verdicts.map(\.severity) + [summary.severity]
    }

    private func read(_ file: String) throws -> CheckupTranscript {
        let bytes = try Files.read(file, limit: Transcript.limit)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw NotText() }
        return try CheckupTranscript(text)
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

import ArgumentParser
import Portcall

/// Standard output, or the file that stands for it: one document, in the form that the options ask for.
final class Screen {
    let format: Format
    let style: Style
    private let options: OutputOptions
    private let began = ContinuousClock.now
    private var document: any Document
    private var hasBegun = false

    /// - Parameters:
    ///   - options: how the result is shown.
    ///   - calling: how the calls are made, for the commands that repeat one by hand.
    /// - Throws: exit code 3 where the file cannot be written that it shall go to.
    init(_ options: OutputOptions, _ calling: CallingOptions? = nil) throws {
        self.options = options
        format = try options.chosen()
        style = Terminal.style(options)
        let run = Run(
            version: Version.current,
            started: Caller.now,
            style: style,
            files: Aim.Files(roots: calling?.caFile, certificate: calling?.clientCert, key: calling?.clientKey),
            tellsAddresses: calling?.eachAddress ?? false,
            showsFaultsOnly: options.quiet > 1,
            folder: Folder.current
        )
        document = format.document(of: run)
        try divert()
    }

    /// A line between verdicts, for those who read and not for scripts.
    func announce(_ line: String) { put(.heading(line)) }

    /// Shows one verdict.
    func show(_ verdict: Verdict, as view: CallView = .whole) { put(.call(verdict, as: view)) }

    /// Shows what a chain in a file comes to.
    func show(_ verdict: ChainVerdict) { put(.file(verdict)) }

    /// Shows what several calls come to.
    func show(_ summary: CheckupSummary, named name: String, as view: SummaryView = .details) {
        put(.together(summary, named: name, as: view))
    }

    /// Shows that a target cannot be judged, and why; in words nobody is told here.
    func showFailure(_ target: String, _ reason: String) { put(.failure(target: target, reason: reason)) }

    /// Says on standard error what is no part of the result; a monitoring system must not find anything there.
    func tell(_ line: String) {
        if format != .nagios { Files.standardError("portcall: \(line)\n") }
    }

    private func put(_ entry: Entry) {
        begin()
        StandardOutput.print(document.add(entry))
    }

    private func begin() {
        if !hasBegun { StandardOutput.print(document.begin()) }
        hasBegun = true
    }

    /// Before anybody is called, so that a file that cannot be written is found out first.
    private func divert() throws {
        guard let path = options.output else { return }
        do throws(FileFailure) {
            StandardOutput.divert(to: try ReplacedFile(path))
        } catch {
            throw MonitoringAnswer.isWanted ? MonitoringAnswer.unknown("\(error)") : failing([], "\(error)")
        }
    }
}

// The end.
extension Screen {
    /// How a run may end.
    enum Course {
        case whole
        case interrupted
        /// Nothing could be judged, for this machine's own fault.
        case failed
    }

    /// Shows what stands behind the last entry, and puts the file in its place that it was written to.
    ///
    /// - Parameters:
    ///   - code: what the run comes to.
    ///   - course: how it ended; but for a whole one the file stays as it was.
    ///   - uncalled: targets whose turn did not come.
    ///   - add: adds what else the document should tell at its end.
    /// - Returns: the exit code of the process.
    func end(
        _ code: ExitCode,
        _ course: Course = .whole,
        uncalled: [String] = [],
        add: (inout Closing) -> Void = { _ in }
    ) -> ExitCode {
        let code = format == .nagios && code == .interrupted ? ExitCode(3) : code
        var closing = Closing(
            exitCode: Int(code.rawValue),
            ended: Caller.now,
            elapsed: began.duration(to: .now)
        )
        closing.isInterrupted = course == .interrupted
        closing.uncalled = uncalled
        add(&closing)
        // A monitoring system is told of a run that failed where it looks, whatever becomes of the file.
        if course != .whole { StandardOutput.abandon(goesOn: format == .nagios) }
        begin()
        StandardOutput.print(document.end(closing))
        if course == .whole { StandardOutput.commit() }
        return code
    }
}

extension ExitCode {
    /// Somebody ended the run before all was known.
    static let interrupted = ExitCode(130)
}

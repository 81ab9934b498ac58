import Dispatch
import Portcall

/// Where the results of a sweep go: written one by one, counted, and told on a terminal while they come.
///
/// The first failure is told, what comes after it is neither written nor counted, and nobody is called any more.
final class SweepLedger: @unchecked Sendable {
    // @unchecked: the variables are read and written on `queue` only, once `init` is done.
    private let queue = DispatchQueue(label: "sweep")
    private let tellsOK: Bool
    private let printer: SweepPrinter
    private let file: GrowingFile?
    private let transcripts: GrowingFile?
    private var known = ResumeIndex(capacity: 0)
    private var earlier = 0
    private var tally = SweepSummary()
    private var progress: SweepProgress?
    private var abandon: (@Sendable () -> Void)?
    private var condition = Condition.open
    private let start = ContinuousClock.now

    private enum Condition {
        case open
        case left
        case failed
    }

    /// Opens the files; what an earlier sweep has left in them is read.
    init(
        _ command: SweepCommand,
        _ format: SweepFormat,
        _ style: Style,
        _ roster: RosterFile,
        _ sweep: Sweep
    ) throws(FileFailure) {
        tellsOK = command.output.quiet < 2
        printer = SweepPrinter(style)
        if let path = command.output.output {
            let file = try GrowingFile(path)
            guard !file.isSame(as: roster) else { throw FileFailure(path, "it is the list itself") }
            self.file = file
        } else {
            file = nil
        }
        transcripts = try command.calling.transcript.map { path throws(FileFailure) in
            let file = try GrowingFile(path)
            try file.clear()
            return file
        }
        if command.sweeping.resume { try read(format) } else { try file?.clear() }
        progress = Terminal.isWatched ? SweepProgress(SweepPrinter(Terminal.watchedStyle)) : nil
    }

    /// Reads what there is, and cuts a last line off that was not finished.
    private func read(_ format: SweepFormat) throws(FileFailure) {
        guard let file else { return }
        known = ResumeIndex(capacity: try file.countLines())
        try file.readLines { line throws(FileFailure) in
            guard let entry = format.read(line.bytes) else {
                throw FileFailure(file.path, "line \(line.number) is no result of a sweep; nothing was changed")
            }
            known.note(entry.target)
            tally.note(entry)
        }
        try file.cutUnfinishedLine()
        earlier = known.count
    }

    /// Begins what is printed.
    ///
    /// - Parameters:
    ///   - head: what stands above the first result.
    ///   - abandon: what is to be done where results cannot be written any more.
    func begin(with head: String, abandon: @escaping @Sendable () -> Void) {
        queue.sync {
            self.abandon = abandon
            if !head.isEmpty { write(head) }
            if condition != .open { abandon() }
            progress?.begin(on: queue) { [unowned self] in
                printer.progressLine(tally, progress, earlier: earlier, for: ContinuousClock.now - start)
            }
        }
    }

    /// The target has a result already; each counts once.
    func knows(_ target: String) -> Bool { queue.sync { known.take(target) } }

    /// So many more targets were read, and with them that share of the list, where that can be known.
    func noteRead(_ count: Int, of share: Double?) { queue.sync { progress?.noteRead(count, of: share) } }

    func note(_ line: SweepLine) {
        queue.sync {
            guard condition == .open else { return }
            if tellsOK || line.entry.severity != nil || !line.entry.isJudged { write(line.text) }
            guard condition == .open else { return }
            tally.note(line.entry)
            if let transcript = line.transcript {
                attempt { () throws(FileFailure) in try transcripts?.append(transcript + "\n") }
            }
        }
    }

    /// Tells something on standard error.
    func say(_ words: String) {
        queue.async { [self] in
            progress?.wipe()
            Files.standardError("portcall: \(words)\n")
        }
    }

    /// All results are there: tells what they come to.
    func end() {
        queue.sync {
            progress?.end()
            progress = nil
            let duration = ContinuousClock.now - start
            Files.standardError(printer.print(tally, after: duration, earlier: earlier))
        }
    }

    var summary: SweepSummary { queue.sync { tally } }

    /// Something could not be written, which has been told; a reader that left is none of that.
    var hasFailed: Bool { queue.sync { condition == .failed } }

    private func write(_ text: String) {
        if let file { return attempt { () throws(FileFailure) in try file.append(text) } }
        if Terminal.showsOutput { progress?.wipe() }
        StandardOutput.print(text)
        if StandardOutput.isLeft { close(.left) }
        if StandardOutput.hasFailed { close(.failed) }
    }

    private func attempt(_ work: () throws(FileFailure) -> Void) {
        do throws(FileFailure) {
            try work()
        } catch {
            progress?.wipe()
            if !error.isClosedPipe { Files.standardError("portcall: \(error)\n") }
            close(error.isClosedPipe ? .left : .failed)
        }
    }

    private func close(_ condition: Condition) {
        self.condition = condition
        abandon?()
    }
}

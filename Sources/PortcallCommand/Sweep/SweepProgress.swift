import Dispatch
import Portcall

/// The line on a terminal that says how far a sweep has come, drawn anew every second and gone when anything else is
/// written there.
final class SweepProgress {
    private static let second = DispatchTimeInterval.seconds(1)

    private let printer: SweepPrinter
    private var timer: (any DispatchSourceTimer)?
    private var isShown = false
    private var read = 0
    private var share: Double?

    init(_ printer: SweepPrinter) {
        self.printer = printer
    }

    /// Begins to draw what `line` says; both on that queue alone, as everything else here.
    func begin(on queue: DispatchQueue, _ line: @escaping () -> String) {
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.setEventHandler { [unowned self] in draw(line()) }
        timer.schedule(deadline: .now() + Self.second, repeating: Self.second)
        self.timer = timer
        timer.resume()
    }

    func noteRead(_ count: Int, of share: Double?) {
        read += count
        self.share = share
    }

    /// How many targets there will be, by the share of the list that is read.
    var expected: Int? {
        guard let share, share > 0, read > 0 else { return nil }
        return Int((Double(read) / share).rounded())
    }

    func wipe() {
        if isShown { Files.standardError("\r\u{1B}[K") }
        isShown = false
    }

    func end() {
        timer?.cancel()
        wipe()
    }

    private func draw(_ line: String) {
        isShown = true
        Files.standardError("\r\u{1B}[K" + line.prefix(max(20, Terminal.watchedColumns - 1)))
    }
}

extension SweepPrinter {
    fileprivate func line(_ summary: SweepSummary, _ progress: SweepProgress, earlier: Int, for time: Duration)
        -> String
    {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
        let rate = seconds > 0 ? Double(summary.counts.all - earlier) / seconds : 0
        return self.progress(summary, expected: progress.expected.map { $0 + earlier }, rate: rate)
    }

    func progressLine(_ summary: SweepSummary, _ progress: SweepProgress?, earlier: Int, for time: Duration) -> String {
        progress.map { line(summary, $0, earlier: earlier, for: time) } ?? ""
    }
}

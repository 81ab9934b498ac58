/// Prints what a sweep tells people: a line a result, how far it has come, and its summary.
package struct SweepPrinter: Sendable {
    private let style: Style

    package init(_ style: Style) {
        self.style = style
    }

    /// One result: the verdict, the target as typed, and the findings by their ids.
    package func line(_ entry: SweepEntry) -> String {
        let address = entry.address.flatMap { entry.target.contains($0) ? nil : " (\($0))" } ?? ""
        let words =
            switch entry.outcome {
            case .judged(_, let sightings): sightings.map(\.id).joined(separator: ", ")
            case .unjudged(let reason, let line): (line.map { "line \($0): " } ?? "") + reason.escaped
            }
        let text = (entry.target + address).padded(to: 44) + words
        let word = entry.isJudged ? word(entry.severity) : "ERROR".padded(to: 10)
        return word + style.shown(text.trimmedAtEnd) + "\n"
    }

    /// What all results come to.
    ///
    /// - Parameters:
    ///   - summary: of all results.
    ///   - duration: how long the sweep took.
    ///   - earlier: how many of the results an earlier sweep had.
    /// - Returns: lines: how many, one a finding, and one a service.
    package func print(_ summary: SweepSummary, after duration: Duration, earlier: Int = 0) -> String {
        let all = summary.counts
        let known = earlier == 0 ? "" : ", \(earlier.grouped) of them known before"
        let head = "\(all.all.grouped) \(all.all == 1 ? "result" : "results") in \(duration.inWords)\(known)"
        var text = head + (all.all == 0 ? ".\n" : ": \(Self.words(all)).\n")
        if !summary.tallies.isEmpty { text += "\n" }
        for tally in summary.tallies { text += line(tally) }
        if !summary.services.isEmpty { text += "\n" }
        for (name, counts) in summary.services {
            text += "\(name.padded(to: 16))\(counts.all.grouped.leading(9))  \(Self.words(counts))\n"
        }
        return style.shown(text)
    }

    private func line(_ tally: SweepSummary.Tally) -> String {
        let word = tally.id == nil ? "ERROR".padded(to: 10) : word(tally.severity)
        let name = tally.name.padded(to: 34)
        return "\(word)\(name)\(tally.count.grouped.leading(9))  \(tally.examples.joined(separator: ", "))\n"
    }

    /// How far a sweep has come, on one line.
    ///
    /// - Parameters:
    ///   - summary: of the results so far.
    ///   - expected: how many results there will be, where that can be told.
    ///   - rate: results a second.
    /// - Returns: no line feed at the end.
    package func progress(_ summary: SweepSummary, expected: Int?, rate: Double) -> String {
        let counts = summary.counts
        let of = expected.map { " of about \(max($0, counts.all).grouped)" } ?? ""
        let left = expected.flatMap { expected -> String? in
            guard rate > 0, expected > counts.all else { return nil }
            return ", about \(Duration.seconds(Double(expected - counts.all) / rate).inWords) left"
        }
        let speed =
            rate < 10 ? "\(Int((rate * 10).rounded()) / 10).\(Int((rate * 10).rounded()) % 10)" : Int(rate).grouped
        return "\(counts.all.grouped) done\(of), \(speed) a second; "
            + "\(counts.critical.grouped) critical, \(counts.warning.grouped) warning\(left ?? "")"
    }

    private static func words(_ counts: SweepSummary.Counts) -> String {
        [
            (counts.critical, "critical"), (counts.unjudged, "not judged"), (counts.warning, "warning"),
            (counts.ok, "ok"),
        ].filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }.joined(separator: ", ")
    }

    private func word(_ severity: Severity?) -> String {
        let word = severity.word.uppercased().padded(to: 10)
        return switch severity {
        case .critical?: style.paint(word, .bold, .red)
        case .warning?: style.paint(word, .bold, .yellow)
        case .note?, nil: style.paint(word, .green)
        }
    }
}

extension Int {
    /// `1,234,567`.
    fileprivate var grouped: String {
        let digits = String(magnitude)
        let parts = stride(from: digits.count % 3, through: digits.count, by: 3)
        var (text, start) = ("", 0)
        for end in parts where end > 0 {
            text += (text.isEmpty ? "" : ",") + digits.dropFirst(start).prefix(end - start)
            start = end
        }
        return (self < 0 ? "-" : "") + text
    }
}

extension String {
    fileprivate func leading(_ width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - columns)) + self
    }
}

extension Duration {
    /// `0.4 s`, `42 s`, `3 min 20 s`, `2 h 5 min`.
    fileprivate var inWords: String {
        let seconds = Int(components.seconds)
        switch seconds {
        case ..<10: return "\(seconds).\(components.attoseconds / 100_000_000_000_000_000) s"
        case ..<60: return "\(seconds) s"
        case ..<3600: return "\(seconds / 60) min \(seconds % 60) s"
        default: return "\(seconds / 3600) h \(seconds / 60 % 60) min"
        }
    }
}

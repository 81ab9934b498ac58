/// For monitoring systems of the Nagios family: one line that says it all, numbers behind a bar, then the details.
///
/// The rules are those of the Monitoring Plugins' guidelines: status, one line, `|`, performance data.
public struct NagiosDocument: Document {
    /// Bytes of the first line, and of all that is printed.
    private static let limits = (line: 1_024, all: 8_000)

    private var entries: [Entry] = []
    private let brief = TextPrinter(Style(width: 1_000))

    init() {}

    /// What is said where nothing can be judged.
    public static func unknown(_ reason: String) -> String {
        var reasons = reason.split(separator: "\n").map(String.init)
        let first = reasons.isEmpty ? "" : reasons.removeFirst()
        let line = "PORTCALL UNKNOWN: \(first.asNagiosLine)".cutForNagios(to: limits.line)
        return whole(line, reasons.map(\.asNagiosLine))
    }

    public mutating func add(_ entry: Entry) -> String {
        if entry.isTold { entries.append(entry) }
        return ""
    }

    public func end(_ closing: Closing) -> String {
        let failures = entries.failures
        if failures.count == entries.count, !entries.isEmpty || closing.exitCode > 2 {
            let reasons = failures.isEmpty ? [closing.isInterrupted ? "interrupted" : "nothing was judged"] : failures
            return Self.unknown(reasons.joined(separator: "\n"))
        }
        guard entries.count == 1, let entry = entries.first, !closing.isInterrupted, !entry.isTogether else {
            return several(closing)
        }
        let numbers = [entry.time(orElse: closing.elapsed)] + [entry.remaining?.text].compactMap(\.self)
        return Self.whole(
            Self.line(closing, "\(entry.target.asNagiosLine) \(entry.summary)", numbers),
            entry.details
        )
    }

    private static func line(_ closing: Closing, _ text: String, _ numbers: [String]) -> String {
        let data = " | \(numbers.joined(separator: " "))"
        let head = "PORTCALL \(status(closing)): \(text)"
        return head.cutForNagios(to: limits.line - data.utf8.count) + data
    }

    private static func status(_ closing: Closing) -> String {
        switch closing.isInterrupted ? 3 : closing.exitCode {
        case 0: "OK"
        case 1: "WARNING"
        case 2: "CRITICAL"
        default: "UNKNOWN"
        }
    }

    /// As many whole lines as there is room for.
    private static func whole(_ first: String, _ others: [String]) -> String {
        var room = limits.all - first.utf8.count - 1
        let end = "…\n"
        var text = first + "\n"
        for (index, line) in others.enumerated() {
            let isLast = index == others.count - 1
            guard line.utf8.count + 1 + (isLast ? 0 : end.utf8.count) <= room else { return text + end }
            text += line + "\n"
            room -= line.utf8.count + 1
        }
        return text
    }
}

// Several calls.
extension NagiosDocument {
    private func several(_ closing: Closing) -> String {
        let calls = entries.filter { !$0.isTogether }
        let counts = [
            ("ok", calls.count { !$0.isFailure && $0.severity == nil }),
            ("warning", calls.count { $0.severity == .warning }),
            ("critical", calls.count { $0.severity == .critical }),
            ("unknown", calls.count(where: \.isFailure)),
        ]
        let numbers = counts.filter { $0.0 != "unknown" || $0.1 > 0 }.map { "\($0.0)=\($0.1);;;0;\(calls.count)" }
        let remaining = entries.compactMap(\.remaining).filter { $0.critical != nil }.min { $0.seconds < $1.seconds }
        let bad = counts.dropFirst().filter { $0.1 > 0 }.sorted { Self.rank($0.0) < Self.rank($1.0) }
        let told = bad.isEmpty && !calls.isEmpty ? [counts[0]] : bad
        let words = ["\(calls.count) call\(calls.count == 1 ? "" : "s")"] + told.map { "\($0.1) \($0.0)" }
        let list = listed.isEmpty ? "" : " - \(listed.joined(separator: ", "))"
        let interruption = closing.isInterrupted ? "interrupted, " : ""
        return Self.whole(
            Self.line(
                closing,
                "\(interruption)\(words.joined(separator: ", "))\(list)",
                numbers + [closing.elapsed.asNagiosTime] + [remaining?.text].compactMap(\.self)
            ),
            (entries.map(line) + closing.uncalled.map { "not called: \($0.asNagiosLine)" })
        )
    }

    private static func rank(_ word: String) -> Int { ["critical", "warning", "unknown"].firstIndex(of: word) ?? 3 }

    /// What is not well, in a few words each.
    private var listed: [String] {
        entries.worstFirst.compactMap { entry in
            if case .failure(let target, let reason) = entry { return "\(target.asNagiosLine) \(reason.asNagiosLine)" }
            guard entry.severity != nil, let first = entry.findings.first else { return nil }
            return "\(entry.target.asNagiosLine) \(first.id)"
        }
    }

    private func line(_ entry: Entry) -> String {
        let line =
            switch entry {
            case .heading(let words): words
            case .call(let verdict, _): brief.printBriefly(verdict)
            case .file(let verdict): brief.printBriefly(verdict)
            case .together(let summary, _, _): brief.printBriefly(summary)
            case .failure(let target, let reason): "UNKNOWN   \(target.escaped)  \(reason.escaped)"
            }
        return String(line.trimmedAtEnd.split(separator: "\n").joined(separator: " ")).replacing("|", with: "¦")
    }
}

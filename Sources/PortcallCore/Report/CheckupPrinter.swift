/// Prints calls that belong together: a line a call as they come, then what is wrong and what to do.
public struct CheckupPrinter: Sendable {
    private let style: Style
    private let text: TextPrinter

    public init(_ style: Style = Style()) {
        self.style = style
        text = TextPrinter(style)
    }

    /// One call on one line: how it came out, and who is there or what is wrong.
    public func line(_ record: Record) -> String {
        let port = record["port"]?.asInteger.map(String.init) ?? ""
        let row = "\((record["service"]?.asText ?? "").padded(to: 12))\(port.padded(to: 7))"
        guard let absence = absence(record) else {
            let detail = Style.cut(detail(record).escaped, to: style.width - 34)
            return "  \(mark(record)) \(row)\(text.verdict(record, padded: 10))\(detail)\n"
        }
        return "  \(style.paint("· \(row)\(absence)", .dim))\n"
    }

    /// What stands below the lines: the findings of each call, then those that none has alone, then the outcome.
    public func details(_ summary: Record, _ calls: [Record]) -> String {
        let each = calls.filter { !significant($0).isEmpty }.flatMap { record in
            ["", style.paint((record["target"]?.asText ?? "").escaped, .bold)] + significant(record).map(text.paragraph)
        }
        let together = (summary["findings"]?.asRecords ?? []).map(text.paragraph)
        let heading = together.isEmpty ? [] : ["", style.paint("All ports together", .bold)]
        return (each + heading + together + ["", outcome(summary, calls)]).joined(separator: "\n") + "\n"
    }

    private func outcome(_ summary: Record, _ calls: [Record]) -> String {
        let answering = calls.count(where: isConnected)
        let answer = answering == 0 ? "none answers" : answering == 1 ? "1 answers" : "\(answering) answer"
        let count = "\(calls.count) port\(calls.count == 1 ? "" : "s") called, \(answer)"
        guard summary["verdict"]?.asText != "ok" else {
            return style.paint("All is well: \(count).", .green)
        }
        let worst = (calls + [summary]).flatMap(significant).first {
            $0["severity"]?.asText == summary["verdict"]?.asText
        }
        let id = worst?["id"]?.asText ?? ""
        return "\(text.verdict(summary)): \(count). " + style.paint("More: portcall explain \(id)", .dim)
    }

    private func isConnected(_ record: Record) -> Bool {
        (record["stages"]?.asRecords ?? []).contains {
            $0["name"]?.asText == "connect" && $0["outcome"]?.asText == "passed"
        }
    }

    /// The findings above a note.
    private func significant(_ record: Record) -> [Record] {
        (record["findings"]?.asRecords ?? []).filter { $0["severity"]?.asText != "note" }
    }

    private func mark(_ record: Record) -> String {
        switch record["verdict"]?.asText {
        case "ok": style.paint("✓", .green)
        case "warning": style.paint("!", .yellow)
        default: style.paint("✗", .red)
        }
    }

    /// Why nobody answers on a port that need not answer.
    private func absence(_ record: Record) -> String? {
        guard record["verdict"]?.asText == "ok", record["confirmed"] == .flag(false) else { return nil }
        switch record["findings"]?.asRecords.first?["id"]?.asText {
        case "connect-refused": return "closed"
        case "connect-timeout": return "no answer"
        default: return "not reached"
        }
    }

    private func detail(_ record: Record) -> String {
        let findings = significant(record).compactMap { $0["id"]?.asText }
        guard findings.isEmpty else { return findings.joined(separator: ", ") }
        let tls = record["tls"]?.asRecord
        let until = tls?["certificates"]?.asRecords.first?["not_after"]?.asText.map { "until \($0.prefix(10))" }
        let parts = [record["protocol"]?.asRecord?["product"]?.asText, tls?["version"]?.asText, until]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}

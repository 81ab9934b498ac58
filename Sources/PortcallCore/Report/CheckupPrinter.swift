/// Prints calls that belong together: a line a call as they come, then what is wrong and what to do.
public struct CheckupPrinter: Sendable {
    private let style: Style
    private let text: TextPrinter

    public init(_ style: Style = Style()) {
        self.style = style
        text = TextPrinter(style)
    }

    /// One call on one line: how it came out, and who is there or what is wrong.
    ///
    /// - Parameters:
    ///   - record: the call's.
    ///   - host: as typed; a call to another one says to which.
    /// - Returns: the line with its line feed.
    public func line(_ record: Record, of host: String) -> String {
        let port = record["port"]?.asInteger.map(String.init) ?? ""
        let row = "\((record["service"]?.asText ?? "").padded(to: 12))\(port.padded(to: 7))"
        let target = record["target"]?.asText ?? ""
        let other = target.hasSuffix("//\(host)") ? "" : target.split(separator: "/").last.map { "\($0) " } ?? ""
        guard let absence = absence(record) else {
            let detail = Style.cut("\(other)\(detail(record))".escaped, to: style.width - 34)
            return "  \(mark(record)) \(row)\(text.verdict(record, padded: 10))\(detail)\n"
        }
        return "  \(style.paint("· \(row)\("\(other)\(absence)".escaped)", .dim))\n"
    }

    /// What stands below the lines: the findings of each call, then those that none has alone, then the outcome.
    public func details(_ summary: Record, _ calls: [Record]) -> String {
        let together = (summary["findings"]?.asRecords ?? []).map(text.paragraph)
        let heading = together.isEmpty ? [] : ["", style.paint("All together", .bold)]
        let conclusion = (summary["conclusion"]?.asText ?? "").split(separator: "\n").flatMap { paragraph in
            [""] + style.wrap(String(paragraph).escaped, indent: 0)
        }
        let lines = grouped(calls) + heading + together + conclusion + ["", outcome(summary, calls)]
        return lines.joined(separator: "\n") + "\n"
    }

    /// What several calls have in the same words is told once, below all their names.
    private func grouped(_ calls: [Record]) -> [String] {
        var groups: [(finding: Record, targets: [String])] = []
        for call in calls {
            let target = (call["target"]?.asText ?? "").escaped
            for finding in call.significantFindings {
                let index = groups.firstIndex {
                    $0.finding["id"] == finding["id"] && $0.finding["message"] == finding["message"]
                }
                if let index { groups[index].targets.append(target) } else { groups.append((finding, [target])) }
            }
        }
        return groups.enumerated().flatMap { index, group in
            let isSame = index > 0 && groups[index - 1].targets == group.targets
            let names = style.wrap(group.targets.joined(separator: ", "), indent: 0).map { style.paint($0, .bold) }
            return (isSame ? [] : [""] + names) + [text.paragraph(group.finding)]
        }
    }

    private func outcome(_ summary: Record, _ calls: [Record]) -> String {
        let answering = calls.count(where: isConnected)
        let answer = answering == 0 ? "none answers" : answering == 1 ? "1 answers" : "\(answering) answer"
        let called = "\(calls.count) port\(calls.count == 1 ? "" : "s") called, \(answer)"
        let count = calls.isEmpty ? "nobody was called" : called
        guard summary["verdict"]?.asText != "ok" else {
            return style.paint("All is well: \(count).", .green)
        }
        let worst = (calls + [summary]).flatMap(\.significantFindings).first {
            $0["severity"]?.asText == summary["verdict"]?.asText
        }
        let id = worst?["id"]?.asText ?? ""
        let service = calls.first { $0.significantFindings.first == worst }?["service"]?.asText
        let arguments = Explanation.arguments(for: id, of: service)
        return "\(text.verdict(summary)): \(count). " + style.paint("More: portcall explain \(arguments)", .dim)
    }

    private func isConnected(_ record: Record) -> Bool {
        if record["confirmed"] == .flag(true) { return true }
        return (record["stages"]?.asRecords ?? []).contains {
            $0["name"]?.asText == "connect" && $0["outcome"]?.asText == "passed"
        }
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
        case "connect-timeout", "timeout": return "no answer"
        default: return "not reached"
        }
    }

    private func detail(_ record: Record) -> String {
        let findings = record.significantFindings.compactMap { $0["id"]?.asText }
        guard findings.isEmpty else { return findings.joined(separator: ", ") }
        let tls = record["tls"]?.asRecord
        let until = tls?["certificates"]?.asRecords.first?["not_after"]?.asText.map { "until \($0.prefix(10))" }
        let parts = [record["protocol"]?.asRecord?["product"]?.asText, tls?["version"]?.asText, until]
            .compactMap(\.self)
        guard parts.isEmpty else { return parts.joined(separator: ", ") }
        let spoken = (record["stages"]?.asRecords ?? []).last { ["answer", "greeting"].contains($0["name"]?.asText) }
        return spoken?["detail"]?.asText ?? ""
    }
}

/// Prints calls that belong together: a line a call as they come, then what is wrong and what to do.
public struct CheckupPrinter: Sendable {
    private let style: Style
    private let text: TextPrinter

    /// - Parameter style: colours and width of the screen.
    public init(_ style: Style = Style()) {
        self.style = style
        text = TextPrinter(style)
    }

    /// One call on one line: how it came out, and who is there or what is wrong.
    ///
    /// - Parameters:
    ///   - verdict: the call's.
    ///   - host: as typed; a call to another one says to which.
    /// - Returns: the line with its line feed.
    public func line(_ verdict: Verdict, of host: String) -> String {
        let plan = verdict.observation.plan
        let target = plan.target.text
        let row = "\(plan.service.name.padded(to: 12))\(String(plan.target.port).padded(to: 7))"
        let other = target.hasSuffix("//\(host)") ? "" : target.split(separator: "/").last.map { "\($0) " } ?? ""
        guard !verdict.isAbsence else {
            return "  \(style.paint("· \(row)\("\(other)\(verdict.absence)".escaped)", .dim))\n"
        }
        let detail = Style.cut("\(other)\(verdict.detail)".escaped, to: style.width - 34)
        return "  \(mark(verdict.severity)) \(row)\(text.word(verdict.severity, padded: 10))\(detail)\n"
    }

    /// What stands below the lines: the findings of each call, then those that none has alone, then the outcome.
    public func details(_ summary: CheckupSummary) -> String {
        let together = summary.findings.map(text.paragraph)
        let heading = together.isEmpty ? [] : ["", style.paint("All together", .bold)]
        let conclusion = (summary.conclusion ?? "").split(separator: "\n").flatMap { paragraph in
            [""] + style.wrap(String(paragraph).escaped, indent: 0)
        }
        let lines = grouped(summary.verdicts) + heading + together + conclusion + ["", outcome(summary)]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The same of calls that are shown whole: what they come to together.
    public func comparison(_ summary: CheckupSummary) -> String {
        let conclusion = summary.conclusion.map { [style.wrap($0.escaped, indent: 0).joined(separator: "\n")] } ?? []
        return (conclusion + summary.findings.map(text.paragraph)).joined(separator: "\n") + "\n"
    }

    /// What several calls have in the same words is told once, below all their names.
    private func grouped(_ verdicts: [Verdict]) -> [String] {
        var groups: [(finding: Finding, targets: [String])] = []
        for verdict in verdicts {
            let target = verdict.observation.plan.target.text.escaped
            for finding in verdict.findings.significant {
                let index = groups.firstIndex { $0.finding.id == finding.id && $0.finding.message == finding.message }
                if let index { groups[index].targets.append(target) } else { groups.append((finding, [target])) }
            }
        }
        return groups.enumerated().flatMap { index, group in
            let isSame = index > 0 && groups[index - 1].targets == group.targets
            let names = style.wrap(group.targets.joined(separator: ", "), indent: 0).map { style.paint($0, .bold) }
            return (isSame ? [] : [""] + names) + [text.paragraph(group.finding)]
        }
    }

    private func outcome(_ summary: CheckupSummary) -> String {
        let calls = summary.verdicts
        let answering = calls.count(where: \.isConnected)
        let answer = answering == 0 ? "none answers" : answering == 1 ? "1 answers" : "\(answering) answer"
        let called = "\(calls.count) port\(calls.count == 1 ? "" : "s") called, \(answer)"
        let count = calls.isEmpty ? "nobody was called" : called
        let worst = (calls.flatMap(\.findings) + summary.findings).significant
            .first { $0.severity == summary.severity }
        guard let worst else { return text.allIsWell(count) }
        let service = calls.first { $0.findings.significant.first == worst }?.observation.plan.service
        return "\(text.word(summary.severity)): \(count). \(text.more(worst, of: service))"
    }

    private func mark(_ severity: Severity?) -> String {
        switch severity {
        case nil: style.paint("✓", .green)
        case .warning: style.paint("!", .yellow)
        case .critical, .note: style.paint("✗", .red)
        }
    }
}

extension Verdict {
    fileprivate var isConnected: Bool {
        observation.facts.isConfirmed
            || observation.stages.contains { $0.name == .connect && $0.outcome == .passed }
    }

    /// Why nobody answers on a port that need not answer.
    fileprivate var absence: String {
        switch findings.first?.id {
        case Explanation.connectRefused.id: "closed"
        case Explanation.connectTimeout.id, Explanation.timeout.id: "no answer"
        default: "not reached"
        }
    }

    /// What is wrong, else who is there, else what was said.
    fileprivate var detail: String {
        let ids = findings.significant.map(\.id)
        guard ids.isEmpty else { return ids.joined(separator: ", ") }
        let tls = observation.tls
        let until = tls?.chain.leaf.map { "until \($0.notAfter.date)" }
        let parts = [observation.facts.product?.name, tls?.version, until].compactMap(\.self)
        guard parts.isEmpty else { return parts.joined(separator: ", ") }
        return observation.stages.last { $0.name == .answer || $0.name == .greeting }?.detail ?? ""
    }
}

/// Prints calls that belong together: a line a call as they come, then what is wrong and what to do.
public struct CheckupPrinter: Sendable {
    private let style: Style
    private let text: TextPrinter

    /// - Parameters:
    ///   - style: colours and width of the screen.
    ///   - files: the PEM files that the calls were made with.
    public init(_ style: Style = Style(), files: Aim.Files = Aim.Files()) {
        self.style = style
        text = TextPrinter(style, files: files)
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
        let isOfHost = ["//\(host)", "//\(host):\(plan.target.port)"].contains { target.hasSuffix($0) }
        let other = isOfHost ? "" : target.split(separator: "/").last.map { "\($0) " } ?? ""
        guard !verdict.isAbsence else {
            let absence = style.cut("\(other)\(verdict.absence)".escaped, to: style.width - 4 - row.count)
            return "  \(text.mark(.neutral)) \(style.paint("\(row)\(absence)", .dim))\n"
        }
        let head = "  \(mark(verdict.severity)) \(row)\(text.word(verdict.severity, padded: 10))"
        return "\(head)\(detail(other, of: verdict, indent: row.count + 14))".trimmedAtEnd + "\n"
    }

    /// What is wrong is told whole, on more lines where it must be; of what is well what fits.
    private func detail(_ host: String, of verdict: Verdict, indent: Int) -> String {
        let room = style.width - indent
        let ids = verdict.findings.significant.map(\.id).joined(separator: ", ")
        let state = verdict.state.joined(separator: ", ")
        if ids.isEmpty, !style.isVerbose { return style.cut("\(host)\(verdict.whoAnswers)".escaped, to: room) }
        let first = ids.isEmpty ? verdict.whoAnswers : ids
        let both = state.isEmpty || ids.isEmpty ? first : "\(first); \(state)"
        let isRoom = style.isVerbose || "\(host)\(both)".columns <= room
        return style.wrap("\(host)\(isRoom ? both : first)".escaped, to: room)
            .joined(separator: "\n" + String(repeating: " ", count: indent))
    }

    private func mark(_ severity: Severity?) -> String {
        switch severity {
        case nil: text.mark(.good)
        case .warning: text.mark(.doubtful)
        case .critical, .note: text.mark(.bad)
        }
    }
}

// Below the lines.
extension CheckupPrinter {
    /// What stands below the lines: what the calls tell together, the findings of each, then those that none has alone,
    /// then the outcome.
    public func details(_ summary: CheckupSummary) -> String {
        let together = summary.findings.map { text.paragraph($0, isAlone: true) }
        let heading = together.isEmpty ? [] : ["", style.paint("All together", .bold)]
        let conclusion = (summary.conclusion ?? "").split(separator: "\n").flatMap { paragraph in
            [""] + style.wrap(String(paragraph).escaped, indent: 0)
        }
        let groups = SharedFinding.all(in: summary.verdicts)
        let facts = summary.lines.isEmpty ? [] : [""] + summary.lines.map(text.line)
        let lines = facts + told(groups) + heading + together + conclusion + [""] + outcome(summary, groups)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The same of calls that are shown whole: what they come to together.
    public func comparison(_ summary: CheckupSummary) -> String {
        let conclusion = summary.conclusion.map { [style.wrap($0.escaped, indent: 0).joined(separator: "\n")] } ?? []
        return (conclusion + summary.findings.map { text.paragraph($0, isAlone: true) }).joined(separator: "\n") + "\n"
    }

    /// What several calls have in the same words is told once, below all their names.
    private func told(_ groups: [SharedFinding]) -> [String] {
        groups.enumerated().flatMap { index, group in
            let isSame = index > 0 && groups[index - 1].targets == group.targets
            let names = style.wrap(group.targets.joined(separator: ", "), indent: 0).map { style.paint($0, .bold) }
            return (isSame ? [] : [""] + names) + [text.paragraph(group.finding, exceptions: group.exceptions)]
        }
    }

    private func outcome(_ summary: CheckupSummary, _ groups: [SharedFinding]) -> [String] {
        let calls = summary.verdicts
        let answering = calls.count(where: \.isConnected)
        let answer = answering == 0 ? "none answers" : answering == 1 ? "1 answers" : "\(answering) answer"
        let ports = "\(calls.count) port\(calls.count == 1 ? "" : "s")"
        let isNobody = calls.allSatisfy(\.observation.isUnresolved)
        let called = isNobody ? "of \(ports) none was called" : "\(ports) called, \(answer)"
        let count = calls.isEmpty ? "nobody was called" : called
        guard let severity = summary.severity else { return [text.allIsWell(count)] }
        return ["\(text.word(severity)): \(count)."] + ending(summary, groups, severity)
    }

    /// About the first of the worst: a call's own before what the calls have together.
    private func ending(_ summary: CheckupSummary, _ groups: [SharedFinding], _ severity: Severity) -> [String] {
        if let own = groups.first(where: { $0.finding.severity == severity }) {
            return text.ending(own.finding, of: own.seen)
        }
        guard let joint = summary.findings.first(where: { $0.severity == severity }),
            let plan = summary.verdicts.first?.observation.plan
        else { return [] }
        return text.ending(joint, of: summary, target: plan)
    }
}

/// What several calls have in the same words.
private struct SharedFinding {
    /// As the call has it where it weighs most.
    private(set) var finding: Finding
    /// Of that call.
    private(set) var seen: Observation
    private var calls: [(target: String, severity: Severity, mitigation: String?)]

    var targets: [String] { calls.map(\.target) }

    /// Where it weighs less; empty where it weighs the same everywhere.
    var exceptions: String {
        let others = calls.filter { $0.severity != finding.severity }
        guard let one = others.first else { return "" }
        let why = one.mitigation.map { ": \($0)" } ?? ""
        return "a \(one.severity.rawValue) on \(others.map(\.target).joined(separator: ", "))\(why)"
    }

    /// Worst first.
    static func all(in verdicts: [Verdict]) -> [SharedFinding] {
        var groups: [SharedFinding] = []
        for verdict in verdicts {
            for finding in verdict.findings.significant {
                groups.take(finding, verdict.observation)
            }
        }
        return [Severity.critical, .warning].flatMap { severity in groups.filter { $0.finding.severity == severity } }
    }

    fileprivate init(_ finding: Finding, _ seen: Observation) {
        self.finding = finding
        self.seen = seen
        calls = [(seen.plan.target.text.escaped, finding.severity, finding.mitigation)]
    }

    fileprivate mutating func add(_ other: Finding, _ seen: Observation) {
        calls.append((seen.plan.target.text.escaped, other.severity, other.mitigation))
        if other.severity > finding.severity { (finding, self.seen) = (other, seen) }
    }
}

extension [SharedFinding] {
    fileprivate mutating func take(_ finding: Finding, _ seen: Observation) {
        let index = firstIndex { $0.finding.id == finding.id && $0.finding.cause == finding.cause }
        if let index { self[index].add(finding, seen) } else { append(SharedFinding(finding, seen)) }
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

    /// The version of TLS, and until when the certificate is valid.
    fileprivate var state: [String] {
        let until = observation.tls?.chain.leaf.map { leaf in
            "\(leaf.notAfter < observation.plan.judgedAt ? "expired" : "until") \(leaf.notAfter.date)"
        }
        return [observation.tls?.version, until].compactMap(\.self)
    }

    /// TLS first, then who is there; else what was said.
    fileprivate var whoAnswers: String {
        let parts = state + [observation.facts.product?.name].compactMap(\.self)
        guard parts.isEmpty else { return parts.joined(separator: ", ") }
        return observation.stages.last { $0.name == .answer || $0.name == .greeting }?.detail ?? ""
    }
}

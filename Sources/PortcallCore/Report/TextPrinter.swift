/// Prints verdicts as a person reads them: the ladder of stages, then what is wrong and what to do.
public struct TextPrinter: Sendable {
    private let style: Style

    /// - Parameter style: colours and width of the screen.
    public init(_ style: Style = Style()) {
        self.style = style
    }

    /// The whole screen of one call, line feed at the end.
    public func print(_ verdict: Verdict) -> String {
        let seen = verdict.observation
        let facts =
            [seen.facts.product?.line] + (seen.facts.service?.lines ?? []) + [
                seen.certificateLine, seen.inspectorLine, seen.connectionsLine,
            ]
        let lines = [headline(verdict)] + ladder(seen.stages) + facts.compactMap(\.self).map(line)
        return (lines + judgement(verdict)).joined(separator: "\n") + "\n"
    }

    /// The screen of a file in which no certificate can be read.
    func print(_ verdict: ChainVerdict) -> String {
        let lines = [headline(verdict)] + ladder(verdict.file.stages) + judgement(verdict)
        return lines.joined(separator: "\n") + "\n"
    }

    /// What stands above a verdict to say why it is shown.
    public func heading(_ text: String) -> String { style.paint(text.escaped, .bold) }

    func headline(_ verdict: Verdict) -> String {
        let plan = verdict.observation.plan
        let target = plan.target.text.escaped
        let isNamed = target.hasPrefix("\(plan.service.name)://")
        return headline(isNamed ? target : "\(target)  \(plan.service.name)", verdict.severity)
    }

    func headline(_ verdict: ChainVerdict) -> String { headline(verdict.file.name.escaped, verdict.severity) }

    private func headline(_ title: String, _ severity: Severity?) -> String {
        let gap = max(2, style.width - title.count - severity.word.count)
        return style.paint(title, .bold) + String(repeating: " ", count: gap) + word(severity)
    }

    /// The worst of a verdict in a word.
    func word(_ severity: Severity?, padded width: Int = 0) -> String {
        let ink: Style.Ink =
            switch severity {
            case nil: .green
            case .warning: .yellow
            case .critical, .note: .red
            }
        let gap = String(repeating: " ", count: max(0, width - severity.word.count))
        return style.paint(severity.word.uppercased(), .bold, ink) + gap
    }
}

// The ladder, and what was learned on it.
extension TextPrinter {
    /// A line a stage; those that were skipped without a reason of their own share one.
    private func ladder(_ stages: [Stage]) -> [String] {
        let isSkipped = { (stage: Stage) in stage.outcome == .skipped && stage.detail.isEmpty }
        let skipped = stages.filter(isSkipped).map(\.name.title).joined(separator: ", ")
        let names = style.paint("skipped".padded(to: 14) + style.hang(skipped, indent: 18), .dim)
        return stages.filter { !isSkipped($0) }.map(line)
            + (skipped.isEmpty ? [] : ["  \(mark(.neutral)) \(names)"])
    }

    private func line(_ stage: Stage) -> String {
        let name = stage.name.title.padded(to: 14)
        let time = stage.duration.map { "\($0.inMilliseconds) ms" } ?? ""
        let room = style.width - 4 - 14 - (time.isEmpty ? 0 : time.count + 1)
        let shown = Style.cut(stage.detail.replacing("\n", with: " ").escaped, to: room)
        let line = stage.outcome == .skipped ? style.paint("\(name)\(shown)", .dim) : "\(name)\(shown)"
        let gap = time.isEmpty ? "" : String(repeating: " ", count: room - shown.count + 1)
        return "  \(mark(stage.outcome.mark)) \(line)\(gap)\(style.paint(time, .dim))".trimmedAtEnd
    }

    private func line(_ fact: FactLine) -> String {
        let label = fact.label.padded(to: 14)
        return "  \(mark(fact.mark)) \(fact.mark == .none ? style.paint(label, .dim) : label)"
            + style.hang(fact.text.escaped, indent: 18)
    }

    private func mark(_ mark: FactLine.Mark) -> String {
        switch mark {
        case .none: " "
        case .good: style.paint("✓", .green)
        case .bad: style.paint("✗", .red)
        case .neutral: style.paint("·", .dim)
        }
    }
}

// What is wrong, what to do, and where there is more.
extension TextPrinter {
    func judgement(_ verdict: Verdict) -> [String] {
        let absence = style.paint("Nothing worse than a note was found, and nobody answers.", .dim)
        let health = allIsWell("\(verdict.observation.plan.service.title) answers as it should")
        let limit = verdict.standIn.map {
            style.paint(style.hang("Nothing worse than a note was found: \($0).", indent: 0), .dim)
        }
        let words = verdict.isAbsence ? absence : limit ?? health
        return judgement(verdict.findings, of: verdict.observation.plan.service, orSay: words)
    }

    func judgement(_ verdict: ChainVerdict) -> [String] {
        judgement(verdict.findings, of: nil, orSay: allIsWell("the chain holds"))
    }

    private func judgement(_ findings: [Finding], of service: Service?, orSay words: String) -> [String] {
        findings.map(paragraph) + ["\n" + (findings.significant.first.map { more($0, of: service) } ?? words)]
    }

    func paragraph(_ finding: Finding) -> String {
        let ink: Style.Ink =
            switch finding.severity {
            case .critical: .red
            case .warning: .yellow
            case .note: .dim
            }
        var lines = ["", style.paint("\(finding.severity.rawValue): \(finding.id)", .bold, ink)]
        lines.append("  " + style.hang(finding.message.escaped, indent: 2))
        if !finding.evidence.isEmpty {
            lines.append("  " + style.paint("Seen:", .bold) + " " + style.hang(finding.evidence.escaped, indent: 8))
        }
        if let refusals = finding.refusals, refusals.isContested {
            lines.append("  " + style.paint("Refused by:", .bold) + " " + style.hang(refusals.words, indent: 14))
        }
        if !finding.fix.isEmpty {
            lines.append("  " + style.paint("Fix:", .bold) + "  " + style.hang(finding.fix.escaped, indent: 8))
        }
        return lines.joined(separator: "\n")
    }

    func allIsWell(_ words: String) -> String { style.paint("All is well: \(words).", .green) }

    /// Where there is more about a finding, for the service that it was found at.
    func more(_ finding: Finding, of service: Service?) -> String {
        style.paint("More: portcall explain \(Explanation.arguments(for: finding.id, of: service))", .dim)
    }
}

extension Verdict {
    /// Nobody answers, and that is nothing worse than a note.
    var isAbsence: Bool { severity == nil && !observation.facts.isConfirmed }

    /// What answers in the service's place, where nothing is worse than that.
    var standIn: String? { severity == nil ? observation.facts.standIn : nil }
}

extension [Finding] {
    /// Those above a note.
    var significant: [Finding] { filter { $0.severity > .note } }
}

extension Stage.Name {
    fileprivate var title: String { self == .capabilitiesAfterTLS ? "after TLS" : rawValue }
}

extension Stage.Outcome {
    fileprivate var mark: FactLine.Mark {
        switch self {
        case .passed: .good
        case .failed: .bad
        case .skipped: .neutral
        }
    }
}

extension Product {
    fileprivate var line: FactLine {
        FactLine("product", certainty == .stated ? name : "\(name) (\(certainty.rawValue))")
    }
}

extension Observation {
    /// The server's own certificate: its names and its time.
    fileprivate var certificateLine: FactLine? {
        tls?.chain.leaf.map { leaf in
            let names = leaf.names.dns + leaf.names.ip
            let days = leaf.notAfter.days(since: plan.judgedAt)
            let dates = days < 0 ? "expired on \(leaf.notAfter.date)" : "until \(leaf.notAfter.date), \(days) days left"
            return FactLine("certificate", "\(names.isEmpty ? "no names" : names.listed(most: 3)); \(dates)")
        }
    }
}

extension Observation {
    /// Whoever trusts its CA sees nothing else of it.
    fileprivate var inspectorLine: FactLine? {
        tls.flatMap { InspectingProduct.issuing($0.chain) }.map {
            FactLine("inspected", "the certificate is of a CA as \($0.what) makes one, not the server's own")
        }
    }

    /// Every connection besides the first, which whoever watches the server sees too.
    fileprivate var connectionsLine: FactLine? {
        furtherConnections.isEmpty ? nil : FactLine("connections", furtherConnections.joined(separator: "; "))
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(1, width - count)) }
}

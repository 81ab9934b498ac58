// One line a call: how it came out, what was called, how long its certificate lasts, and what is wrong in words.
extension TextPrinter {
    /// One line: the verdict, the target, the days that are left, and the worst finding in a sentence.
    public func printBriefly(_ verdict: Verdict) -> String {
        let target = verdict.observation.plan.target.text.escaped
        // With --each-address the same target has several lines.
        let address = verdict.observation.calledAddress.flatMap { target.contains($0) ? nil : " (\($0.escaped))" }
        let days = verdict.observation.tls?.chain.leaf?.notAfter.days(since: verdict.observation.plan.judgedAt)
        let tellsNotes = verdict.isAbsence || verdict.reservation != nil
        return brief(target + (address ?? ""), verdict.severity, days, verdict.findings, tellsNotes: tellsNotes)
    }

    /// The same of a chain in a file.
    public func printBriefly(_ verdict: ChainVerdict) -> String {
        let days = verdict.file.chain.leaf?.notAfter.days(since: verdict.file.seen.judgedAt)
        let tellsNotes = verdict.severity == nil
        return brief(verdict.file.name.escaped, verdict.severity, days, verdict.findings, tellsNotes: tellsNotes)
    }

    /// The same of several calls together.
    public func printBriefly(_ summary: CheckupSummary) -> String {
        let title = "\(summary.target.escaped) (all together)"
        return brief(title, summary.severity, nil, summary.findings, tellsNotes: false)
    }

    /// Notes are told, in brackets, where they are all there is to say: of a file, or why nobody answers.
    private func brief(
        _ title: String,
        _ severity: Severity?,
        _ days: Int?,
        _ findings: [Finding],
        tellsNotes: Bool
    ) -> String {
        let told = tellsNotes ? findings : findings.significant
        let others = told.dropFirst().map(\.id)
        let besides = others.isEmpty ? "" : " Also: \(others.joined(separator: ", "))."
        let words = told.first.map { "\($0.id): \($0.message.firstSentence.escaped)\(besides)" } ?? ""
        let time = days.map { $0 < 0 ? "expired" : $0 == 1 ? "1 day left" : "\($0) days left" } ?? ""
        let head = "\(title.padded(to: 40))  \(time.padded(to: 16))"
        let text = "\(head)  \(severity == nil && !words.isEmpty ? "(\(words))" : words)".trimmedAtEnd
        let shown = style.cutsLines ? style.cut(text, to: style.width - 10) : style.shown(text)
        return "\(word(severity, padded: 8))  \(shown)\n"
    }
}

extension Observation {
    /// The address called, or the last one that was tried.
    var calledAddress: String? { address ?? attempts.last?.address }
}

extension String {
    /// Up to the first full stop that no quotation holds.
    fileprivate var firstSentence: String {
        var isQuoted = false
        var letters = Substring(self)
        while let letter = letters.popFirst() {
            if letter == "'" { isQuoted.toggle() }
            if letter == ".", !isQuoted, letters.first == " " { return String(prefix(upTo: letters.startIndex)) }
        }
        return self
    }
}

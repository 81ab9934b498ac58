extension TextPrinter {
    /// One line: the target, the verdict and the findings' ids.
    public func printBriefly(_ verdict: Verdict) -> String {
        let target = verdict.observation.plan.target.text.escaped
        // With --each-address the same target has several lines.
        let address = verdict.observation.calledAddress.flatMap { target.contains($0) ? nil : " (\($0.escaped))" }
        return brief(
            target + (address ?? ""),
            verdict.severity,
            verdict.findings,
            tellsNotes: verdict.isAbsence || verdict.standIn != nil
        )
    }

    /// The same of a chain in a file.
    public func printBriefly(_ verdict: ChainVerdict) -> String {
        brief(verdict.file.name.escaped, verdict.severity, verdict.findings, tellsNotes: verdict.severity == nil)
    }

    /// The same of several calls together.
    public func printBriefly(_ summary: CheckupSummary) -> String {
        brief(summary.target.escaped, summary.severity, summary.findings, tellsNotes: false)
    }

    /// Notes are told, in brackets, where they are all there is to say: of a file, or why nobody answers.
    private func brief(_ title: String, _ severity: Severity?, _ findings: [Finding], tellsNotes: Bool) -> String {
        let ids = tellsNotes ? findings.map { "(\($0.id))" } : findings.significant.map(\.id)
        return "\(word(severity))  \(title)" + (ids.isEmpty ? "" : "  \(ids.joined(separator: ", "))") + "\n"
    }
}

extension Observation {
    /// The address called, or the last one that was tried.
    var calledAddress: String? { address ?? attempts.last?.address }
}

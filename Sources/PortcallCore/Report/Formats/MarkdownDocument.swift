/// For a job summary or an issue: GitHub's Markdown, what is wrong first.
struct MarkdownDocument: Document {
    private var entries: [Entry] = []

    mutating func add(_ entry: Entry) -> String {
        if entry.isTold { entries.append(entry) }
        return ""
    }

    func end(_ closing: Closing) -> String {
        let sorted = entries.filter(\.isTogether).sortedBySeverity + entries.filter { !$0.isTogether }.sortedBySeverity
        let table =
            sorted.isEmpty
            ? [] : ["", "| verdict | target | findings | certificate until |", "|---|---|---|---|"] + sorted.map(row)
        let uncalled =
            closing.uncalled.isEmpty
            ? [] : ["", "Not called: \(closing.uncalled.map(\.asMarkdown).joined(separator: ", "))"]
        let interruption = closing.isInterrupted ? ", interrupted" : ""
        let lines = ["## portcall: \(entries.counts)\(interruption)"] + table + uncalled + sorted.flatMap(section)
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(_ entry: Entry) -> String {
        let word = entry.isFailure ? "**not judged**" : entry.severity.map { "**\($0.rawValue)**" } ?? "ok"
        let ids = entry.findings.significant.map(\.id).withoutRepetition.joined(separator: ", ")
        let cells = [word, entry.target.asMarkdown, ids, entry.leaf?.notAfter.date ?? ""]
        return "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined()
    }

    /// What is not well, with what to do.
    private func section(_ entry: Entry) -> [String] {
        if case .failure(let target, let reason) = entry {
            return ["", "### \(target.asMarkdown)", reason.asProse]
        }
        let told = entry.findings.significant
        guard !told.isEmpty else { return [] }
        let parts = told.map { finding in
            let fix = finding.fix.isEmpty ? [] : ["", "Fix: \(finding.fix.asProse)"]
            return ["**\(finding.severity.rawValue): \(finding.id)** \(finding.message.asProse)"]
                + finding.evidence.asCodeBlock + fix
        }
        return ["", "### \(entry.target.asMarkdown)"] + parts.joined(separator: [""])
    }
}

extension [Entry] {
    /// How many calls came out how, and the worst of what they show together: `1 critical, 1 ok`.
    var counts: String {
        let calls = filter { !$0.isTogether }
        let numbers = [
            (calls.count { $0.severity == .critical }, "critical"),
            (calls.count { $0.severity == .warning }, "warning"),
            (calls.count(where: \.isFailure), "not judged"),
            (calls.count { !$0.isFailure && $0.severity == nil }, "ok"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let together = filter(\.isTogether).compactMap(\.severity).max().map { "; together \($0.rawValue)" }
        return (numbers.isEmpty ? "no calls" : numbers.joined(separator: ", ")) + (together ?? "")
    }
}

// Escaping.
extension String {
    /// Text in which nothing acts.
    fileprivate var asMarkdown: String {
        escaped.reduce(into: "") { text, letter in
            if "\\`*_[]<>|#&~".contains(letter) { text += "\\" }
            text.append(letter)
        }
    }

    /// A sentence of ours; what a server said in it stands in code, where no name notifies anybody and nothing is a link.
    fileprivate var asProse: String {
        var prose: [String] = []
        var quoted: [String] = []
        for word in escaped.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
            guard !quoted.isEmpty || word.drop(while: { $0 == "(" }).hasPrefix("'") else {
                prose.append(word.isInert ? word.asMarkdown : word.asCode)
                continue
            }
            quoted.append(word)
            guard let quotation = quoted.joined(separator: " ").asQuotation else { continue }
            prose.append(quotation)
            quoted = []
        }
        // One that does not end may be an apostrophe.
        return (prose + quoted.map { $0.isInert ? $0.asMarkdown : $0.asCode }).joined(separator: " ")
    }

    /// What stands between quotation marks, as code; nil as long as the second of them is missing.
    private var asQuotation: String? {
        let head = prefix { $0 == "(" }
        let rest = self[head.endIndex...]
        let end = rest.reversed().prefix { ".,;:)?".contains($0) }.count
        let quotation = rest.dropLast(end)
        guard quotation.count > 2, quotation.hasPrefix("'"), quotation.hasSuffix("'") else { return nil }
        return "\(head)\(String(quotation.dropFirst().dropLast()).asCode)\(rest.suffix(end))"
    }

    /// Neither a name that is notified nor an address that becomes a link.
    private var isInert: Bool {
        !contains { "@#<>`".contains($0) } && !contains("://") && !lowercased().contains("www.")
    }

    /// Between more backticks than it has itself.
    fileprivate var asCode: String {
        let fence = String(repeating: "`", count: longestFence + 1)
        let isTouching = hasPrefix("`") || hasSuffix("`")
        return isTouching ? "\(fence) \(self) \(fence)" : "\(fence)\(self)\(fence)"
    }

    /// What makes a finding so, as it was said.
    fileprivate var asCodeBlock: [String] {
        guard !isEmpty else { return [] }
        let fence = String(repeating: "`", count: max(3, longestFence + 1))
        return ["", fence] + split(separator: "\n", omittingEmptySubsequences: false).map { String($0).escaped } + [
            fence
        ]
    }

    /// The longest run of backticks.
    private var longestFence: Int {
        split { $0 != "`" }.map(\.count).max() ?? 0
    }
}

/// Prints what `portcall explain` has to say.
public struct ExplanationPrinter: Sendable {
    private let style: Style

    /// - Parameter style: colours and width of the screen.
    public init(_ style: Style = Style()) {
        self.style = style
    }

    /// The page of one finding.
    ///
    /// - Parameters:
    ///   - page: as far as it concerns whoever asks.
    ///   - hints: what the program that shows the page can do about the finding itself, a paragraph each.
    /// - Returns: the page, line feed at the end.
    public func print(_ page: ExplanationPage, hints: [String] = []) -> String {
        let explanation = page.explanation
        let subject = page.subject.map { ", for \($0)" } ?? ""
        let service = page.subject.flatMap { Service.named($0) }
        let severity = explanation.severity(on: service).rawValue
        var told = ["\(style.paint(explanation.id, .bold)) (\(severity))\(subject)", ""]
        let exceptions = explanation.exceptions(on: service)
        if !exceptions.isEmpty { told += style.wrap(exceptions, indent: 0) + [""] }
        for paragraph in page.common.meaning { told += style.wrap(paragraph, indent: 0) + [""] }
        told += section("How to confirm it", page.common.probes.flatMap(lines(of:)))
        told += section("How to fix it", lines(of: page.common.remedies))
        for part in page.parts { told += section(part.title, lines(of: part)) }
        told += section("Who refuses it", clients(of: explanation))
        told += section("With portcall", hints.map { "  " + style.hang($0, indent: 2) })
        return told.dropLast().joined(separator: "\n") + "\n"
    }

    /// Nothing where there is nothing to tell.
    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : style.wrap(title, indent: 0).map { style.paint($0, .bold) } + lines + [""]
    }

    private func lines(of part: ExplanationPage.Part) -> [String] {
        let paragraphs = part.meaning.map { ["  " + style.hang($0, indent: 2)] }
        let blocks = paragraphs + [part.probes.flatMap(lines(of:)), lines(of: part.remedies)].filter { !$0.isEmpty }
        return Array(blocks.joined(separator: [""]))
    }

    /// Who refuses for what, and how that is known; nothing where nobody knows.
    private func clients(of explanation: Explanation) -> [String] {
        let groups = explanation.refused
        guard !groups.isEmpty else { return [] }
        let lines = groups.flatMap { group in
            let text = group.text(of: explanation.id)
            let title = style.wrap(group.title, indent: 2).map { "  " + style.paint($0, .bold) }
            return title + (text.isEmpty ? [] : ["    " + style.hang(text, indent: 4)])
        }
        // An address is not broken, so that it can be taken as it is.
        let sources = explanation.clientSources.flatMap { source in
            (source.contains("://") ? [style.shown(source)] : style.wrap(source, indent: 2)).map {
                "  " + style.paint($0, .dim)
            }
        }
        return lines + sources
    }

    private func lines(of probe: Explanation.Probe) -> [String] {
        ["  " + style.hang(probe.purpose, indent: 2), "    \(style.shown(probe.command))"]
    }

    /// Each product once, in the order in which they are first named.
    private func lines(of remedies: [Explanation.Remedy]) -> [String] {
        remedies.map(\.product).withoutRepetition.flatMap { product in
            ["  \(style.paint(product, .bold))"]
                + remedies.filter { $0.product == product }.map { "    " + style.hang($0.text, indent: 4) }
        }
    }

    /// Every finding and its severity, a line each.
    public func list(_ explanations: [Explanation]) -> String {
        explanations.map { "\($0.id.padded(to: 34))\($0.severity.rawValue)\n" }.joined()
    }
}

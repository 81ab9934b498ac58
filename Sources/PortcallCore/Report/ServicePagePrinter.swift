/// Prints what `portcall explain` has to say of a port or a service.
public struct ServicePagePrinter: Sendable {
    private let style: Style

    /// - Parameter style: colours and width of the screen.
    public init(_ style: Style = Style()) {
        self.style = style
    }

    /// The page, line feed at the end.
    public func print(_ page: ServicePage) -> String {
        let told = page.services.flatMap(lines(of:)) + (page.services.isEmpty ? unasked(page) : []) + users(page)
        return told.dropLast().joined(separator: "\n") + "\n"
    }

    private func lines(of service: Service) -> [String] {
        let title = "\(style.paint(service.name, .bold)) (\(service.places)): \(service.title)"
        let says = service.kind.requests.words.map { "  " + style.hang($0, indent: 2) }
        let (own, general) = service.conclusions
        let sentence = "\(service.role) Defined by \(service.reference); \(service.securityInWords)."
        return [title, ""] + style.wrap(sentence, indent: 0) + [""]
            + section("What portcall says to it", says)
            + section("What it can conclude", list("Of this protocol alone", own) + list("Of any", general))
    }

    private func list(_ title: String, _ findings: [Explanation]) -> [String] {
        guard !findings.isEmpty else { return [] }
        return ["  " + style.hang("\(title): \(findings.map(\.id).joined(separator: ", ")).", indent: 2)]
    }

    private func unasked(_ page: ServicePage) -> [String] {
        let reasons = page.whyNot.map { "  " + style.hang($0, indent: 2) }
        return ["\(style.paint(page.subject, .bold)): nothing is asked there", ""] + section("Why", reasons)
    }

    private func users(_ page: ServicePage) -> [String] {
        let lines = page.rows.flatMap { row in
            let text = "\(row.id)  \(row.product), \(row.role): \(row.title)"
            let note = row.note.map { ["       " + style.hang($0, indent: 7)] } ?? []
            return ["  " + style.hang(text, indent: 7)] + note
        }
        return section("Who uses it", lines)
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : [style.paint(title, .bold)] + lines + [""]
    }
}

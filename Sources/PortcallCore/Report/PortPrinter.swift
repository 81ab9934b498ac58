/// Prints rows of the port reference as `portcall ports` shows them.
public struct PortPrinter: Sendable {
    private let style: Style

    /// - Parameter style: colours and width of the screen.
    public init(_ style: Style = Style()) {
        self.style = style
    }

    /// A table of the rows; where all is wanted, with what portcall sends to each port.
    public func print(_ rows: [PortRow]) -> String {
        let hasRoom = style.width >= Self.wide
        var table = ScreenTable(
            ["row", "port", "service"] + (hasRoom ? ["product and role"] : []) + ["path"],
            flexible: hasRoom ? [3, 4] : [3]
        )
        for row in rows {
            let places = row.endpoints.isEmpty ? ["-"] : row.endpoints.map(\.text)
            let services = row.endpoints.isEmpty ? ["-"] : row.endpoints.map { $0.service ?? "-" }
            let whose = "\(row.product), \(row.role)"
            let cells = [[row.id], places, services] + (hasRoom ? [[whose]] : [])
            table.add(cells + [[row.title] + (hasRoom ? [] : [whose]) + remarks(on: row)])
        }
        return table.lines(style).map { $0 + "\n" }.joined()
    }

    /// From so many columns on there is room for the product beside the path.
    private static let wide = 120

    private func remarks(on row: PortRow) -> [String] {
        let note = row.note.map { ["Note: \($0)"] } ?? []
        let whyNot = (row.whyNot.map { [$0] } ?? row.endpoints.compactMap(\.whyNot).withoutRepetition)
            .map { "Not asked: \($0)." }
        return (style.isVerbose ? details(of: row) : []) + whyNot + note
    }

    private func details(of row: PortRow) -> [String] {
        let byDefault = row.encryptionByDefault.map { " (by default: \($0))" } ?? ""
        let others = row.otherAuthentication.map { " (also: \($0))" } ?? ""
        let sends = row.endpoints.compactMap(\.service).withoutRepetition.compactMap { name in
            Service.named(name).map { "portcall to \(name): \($0.kind.requests.words.joined(separator: ", "))" }
        }
        let facts = [
            row.encryption.map { "encryption: \($0)\(byDefault)" },
            row.authentication.map { "log-in: \($0)\(others)" },
            row.program.map { "program: \($0)" },
            "\(row.certainty.rawValue): \(row.source)",
        ]
        return facts.compactMap(\.self) + sends
    }
}

extension SweepEntry {
    /// Reads what a row told that a sweep has printed; nil where it is no such row.
    ///
    /// A row has the ids of its findings and the worst of their severities: each counts for what it weighs by default,
    /// and the first for the whole.
    package init?(csv line: some Sequence<UInt8>) {
        guard let cells = Self.cells(String(decoding: Array(line), as: UTF8.self)) else { return nil }
        guard cells.count == CSVDocument.labels.count else { return nil }
        let row = Dictionary(zip(CSVDocument.labels, cells)) { first, _ in first }
        guard let target = row["target"], !target.isEmpty, let message = row["message"] else { return nil }
        guard let service = row["service"], let verdict = row["verdict"], !verdict.isEmpty else {
            self.init(target: target, .unjudged(message, line: Self.line(message)))
            return
        }
        let ids = (row["findings"] ?? "").split(separator: " ").map(String.init)
        let worst = Severity(rawValue: verdict)
        let sightings = ids.enumerated().map { place, id in
            let usual = Explanation.named(id)?.severity ?? .warning
            let weight = place == 0 ? worst ?? usual : min(usual, worst ?? usual)
            return Sighting(id: id, severity: max(weight, .warning))
        }
        self.init(target: target, .judged(service: service, sightings))
    }

    /// Which line of the list the message is about; nil for a call that this machine could not make.
    private static func line(_ message: String) -> Int? {
        let (word, rest) = message.cut(at: " ")
        return word == "line" ? Int(rest.cut(at: ":").0) : nil
    }

    /// The cells of one row (RFC 4180), as they were before a spreadsheet was kept from working them out; nil where a
    /// quote has no end.
    private static func cells(_ line: String) -> [String]? {
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        var rest = Substring(line.hasSuffix("\r") ? String(line.dropLast()) : line)
        while let character = rest.popFirst() {
            switch character {
            case "\"" where isQuoted && rest.first == "\"":
                cell.append("\"")
                rest.removeFirst()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                cells.append(cell)
                cell = ""
            default: cell.append(character)
            }
        }
        guard !isQuoted else { return nil }
        return (cells + [cell]).map(\.withFormula)
    }
}

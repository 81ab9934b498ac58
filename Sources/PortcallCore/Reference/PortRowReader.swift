/// Reads the rows as `PortRows` has them.
struct PortRowReader {
    /// What holds for the rows until the next line that begins with `=`.
    private var common: [Substring: Substring] = [:]
    /// Words that several rows have, by their names.
    private var words: [Substring: Substring] = [:]
    private var rows: [PortRow] = []

    static func read(_ texts: [String]) -> [PortRow] {
        var reader = PortRowReader()
        for text in texts {
            for line in unfolded(text) { reader.take(line[...]) }
        }
        return reader.rows
    }

    /// A line that begins with spaces goes on with the one above.
    private static func unfolded(_ text: String) -> [String] {
        var lines: [String] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix(" "), !lines.isEmpty {
                lines[lines.count - 1] += " " + line.drop { $0 == " " }
            } else {
                lines.append(String(line))
            }
        }
        return lines
    }

    private mutating func take(_ line: Substring) {
        let (head, rest) = line.cut()
        switch head {
        case "=": common = fields(rest.split(separator: " | "))
        case "~":
            let (name, text) = rest.cut()
            words[name] = text
        default:
            let parts = rest.split(separator: " | ")
            guard parts.count > 1 else { return }
            let own = fields(parts.dropFirst(2))
            rows.append(row(head, parts[0], parts[1], common.merging(own) { $1 }))
        }
    }

    private func fields(_ parts: some Sequence<Substring>) -> [Substring: Substring] {
        Dictionary(
            parts.map { part in
                let (name, value) = part.cut()
                let isText = name == "note" || name == "why" || name == "others"
                return (name, isText ? words[value] ?? value : value)
            }
        ) { $1 }
    }

    private func row(
        _ id: Substring,
        _ ports: Substring,
        _ path: Substring,
        _ fields: [Substring: Substring]
    ) -> PortRow {
        let text = { (name: Substring) in fields[name].flatMap { $0.isEmpty ? nil : String($0) } }
        let why = text("why")
        return PortRow(
            id: String(id),
            product: text("product") ?? "",
            role: text("role") ?? "",
            path: String(path),
            name: text("name"),
            endpoints: ports.split(separator: " ").compactMap { endpoint($0, why: text("others") ?? why) },
            encryption: text("encryption"),
            encryptionByDefault: text("default"),
            authentication: text("login"),
            otherAuthentication: text("logins"),
            program: text("program"),
            source: source(text("source") ?? "", text("found") ?? ""),
            certainty: text("certainty").flatMap(PortRow.Certainty.init) ?? .recalled,
            note: text("note"),
            whyNot: why,
            otherWords: text("also") ?? ""
        )
    }

    /// Where the reference has lost cells, whoever still has them.
    private func source(_ text: String, _ marks: String) -> String {
        let copies = marks.split(separator: " ").compactMap { Self.copies[$0] }
        return copies.isEmpty ? text : "\(text); \(copies.joined(separator: ", "))"
    }

    private static let copies: [Substring: String] = [
        "V1": "a copy of it for SP2 and SP3",
        "V2": "other copies of the same edition",
        "V3": "zacharyloeber.com, FirewallRules.html",
        "V4": "a summary of it (scribd 47574014)",
        "V5": "MicrosoftDocs/OfficeDocs-Exchange, 52e8b70",
    ]

    /// `691:resvc`, `16000-17000:tcp`.
    private func endpoint(_ text: Substring, why: String?) -> PortRow.Endpoint? {
        let parts = text.split(separator: ":")
        let numbers = parts.first?.split(separator: "-").compactMap { Int($0) } ?? []
        guard parts.count == 2, let first = numbers.first, let last = numbers.last, first <= last else { return nil }
        let transport = Transport(rawValue: String(parts[1]))
        let service = transport == nil ? String(parts[1]) : nil
        return PortRow.Endpoint(
            ports: first...last,
            transport: transport ?? service.flatMap(Service.named)?.transport ?? .tcp,
            service: service,
            whyNot: service == nil ? why : nil
        )
    }
}

extension Substring {
    /// What stands before the first space, and what behind it.
    fileprivate func cut() -> (Substring, Substring) {
        guard let space = firstIndex(of: " ") else { return (self, "") }
        return (self[..<space], self[index(after: space)...])
    }
}

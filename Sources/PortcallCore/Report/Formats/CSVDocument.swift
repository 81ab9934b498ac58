/// For spreadsheets: a row a call below a row of labels (RFC 4180), the same columns whatever was called.
public struct CSVDocument: Document {
    /// In their order.
    static let labels = [
        "target", "address", "port", "service", "group", "owner", "started", "verdict", "confirmed", "findings",
        "message", "product", "tls_version", "cipher", "verified", "name_matches", "subject", "issuer", "serial",
        "not_before", "not_after", "days_left", "sha256", "elapsed_ms",
    ]

    /// There is nothing to choose.
    public init() {}

    /// The row of labels, with its line ending.
    public static let header = line(labels)

    /// The row of one call, with its line ending.
    public static func row(_ verdict: Verdict) -> String { row(verdict.record, verdict.findings) }

    /// The row of what cannot be judged, which has the reason as its message.
    public static func row(error: String, target: String) -> String {
        row(["target": .text(target), "message": .text(error)])
    }

    /// The row of labels.
    public func begin() -> String { Self.header }

    /// A row.
    public func add(_ entry: Entry) -> String {
        switch entry {
        case .heading: ""
        case .call(let verdict, _): Self.row(verdict)
        case .file(let verdict): Self.row(verdict.record, verdict.findings)
        case .together where !entry.isTold: ""
        case .together(let summary, let name, _):
            Self.row(
                [.target: .text(name), .verdict: .text(summary.findings.worst.word)],
                summary.findings
            )
        case .failure(let target, let reason): Self.row(error: reason, target: target)
        }
    }
}

// Rows.
extension CSVDocument {
    private static func row(_ record: Record, _ findings: [Finding]) -> String {
        let tls = record[.tls]?.asRecord
        let leaf = tls?[.certificates]?.asRecords.first
        let told = findings.significant
        var values = Dictionary(record.fields.map { ($0.label, $0.value) }) { first, _ in first }
        for (label, value) in (leaf?.fields ?? []) { values[label] = value }
        values["findings"] = .text(told.map(\.id).withoutRepetition.joined(separator: " "))
        values["message"] = .text(told.first?.message)
        values["product"] = record[.protocol]?.asRecord?[.product]
        values["tls_version"] = tls?[.version]
        values["cipher"] = tls?[.cipher]
        values["verified"] = tls?[.verified]
        values["name_matches"] = tls?[.nameMatches]
        return row(values)
    }

    private static func row(_ values: [String: Record.Value]) -> String {
        line(labels.map { values[$0].map(cell) ?? "" })
    }

    /// Lists and records have no cell.
    private static func cell(_ value: Record.Value) -> String {
        switch value {
        case .null, .list, .record: ""
        case .flag(let flag): String(flag)
        case .integer(let integer): String(integer)
        case .text(let text): text.escaped.withoutFormula
        }
    }

    private static func line(_ cells: [String]) -> String {
        cells.map(\.quotedForCSV).joined(separator: ",") + "\r\n"
    }
}

extension String {
    /// A spreadsheet takes what begins like that for something to work out.
    fileprivate var withoutFormula: String {
        unicodeScalars.first.map(Self.startsFormula) == true ? "'\(self)" : self
    }

    /// What stood there before a spreadsheet was kept from working it out.
    var withFormula: String {
        guard hasPrefix("'"), unicodeScalars.dropFirst().first.map(Self.startsFormula) == true else { return self }
        return String(dropFirst())
    }

    private static func startsFormula(_ first: Unicode.Scalar) -> Bool { "=+-@\t\r".unicodeScalars.contains(first) }
}

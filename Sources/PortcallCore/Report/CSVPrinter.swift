/// Prints records as comma-separated values (RFC 4180), a line each below a line of labels; lines end in a line feed.
///
/// What stands deeper is one cell: a list has its values parted by spaces, or by semicolons where they have spaces.
public struct CSVPrinter: Sendable {
    /// There is nothing to choose.
    public init() {}

    /// A table: what the first record names is its columns.
    public func print(_ records: [Record]) -> String {
        guard let labels = records.first?.fields.map(\.label) else { return "" }
        let rows = records.map { record in labels.map { record[$0].map(cell) ?? "" } }
        return ([labels] + rows).map { $0.map(\.quotedForCSV).joined(separator: ",") + "\n" }.joined()
    }

    private func cell(_ value: Record.Value) -> String {
        switch value {
        case .null: return ""
        case .flag(let flag): return flag ? "true" : "false"
        case .integer(let integer): return String(integer)
        case .text(let text): return text.escaped
        case .list(let values):
            let cells = values.map(cell)
            return cells.joined(separator: cells.contains { $0.contains(" ") } ? "; " : " ")
        case .record(let record):
            return record.fields.map { cell($0.value) }.filter { !$0.isEmpty }.joined(separator: "/")
        }
    }
}

extension String {
    /// As one cell (RFC 4180): in quotation marks where it could be taken for more than one.
    var quotedForCSV: String {
        let isPlain = !contains { $0 == "," || $0 == "\"" || $0.isNewline } && !hasPrefix(" ")
        return isPlain ? self : "\"\(replacing("\"", with: "\"\""))\""
    }
}

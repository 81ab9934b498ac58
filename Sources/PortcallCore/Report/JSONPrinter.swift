/// Prints a record as one line of JSON (RFC 8259), its fields in their order.
public struct JSONPrinter: Sendable {
    /// There is nothing to choose.
    public init() {}

    /// One object, without a line feed at its end.
    public func print(_ record: Record) -> String {
        var line = ""
        write(.record(record), to: &line)
        return line
    }

    private func write(_ value: Record.Value, to line: inout String) {
        switch value {
        case .null: line += "null"
        case .flag(let flag): line += flag ? "true" : "false"
        case .integer(let integer): line += String(integer)
        case .text(let text): write(text, to: &line)
        case .list(let values):
            line += "["
            for (index, value) in values.enumerated() {
                if index > 0 { line += "," }
                write(value, to: &line)
            }
            line += "]"
        case .record(let record):
            line += "{"
            for (index, field) in record.fields.enumerated() {
                if index > 0 { line += "," }
                write(field.label, to: &line)
                line += ":"
                write(field.value, to: &line)
            }
            line += "}"
        }
    }

    /// Line feeds are ours, between the lines of one text; every other control character is spelled out as text.
    private func write(_ text: String, to line: inout String) {
        line += "\""
        if text.utf8.allSatisfy(\.isPlain) { line += text } else { writeEscaped(text, to: &line) }
        line += "\""
    }

    private func writeEscaped(_ text: String, to line: inout String) {
        for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { line += "\\n" }
            for scalar in String(part).escaped.unicodeScalars {
                if scalar == "\\" || scalar == "\"" { line += "\\" }
                line.unicodeScalars.append(scalar)
            }
        }
    }
}

extension UInt8 {
    /// It stands for itself between quotes.
    fileprivate var isPlain: Bool { (0x20...0x7E).contains(self) && self != 0x22 && self != 0x5C }
}

/// Prints a record as one line of JSON (RFC 8259), its fields in their order.
public struct JSONPrinter: Sendable {
    /// There is nothing to choose.
    public init() {}

    /// One object, without a line feed at its end.
    public func print(_ record: Record) -> String {
        var line: [UInt8] = []
        line.reserveCapacity(Self.usualLength)
        write(.record(record), to: &line)
        return String(decoding: line, as: UTF8.self)
    }

    private static let usualLength = 4096

    /// Bytes are appended several times as fast as text is.
    private func write(_ value: Record.Value, to line: inout [UInt8]) {
        switch value {
        case .null: line += "null".utf8
        case .flag(let flag): line += (flag ? "true" : "false").utf8
        case .integer(let integer): line += String(integer).utf8
        case .text(let text): write(text, to: &line)
        case .list(let values):
            line.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { line.append(UInt8(ascii: ",")) }
                write(value, to: &line)
            }
            line.append(UInt8(ascii: "]"))
        case .record(let record):
            line.append(UInt8(ascii: "{"))
            for (index, field) in record.fields.enumerated() {
                if index > 0 { line.append(UInt8(ascii: ",")) }
                write(field.label, to: &line)
                line.append(UInt8(ascii: ":"))
                write(field.value, to: &line)
            }
            line.append(UInt8(ascii: "}"))
        }
    }

    /// Line feeds are ours, between the lines of one text; every other control character is spelled out as text.
    private func write(_ text: String, to line: inout [UInt8]) {
        line.append(Self.quote)
        if text.utf8.allSatisfy(\.isPlain) { line += text.utf8 } else { writeEscaped(text, to: &line) }
        line.append(Self.quote)
    }

    private func writeEscaped(_ text: String, to line: inout [UInt8]) {
        for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { line += "\\n".utf8 }
            for byte in String(part).escaped.utf8 {
                if byte == Self.backslash || byte == Self.quote { line.append(Self.backslash) }
                line.append(byte)
            }
        }
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
}

extension UInt8 {
    /// It stands for itself between quotes.
    fileprivate var isPlain: Bool { (0x20...0x7E).contains(self) && self != 0x22 && self != 0x5C }
}

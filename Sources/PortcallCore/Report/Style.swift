/// How text is marked on a terminal, and how wide it may be.
public struct Style: Sendable {
    /// With the colours of a terminal (ECMA-48).
    public var usesColour: Bool
    /// Columns.
    public var width: Int

    /// Plain text of 80 columns, unless it is said.
    public init(usesColour: Bool = false, width: Int = 80) {
        self.usesColour = usesColour
        self.width = max(40, width)
    }

    enum Ink: String {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
    }

    func paint(_ text: String, _ inks: Ink...) -> String {
        guard usesColour, !text.isEmpty, !inks.isEmpty else { return text }
        return "\u{1B}[\(inks.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
    }

    /// Breaks text at spaces so that no line is wider than the style allows with `indent` spaces before it.
    func wrap(_ text: String, indent: Int) -> [String] {
        let room = max(20, width - indent)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > room {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " \(word)"
        }
        return lines + (line.isEmpty ? [] : [line])
    }

    /// Wraps text and indents every line but the first.
    func hang(_ text: String, indent: Int) -> String {
        wrap(text, indent: indent).joined(separator: "\n" + String(repeating: " ", count: indent))
    }

    /// Cut to `columns`, with an ellipsis where something is missing.
    static func cut(_ text: String, to columns: Int) -> String {
        text.count <= columns ? text : String(text.prefix(max(0, columns - 1))) + "…"
    }
}

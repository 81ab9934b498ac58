/// How text is marked on a terminal, how wide it may be, and how much of it is wanted.
public struct Style: Sendable {
    /// With the colours of a terminal (ECMA-48).
    public var usesColour: Bool
    /// Columns.
    public var width: Int
    /// For a screen that shows ASCII alone.
    public var isASCII: Bool
    /// Nothing is left out or cut.
    public var isVerbose: Bool
    /// A line that must be one is cut at the width; else it is as long as it is, for files and programs.
    public var cutsLines: Bool

    /// Plain text of 80 columns, unless it is said.
    public init(
        usesColour: Bool = false,
        width: Int = 80,
        isASCII: Bool = false,
        isVerbose: Bool = false,
        cutsLines: Bool = false
    ) {
        self.usesColour = usesColour
        self.width = max(40, width)
        self.isASCII = isASCII
        self.isVerbose = isVerbose
        self.cutsLines = cutsLines
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
}

// Lines.
extension Style {
    /// Columns of what is read as prose and of what stands at a right margin: longer lines are hard to follow.
    ///
    /// Where all is wanted the whole width is.
    var measure: Int { isVerbose ? width : min(width, 100) }

    /// Breaks text at spaces so that no line is wider than the measure with `indent` spaces before it.
    func wrap(_ text: String, indent: Int) -> [String] { wrap(text, to: measure - indent) }

    /// Breaks text at spaces into lines of so many columns; a word that is longer is broken too.
    package func wrap(_ text: String, to columns: Int) -> [String] {
        let room = max(12, columns)
        var lines: [String] = []
        var line = ""
        for word in shown(text).split(separator: " ").flatMap({ String($0).inPieces(of: room) }) {
            if !line.isEmpty, line.columns + 1 + word.columns > room {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? word : " \(word)"
        }
        return lines + (line.isEmpty ? [] : [line])
    }

    /// Wraps text and indents every line but the first.
    func hang(_ text: String, indent: Int) -> String {
        wrap(text, indent: indent).joined(separator: "\n" + String(repeating: " ", count: indent))
    }

    /// Cut to `columns`, with an ellipsis where something is missing.
    package func cut(_ text: String, to columns: Int) -> String {
        let text = shown(text)
        guard text.columns > columns else { return text }
        let end = shown("…")
        return text.prefix(ofColumns: max(0, columns - end.columns)) + end
    }
}

// Letters.
extension Style {
    /// As the screen can show it: on one of ASCII signs have their likes, and other letters their numbers.
    package func shown(_ text: String) -> String {
        guard isASCII, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        return text.unicodeScalars.map { scalar in
            scalar.isASCII
                ? String(scalar)
                : Self.likes[scalar] ?? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }.joined()
    }

    private static let likes: [Unicode.Scalar: String] = [
        "✓": "+", "✗": "x", "·": "-", "←": "<-", "→": "->", "↔": "<->", "└": "\\", "…": "...", "–": "-", "—": "-",
        "“": "\"",
        "”": "\"", "‘": "'", "’": "'", "\u{A0}": " ",
    ]
}

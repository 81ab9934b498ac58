extension Duration {
    /// As `--timeout` takes it: `30`, `0.5`, to the millisecond.
    package var seconds: String {
        let milliseconds = components.attoseconds / 1_000_000_000_000_000
        guard milliseconds > 0 else { return String(components.seconds) }
        var digits = String(1000 + milliseconds).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(components.seconds).\(digits)"
    }

    /// Reads what `seconds` writes, within a day; nil for anything else.
    init?(seconds text: String) {
        guard text.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }), let seconds = Double(text) else {
            return nil
        }
        guard (0.001...86_400).contains(seconds) else { return nil }
        self = .milliseconds(Int((seconds * 1000).rounded()))
    }

    /// `7.2 s`.
    var inSeconds: String {
        let tenths = (components.seconds * 10) + components.attoseconds / 100_000_000_000_000_000
        return "\(tenths / 10).\(tenths % 10) s"
    }

    /// Whole milliseconds, rounded.
    var inMilliseconds: Int {
        Int(components.seconds * 1000 + (components.attoseconds + 500_000_000_000_000) / 1_000_000_000_000_000)
    }

    /// Rounded down.
    var wholeMilliseconds: Int {
        Int(components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000)
    }
}

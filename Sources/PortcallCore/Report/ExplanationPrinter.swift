/// Prints what `portcall explain` has to say.
public struct ExplanationPrinter: Sendable {
    private let style: Style

    public init(_ style: Style = Style()) {
        self.style = style
    }

    /// The page of one finding.
    public func print(_ explanation: Explanation) -> String {
        var lines = ["\(style.paint(explanation.id, .bold)) (\(explanation.severity.rawValue))", ""]
        for paragraph in explanation.meaning { lines += style.wrap(paragraph, indent: 0) + [""] }
        lines.append(style.paint("How to confirm it", .bold))
        for probe in explanation.confirm {
            lines += ["  " + style.hang(probe.purpose, indent: 2), "    \(named(probe.command))"]
        }
        lines += ["", style.paint("How to fix it", .bold)]
        for remedy in explanation.remedies {
            lines += ["  \(style.paint(remedy.product, .bold))", "    " + style.hang(named(remedy.text), indent: 4)]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Every finding and its severity, a line each.
    public func list(_ explanations: [Explanation]) -> String {
        explanations.map { "\($0.id.padded(to: 34))\($0.severity.rawValue)\n" }.joined()
    }

    /// Places that a verdict would fill in are shown as what stands there.
    private func named(_ text: String) -> String {
        text.replacing("{host}", with: "HOST").replacing("{port}", with: "PORT")
    }
}

extension Explanation {
    /// Every finding portcall can come to: the general ones, then those of each protocol.
    public static let all: [Explanation] = {
        var all = general
        for service in Service.all {
            for explanation in service.kind.explanations where !all.contains(where: { $0.id == explanation.id }) {
                all.append(explanation)
            }
        }
        return all
    }()

    /// The explanation of an id.
    public static func named(_ id: String) -> Explanation? {
        all.first { $0.id == id }
    }
}

// The ladder, and what was learned on it.
extension TextPrinter {
    /// Columns before the text of a line.
    private static let margin = 18
    /// Lines that the words of a server may take.
    private static let most = 5

    /// A line a stage; those that were skipped without a reason of their own share one.
    func ladder(_ ladder: Ladder) -> [String] {
        let isSkipped = { (rung: Ladder.Rung) in rung.stage.outcome == .skipped && rung.stage.detail.isEmpty }
        let skipped = ladder.rungs.filter(isSkipped).map(\.stage.name.title).joined(separator: ", ")
        let names = style.paint("skipped".padded(to: 14) + style.hang(skipped, indent: Self.margin), .dim)
        return ladder.rungs.filter { !isSkipped($0) }.map { line($0, of: ladder) }
            + (skipped.isEmpty ? [] : ["  \(mark(.neutral)) \(names)"])
    }

    /// What the server lists of itself, as sent, where the ladder has room for the whole of it.
    func wholeLists(_ ladder: Ladder) -> [String] {
        ladder.rungs.compactMap { rung in
            guard rung.stage.outcome == .passed, let listed = ladder.listings[rung.stage.name] else { return nil }
            return CapabilityDigest(listed).isWhole(in: room(rung.stage)) ? listed.joined(separator: ", ") : nil
        }
    }

    /// Columns for the words of a stage.
    private func room(_ stage: Stage) -> Int {
        let time = time(stage)
        return style.measure - Self.margin - (time.isEmpty ? 0 : time.count + 1)
    }

    private func time(_ stage: Stage) -> String { stage.duration.map { "\($0.inMilliseconds) ms" } ?? "" }

    private func line(_ rung: Ladder.Rung, of ladder: Ladder) -> String {
        let stage = rung.stage
        let (time, room) = (time(stage), room(stage))
        var lines = detail(of: rung, ladder, in: room)
        let first = lines.isEmpty ? "" : lines.removeFirst()
        let gap = time.isEmpty ? "" : String(repeating: " ", count: room - first.columns + 1)
        let isDim = rung.mark == .neutral
        let text = "\(stage.name.title.padded(to: 14))\(first)"
        let head = "  \(mark(rung.mark)) \(isDim ? style.paint(text, .dim) : text)\(gap)\(style.paint(time, .dim))"
        return ([head.trimmedAtEnd] + lines.map { String(repeating: " ", count: Self.margin) + $0 })
            .joined(separator: "\n")
    }

    /// What is to be said of a stage, in lines of so many columns.
    private func detail(of rung: Ladder.Rung, _ ladder: Ladder, in room: Int) -> [String] {
        let stage = rung.stage
        if let listed = ladder.listings[stage.name], stage.outcome == .passed, !listed.isEmpty || stage.detail.isEmpty {
            let words = CapabilityDigest(listed).words(style.isVerbose ? nil : room)
            return style.wrap((words + origin(rung.source)).escaped, to: room)
        }
        let isDistrusted = stage.name == .trust && stage.outcome == .failed && !style.isVerbose
        let detail = (isDistrusted ? ladder.distrust : nil) ?? stage.detail.replacing("\n", with: " ")
        let text = detail + (rung.objection.map { ", but: \($0)" } ?? "") + origin(rung.source)
        let lines = style.wrap(text.escaped, to: room)
        guard !style.isVerbose, lines.count > Self.most else { return lines }
        return lines.prefix(Self.most - 1) + [style.cut(lines[Self.most - 1] + " " + lines[Self.most], to: room)]
    }

    /// Where a fact comes from, for who wants to know all.
    func origin(_ source: String?) -> String {
        guard style.isVerbose, let source, !source.isEmpty else { return "" }
        return " [from \(source)]"
    }

    func line(_ fact: FactLine) -> String {
        let label = fact.label.padded(to: 14)
        return "  \(mark(fact.mark)) \(fact.mark == .none ? style.paint(label, .dim) : label)"
            + style.hang((fact.text + origin(fact.source)).escaped, indent: Self.margin)
    }

    func mark(_ mark: FactLine.Mark) -> String {
        switch mark {
        case .none: " "
        case .good: style.paint(style.shown("✓"), .green)
        case .doubtful: style.paint("!", .bold, .yellow)
        case .bad: style.paint(style.shown("✗"), .red)
        case .neutral: style.paint(style.shown("·"), .dim)
        }
    }
}

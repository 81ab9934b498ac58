/// Prints a verdict's record as a person reads it: the ladder of stages, then what is wrong and what to do.
public struct TextPrinter: Sendable {
    private let style: Style

    public init(_ style: Style = Style()) {
        self.style = style
    }

    /// The whole screen of one call, line feed at the end.
    public func print(_ record: Record) -> String {
        let stages = record["stages"]?.asRecords ?? []
        let parts =
            [headline(record)] + ladder(stages) + product(record) + summary(record) + certificate(record)
            + verbs(record)
            + services(record) + judgement(record)
        return parts.joined(separator: "\n") + "\n"
    }

    /// What is wrong, what to do, and where there is more.
    func judgement(_ record: Record) -> [String] {
        (record["findings"]?.asRecords ?? []).map(paragraph) + [conclusion(record)]
    }

    /// What stands above a verdict to say why it is shown.
    public func heading(_ text: String) -> String { style.paint(text.escaped, .bold) }

    /// One line: the target, the verdict and the findings' ids.
    public func printBriefly(_ record: Record) -> String {
        // Where nobody answers and that is ignored, the note says why.
        let isAbsent = record["verdict"]?.asText == "ok" && record["confirmed"] == .flag(false)
        let ids = (record["findings"]?.asRecords ?? [])
            .filter { isAbsent || $0["severity"]?.asText != "note" }
            .compactMap { $0["id"]?.asText }
            .map { isAbsent ? "(\($0))" : $0 }
        let target = (record["target"]?.asText ?? "").escaped
        // With --each-address the same target has several lines.
        let address = record["address"]?.asText.flatMap { target.contains($0) ? nil : " (\($0.escaped))" } ?? ""
        return "\(verdict(record))  \(target)\(address)" + (ids.isEmpty ? "" : "  \(ids.joined(separator: ", "))")
            + "\n"
    }

    func headline(_ record: Record) -> String {
        let target = (record["target"]?.asText ?? "").escaped
        let service = record["service"]?.asText
        let title = service.map { target.hasPrefix("\($0)://") ? target : "\(target)  \($0)" } ?? target
        let gap = max(2, style.width - title.count - word(record).count)
        return style.paint(title, .bold) + String(repeating: " ", count: gap) + verdict(record)
    }

    private func word(_ record: Record) -> String { (record["verdict"]?.asText ?? "").uppercased() }

    func verdict(_ record: Record, padded width: Int = 0) -> String {
        let word = word(record)
        let ink: Style.Ink =
            switch word {
            case "OK": .green
            case "WARNING": .yellow
            default: .red
            }
        return style.paint(word, .bold, ink) + String(repeating: " ", count: max(0, width - word.count))
    }

    /// A line a stage; those that were skipped without a reason of their own share one.
    private func ladder(_ stages: [Record]) -> [String] {
        let isSkipped = { (stage: Record) in
            stage["outcome"]?.asText == "skipped" && stage["detail"]?.asText?.isEmpty != false
        }
        let skipped = stages.filter(isSkipped).map { shortened($0["name"]?.asText ?? "") }.joined(separator: ", ")
        let names = style.paint("skipped".padded(to: 14) + style.hang(skipped, indent: 18), .dim)
        return stages.filter { !isSkipped($0) }.map(line)
            + (skipped.isEmpty ? [] : ["  \(style.paint("·", .dim)) \(names)"])
    }

    private func line(_ stage: Record) -> String {
        let outcome = stage["outcome"]?.asText ?? ""
        let mark =
            switch outcome {
            case "passed": style.paint("✓", .green)
            case "failed": style.paint("✗", .red)
            default: style.paint("·", .dim)
            }
        let name = shortened(stage["name"]?.asText ?? "").padded(to: 14)
        let time = stage["ms"]?.asInteger.map { "\($0) ms" } ?? ""
        let room = style.width - 4 - 14 - (time.isEmpty ? 0 : time.count + 1)
        let shown = Style.cut((stage["detail"]?.asText ?? "").replacing("\n", with: " ").escaped, to: room)
        let line = outcome == "skipped" ? style.paint("\(name)\(shown)", .dim) : "\(name)\(shown)"
        let gap = time.isEmpty ? "" : String(repeating: " ", count: room - shown.count + 1)
        return "  \(mark) \(line)\(gap)\(style.paint(time, .dim))".trimmedAtEnd
    }

    private func shortened(_ stage: String) -> String { stage == "capabilities-after-tls" ? "after TLS" : stage }

    private func product(_ record: Record) -> [String] {
        guard let facts = record["protocol"]?.asRecord, let product = facts["product"]?.asText else { return [] }
        let certainty = facts["product_certainty"]?.asText ?? ""
        let how = certainty == "stated" ? "" : " (\(certainty))"
        return [label("product") + style.hang("\(product)\(how)".escaped, indent: 18)]
    }

    /// What only the protocol has to tell, in its own words.
    private func summary(_ record: Record) -> [String] {
        (record["protocol"]?.asRecord?["summary"]?.asRecord?.fields ?? []).map { line in
            label(line.label) + style.hang((line.value.asText ?? "").escaped, indent: 18)
        }
    }

    private func certificate(_ record: Record) -> [String] {
        guard let leaf = record["tls"]?.asRecord?["certificates"]?.asRecords.first else { return [] }
        let names = leaf["names"]?.asRecord.map { names in
            ["dns", "ip"].flatMap { kind -> [String] in
                guard case .list(let list)? = names[kind] else { return [] }
                return list.compactMap(\.asText)
            }
        }
        let days = leaf["days_left"]?.asInteger ?? 0
        let until = leaf["not_after"]?.asText?.prefix(10) ?? ""
        let dates = days < 0 ? "expired on \(until)" : "until \(until), \(days) days left"
        let text = "\((names ?? []).listed(most: 3).ifEmpty("no names")); \(dates)"
        return [label("certificate") + style.hang(text.escaped, indent: 18)]
    }

    /// A protocol's own words, explained.
    private func verbs(_ record: Record) -> [String] {
        (record["protocol"]?.asRecord?["verbs"]?.asRecords ?? []).map { verb in
            let name = verb["name"]?.asText ?? ""
            let isUnusual = verb["expected_from_internet"] == .flag(false)
            let warning = isUnusual ? " Not expected from the Internet." : ""
            let text = "\(name): \(verb["meaning"]?.asText ?? "")\(warning)"
            return label("verb") + style.hang(text.escaped, indent: 18)
        }
    }

    /// A line a service that lives behind the same port; those that are not there share one.
    private func services(_ record: Record) -> [String] {
        guard let facts = record["protocol"]?.asRecord, let services = facts["services"]?.asRecords else { return [] }
        if let note = facts["services_note"]?.asText { return [label("services") + style.hang(note, indent: 18)] }
        let isAbsent = { (service: Record) in service["state"]?.asText == "not there" }
        let absent = services.filter(isAbsent).compactMap { $0["path"]?.asText }.joined(separator: ", ")
        return services.filter { !isAbsent($0) }.map(service)
            + (absent.isEmpty ? [] : [label("not there") + style.hang(absent, indent: 18)])
    }

    private func service(_ service: Record) -> String {
        let state = service["state"]?.asText ?? ""
        let mark =
            switch state {
            case "up": style.paint("✓", .green)
            case "broken": style.paint("✗", .red)
            default: style.paint("·", .dim)
            }
        let name = (service["name"]?.asText ?? "").padded(to: 14)
        let text = "\(state): \(service["detail"]?.asText ?? "")"
        return "  \(mark) \(name)\(style.hang(text.escaped, indent: 18))"
    }

    private func label(_ text: String) -> String { "    " + style.paint(text.padded(to: 14), .dim) }

    func paragraph(_ finding: Record) -> String {
        let severity = finding["severity"]?.asText ?? ""
        let head = "\(severity): \(finding["id"]?.asText ?? "")"
        let ink: Style.Ink = severity == "critical" ? .red : severity == "warning" ? .yellow : .dim
        var lines = ["", style.paint(head, .bold, ink)]
        lines.append("  " + style.hang((finding["message"]?.asText ?? "").escaped, indent: 2))
        let evidence = (finding["evidence"]?.asText ?? "").escaped
        if !evidence.isEmpty {
            lines.append("  " + style.paint("Seen:", .bold) + " " + style.hang(evidence, indent: 8))
        }
        let fix = (finding["fix"]?.asText ?? "").escaped
        if !fix.isEmpty { lines.append("  " + style.paint("Fix:", .bold) + "  " + style.hang(fix, indent: 8)) }
        return lines.joined(separator: "\n")
    }

    private func conclusion(_ record: Record) -> String {
        guard let id = record.significantFindings.first?["id"]?.asText else {
            let service = record["service"]?.asText.map { Service.named($0)?.title ?? "the service" }
            guard service == nil || record["confirmed"] == .flag(true) else {
                return "\n" + style.paint("Nothing worse than a note was found, and nobody answers.", .dim)
            }
            let words = service.map { "\($0) answers as it should" } ?? "the chain holds"
            return "\n" + style.paint("All is well: \(words).", .green)
        }
        let arguments = Explanation.arguments(for: id, of: record["service"]?.asText)
        return "\n" + style.paint("More: portcall explain \(arguments)", .dim)
    }
}

extension Record {
    /// Of a verdict or a summary: the findings above a note.
    var significantFindings: [Record] {
        (self["findings"]?.asRecords ?? []).filter { $0["severity"]?.asText != "note" }
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(1, width - count)) }

    fileprivate func ifEmpty(_ other: String) -> String { isEmpty ? other : self }

    fileprivate var trimmedAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}

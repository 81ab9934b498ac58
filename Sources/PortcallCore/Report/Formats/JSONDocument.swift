/// For programs: an object a line, and all that is known in it.
struct JSONDocument: Document {
    private var calls = 0
    private var worst: Severity?

    func line(_ record: Record) -> String { JSONPrinter().print(record) + "\n" }

    mutating func add(_ entry: Entry) -> String {
        if case .call = entry { calls += 1 }
        worst = [worst, entry.severity].compactMap(\.self).max()
        return entry.record.map(line) ?? ""
    }

    /// Of a policy what its calls come to, and its exceptions.
    func end(_ closing: Closing) -> String {
        guard let policy = closing.policy else { return "" }
        return line([
            .schema: .text(Record.schema),
            .kind: .text("summary"),
            .target: .text(policy.file),
            .verdict: .text(worst.word),
            .findings: .list([]),
            .calls: .integer(calls),
            .exceptions: .list(policy.exceptions.map { .record($0) }),
        ])
    }
}

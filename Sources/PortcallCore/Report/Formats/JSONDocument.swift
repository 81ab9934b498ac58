/// For programs: an object a line, and all that is known in it.
struct JSONDocument: Document {
    func add(_ entry: Entry) -> String { entry.record.map(line) ?? "" }

    /// Of a policy what its calls come to, and its exceptions.
    func end(_ closing: Closing) -> String { closing.summary.map(line) ?? "" }

    private func line(_ record: Record) -> String { JSONPrinter().print(record) + "\n" }
}

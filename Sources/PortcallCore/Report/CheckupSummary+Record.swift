extension CheckupSummary {
    /// The last object that the contract has for several calls that belong together.
    public var record: Record {
        var record: Record = [
            .schema: .text(Record.schema),
            .kind: .text("summary"),
            .target: .text(target),
            .verdict: .text(word),
            .findings: .list(findings.map { .record($0.record) }),
            .calls: .integer(verdicts.count),
        ]
        record[.conclusion] = conclusion.map { .text($0) }
        return record
    }
}

extension CheckupSummary {
    /// The last object that the contract has for several calls that belong together.
    public var record: Record {
        Record([
            ("schema", .text("portcall/1")),
            ("kind", .text("summary")),
            ("target", .text(target)),
            ("verdict", .text(word)),
            ("findings", .list(findings.map { .record($0.record) })),
            ("calls", .integer(verdicts.count)),
        ])
    }
}

extension ChainVerdict {
    /// The object of a call, without an address; what only a call settles is null.
    public var record: Record {
        let chain = file.chain.record(at: file.seen.judgedAt)
        return Record([
            ("schema", .text("portcall/1")),
            ("target", .text(file.name)),
            ("service", .null),
            ("confirmed", .flag(false)),
            ("verdict", .text(severity.word)),
            ("findings", .list(findings.map { .record($0.record) })),
            ("stages", .list(file.stages.map { .record($0.record) })),
            ("port", .null),
            ("started", .text(file.started.description)),
            ("protocol", .record(Record())),
            ("tls", .record(Record(TLSFacts.sessionLabels.map { ($0, .null) } + chain.fields))),
        ])
    }
}

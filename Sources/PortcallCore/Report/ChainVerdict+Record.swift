extension ChainVerdict {
    /// The object of a call, without an address; what only a call settles is null.
    public var record: Record {
        var chain = file.chain.record(at: file.seen.judgedAt, by: file.criteria)
        chain[.keyMatches] = file.keyMatches.map { .flag($0) }
        return [
            .schema: .text(Record.schema),
            .target: .text(file.name),
            .service: .null,
            .confirmed: .flag(false),
            .verdict: .text(severity.word),
            .findings: .list(findings.map { .record($0.record) }),
            .stages: .list(file.stages.map { .record($0.record) }),
            .port: .null,
            .started: .text(file.started.description),
            .elapsed: .null,
            .protocol: .record([:]),
            .tls: .record(Record(Record(session: nil).fields + chain.fields)),
        ]
    }
}

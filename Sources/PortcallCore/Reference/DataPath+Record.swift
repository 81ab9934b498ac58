extension Profile {
    /// The profile as the contract's JSON object has it.
    public var record: Record {
        [.schema: .text(Record.schema), .kind: .text("profile"), .name: .text(name), .title: .text(title)]
    }
}

extension DataPath {
    /// The path as the contract's JSON object has it.
    public var record: Record {
        let ranges = endpoint.flatMap { $0.port == nil ? $0.ports : nil }
        return [
            .schema: .text(Record.schema),
            .kind: .text("path"),
            .profile: .text(profile),
            .rows: .texts(rows),
            .path: .text(path),
            .from: .texts(from.map(\.rawValue)),
            .service: .text(endpoint?.service),
            .port: endpoint?.port.map { .integer($0) } ?? .null,
            .range: ranges.map { .list([.integer($0.lowerBound), .integer($0.upperBound)]) } ?? .null,
            .transport: .text(transport.rawValue),
            .encryption: .text(encryption),
            .authentication: .text(authentication),
            .mustAnswer: .flag(mustAnswer),
        ]
    }

    /// The same with what came of the call, one level deep, for a table.
    public func record(of verdict: Verdict) -> Record {
        var record = record
        let leaf = verdict.observation.tls?.chain.leaf
        record["target"] = .text(verdict.observation.plan.target.text)
        record["answers"] = .flag(verdict.isAnswered)
        record["tls"] = .text(verdict.observation.tls?.version)
        record["not_after"] = .text(leaf?.notAfter.description)
        record["verdict"] = .text(verdict.word)
        record["findings"] = .texts(verdict.findings.significant.map(\.id))
        return record
    }
}

extension Verdict {
    /// The verdict's object with the path that it was called for, which is null for a port that the endpoint mapper named.
    public func record(on path: DataPath?) -> Record {
        var record = record
        record[.path] = path.map { .record($0.record) } ?? .null
        return record
    }

    /// Somebody is there: a connection came about, or a datagram back.
    var isAnswered: Bool {
        let seen = observation
        guard seen.plan.service.transport == .tcp else { return seen.facts.isConfirmed }
        return seen.facts.isConfirmed || seen.stages.contains { $0.name == .connect && $0.outcome == .passed }
    }
}

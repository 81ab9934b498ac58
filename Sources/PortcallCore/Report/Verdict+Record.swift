extension Verdict {
    /// The verdict as the contract's JSON object has it.
    public var record: Record {
        let seen = observation
        var record = Record([
            ("schema", .text("portcall/1")),
            ("target", .text(seen.plan.target.text)),
            ("service", .text(seen.plan.service.name)),
            ("confirmed", .flag(seen.facts.isConfirmed)),
            ("verdict", .text(word)),
            ("findings", .list(findings.map { .record($0.record) })),
            ("stages", .list(seen.stages.map { .record($0.record) })),
        ])
        record["address"] = .text(seen.calledAddress)
        record["port"] = .integer(seen.plan.target.port)
        record["started"] = .text(seen.plan.started.description)
        record["protocol"] = .record(seen.facts.record)
        record["tls"] =
            seen.tls.map { tls in
                let session = tls.record(of: seen.plan, demandsCertificate: seen.demandsCertificate)
                return .record(Record(session.fields + tls.chain.record(at: seen.plan.judgedAt).fields))
            } ?? .null
        return record
    }
}

extension Finding {
    var record: Record {
        Record([
            ("id", .text(id)), ("severity", .text(severity.rawValue)), ("message", .text(message)),
            ("evidence", .text(evidence)), ("fix", .text(fix)),
        ])
    }
}

extension Stage {
    var record: Record {
        Record([
            ("name", .text(name.rawValue)), ("outcome", .text(outcome.rawValue)),
            ("ms", duration.map { .integer($0.inMilliseconds) } ?? .null), ("detail", .text(detail)),
        ])
    }
}

extension Facts {
    /// What was not asked is not in it.
    var record: Record {
        var record = Record()
        record["greeting"] = greeting.map { .text($0) }
        record["product"] = product.map { .text($0.name) }
        record["product_certainty"] = product.map { .text($0.certainty.rawValue) }
        record["capabilities"] = capabilities.map { .texts($0) }
        record["capabilities_after_tls"] = capabilitiesAfterTLS.map { .texts($0) }
        record["auth"] = mechanisms.map { .texts($0) }
        record["auth_after_tls"] = mechanismsAfterTLS.map { .texts($0) }
        for field in service?.record.fields ?? [] { record[field.label] = field.value }
        return record
    }
}

extension TLSFacts {
    /// What a session settles, by the labels of the contract.
    static let sessionLabels = [
        "mode", "version", "cipher", "group", "signature", "alpn", "resumable", "client_certificate", "ocsp",
    ]

    /// What the handshake settled, the chain apart.
    func record(of plan: Plan, demandsCertificate: Bool) -> Record {
        let asking = demandsCertificate ? "required" : asksForCertificate ? "requested" : "no"
        let values: [Record.Value] = [
            .text(plan.service.security == .implicit ? "implicit" : "starttls"), .text(version), .text(cipher),
            .text(group), .text(signature), .text(alpn), .flag(isResumable), .text(asking), .text(staple.word),
        ]
        return Record(zip(Self.sessionLabels, values).map { ($0, $1) })
    }
}

extension TLSFacts.Staple {
    var word: String {
        switch self {
        case .none: "none"
        case .good: "good"
        case .revoked: "revoked"
        case .unknown: "unknown"
        case .invalid: "invalid"
        }
    }
}

extension Record {
    /// The version of the contract.
    static let schema = "portcall/1"

    /// What could not be judged at all, and why.
    package init(error: String, target: String) {
        self = [.schema: .text(Self.schema), .kind: .text("error"), .target: .text(target), .error: .text(error)]
    }
}

extension Verdict {
    /// The verdict as the contract's JSON object has it.
    public var record: Record {
        let seen = observation
        var record: Record = [
            .schema: .text(Record.schema),
            .target: .text(seen.plan.target.text),
            .service: .text(seen.plan.service.name),
            .confirmed: .flag(seen.facts.isConfirmed),
            .verdict: .text(word),
            .findings: .list(findings.map { .record($0.record) }),
            .stages: .list(seen.stages.map { .record($0.record) }),
            .address: .text(seen.calledAddress),
            .port: .integer(seen.plan.target.port),
            .started: .text(seen.plan.started.description),
            .elapsed: .integer(seen.ended.inMilliseconds),
            .connections: .texts(seen.furtherConnections),
            .protocol: .record(seen.facts.record),
            .tls: seen.tls.map { .record($0.record(in: seen)) } ?? .null,
        ]
        record[.group] = seen.plan.policyEntry.map { .text($0.group) }
        record[.owner] = seen.plan.policyEntry?.owner.map { .text($0) }
        return record
    }
}

extension Finding {
    var record: Record {
        var record: Record = [
            .id: .text(id), .severity: .text(severity.rawValue), .message: .text(message),
            .evidence: .text(evidence), .fix: .text(fix),
        ]
        record[.refusedBy] = refusedBy.map { .texts($0) }
        // Why and for how long only a policy says.
        let ignored: Record = [.reason: .text(exemption?.reason), .until: .text(exemption?.until)]
        record[.ignored] = isIgnored ? .record(ignored) : .null
        return record
    }
}

extension Stage {
    var record: Record {
        [
            .name: .text(name.rawValue), .outcome: .text(outcome.rawValue),
            .milliseconds: duration.map { .integer($0.inMilliseconds) } ?? .null, .detail: .text(detail),
        ]
    }
}

extension Facts {
    /// What was not asked is not in it; `details` always is, so that whoever looks into it needs not ask first.
    var record: Record {
        var record = Record()
        record[.greeting] = greeting.map { .text($0) }
        record[.product] = product.map { .text($0.name) }
        record[.productCertainty] = product.map { .text($0.certainty.rawValue) }
        record[.capabilities] = capabilities.map { .texts($0) }
        record[.capabilitiesAfterTLS] = capabilitiesAfterTLS.map { .texts($0) }
        record[.auth] = mechanisms.map { .texts($0) }
        record[.authAfterTLS] = mechanismsAfterTLS.map { .texts($0) }
        record[.details] = .record(service?.record ?? Record())
        return record
    }
}

extension TLSFacts {
    fileprivate func record(in seen: Observation) -> Record {
        let session = Record(
            session: self,
            mode: seen.plan.service.security == .implicit ? "implicit" : "starttls",
            clientCertificate: seen.demandsCertificate ? "required" : asksForCertificate ? "requested" : "no"
        )
        return Record(session.fields + chain.record(at: seen.plan.judgedAt, by: seen.plan.criteria).fields)
    }
}

extension Record {
    /// What a handshake settled, the chain apart; all null where there was none.
    init(session tls: TLSFacts?, mode: String? = nil, clientCertificate: String? = nil) {
        self = [
            .mode: .text(mode),
            .version: .text(tls?.version),
            .cipher: .text(tls?.cipher),
            .group: .text(tls?.group),
            .signature: .text(tls?.signature),
            .alpn: .text(tls?.alpn),
            .diffieHellmanBits: tls?.diffieHellmanBits.map { .integer($0) } ?? .null,
            .secureRenegotiation: .flag(tls?.secureRenegotiation),
            .resumable: .flag(tls?.isResumable),
            .clientCertificate: .text(clientCertificate),
            .ocsp: .text(tls?.staple.word),
        ]
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

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
        record["address"] = .text(seen.address ?? seen.attempts.last?.address)
        record["port"] = .integer(seen.plan.target.port)
        record["started"] = .text(seen.plan.started.description)
        record["protocol"] = .record(seen.facts.record)
        record["tls"] =
            seen.tls.map { .record($0.record(of: seen.plan, demandsCertificate: seen.demandsCertificate)) } ?? .null
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
    func record(of plan: Plan, demandsCertificate: Bool) -> Record {
        let asking = demandsCertificate ? "required" : asksForCertificate ? "requested" : "no"
        return Record([
            ("mode", .text(plan.service.security == .implicit ? "implicit" : "starttls")),
            ("version", .text(version)),
            ("cipher", .text(cipher)),
            ("group", .text(group)),
            ("signature", .text(signature)),
            ("alpn", .text(alpn)),
            ("resumable", .flag(isResumable)),
            ("client_certificate", .text(asking)),
            ("ocsp", .text(staple.word)),
            ("verified", .flag(judgement.isVerified)),
            ("problems", .texts(judgement.problems.filter(\.kind.spoilsTrust).map(\.sentence))),
            ("name_matches", .flag(judgement.nameMatches)),
            ("path", .texts(judgement.path)),
            ("found", .texts(judgement.found.map(\.shortName))),
            ("certificates", .list(certificates.map { .record($0.record(at: plan.judgedAt)) })),
        ])
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

extension ChainProblem {
    /// As `problems[]` has it.
    var sentence: String { "\(certificate): \(detail)" }
}

extension Certificate {
    func record(at time: Timestamp) -> Record {
        let names = Record([
            ("dns", .texts(names.dns)), ("ip", .texts(names.ip)), ("email", .texts(names.email)),
        ])
        let key = Record([
            ("type", .text(key.type)), ("bits", .integer(key.bits)), ("curve", .text(key.curve)),
        ])
        return Record([
            ("subject", .text(subject)),
            ("issuer", .text(issuer)),
            ("serial", .text(serial)),
            ("not_before", .text(notBefore.description)),
            ("not_after", .text(notAfter.description)),
            ("days_left", .integer(notAfter.days(since: time))),
            ("names", .record(names)),
            ("key", .record(key)),
            ("signature", .text(signature)),
            ("usages", .texts(usages ?? [])),
            ("sha256", .text(sha256)),
            ("spki_sha256", .text(spkiSHA256)),
            ("ca", .flag(isCA)),
        ])
    }
}

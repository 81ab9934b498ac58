extension ChainFacts {
    /// The part of `tls` that a file's chain has too.
    func record(at time: Timestamp, by criteria: Criteria) -> Record {
        let certificates = certificates.enumerated().map { index, certificate in
            var record = certificate.record(at: time)
            record[.problems] = .texts(judgement.problems(at: index).map(\.detail))
            return Record.Value.record(record)
        }
        return [
            .warnSeconds: leaf.map { .integer(criteria.warnSeconds(of: $0)) } ?? .null,
            .criticalSeconds: leaf.flatMap { criteria.criticalSeconds(of: $0) }.map { .integer($0) } ?? .null,
            .verified: .flag(judgement.isVerified),
            .problems: .texts(judgement.problems.filter(\.kind.spoilsTrust).map(\.sentence)),
            .nameMatches: .flag(judgement.nameMatches),
            .path: .texts(judgement.path),
            .pathNotAfter: .text(judgement.isVerified ? judgement.pathNotAfter?.description : nil),
            .found: .texts(judgement.found.map(\.shortName)),
            .certificates: .list(certificates),
        ]
    }
}

extension ChainProblem {
    /// As `problems[]` has it.
    var sentence: String { "\(certificate): \(detail)" }
}

extension Certificate {
    func record(at time: Timestamp) -> Record {
        let main: Record = [
            .subject: .text(subject),
            .issuer: .text(issuer),
            .serial: .text(serial),
            .notBefore: .text(notBefore.description),
            .notAfter: .text(notAfter.description),
            .daysLeft: .integer(notAfter.days(since: time)),
            .names: .record([.dns: .texts(names.dns), .ip: .texts(names.ip), .email: .texts(names.email)]),
            .key: .record([.type: .text(key.type), .bits: .integer(key.bits), .curve: .text(key.curve)]),
            .signature: .text(signature),
            .usages: usages.map { .texts($0) } ?? .null,
            .sha1: .text(sha1),
            .sha256: .text(sha256),
            .publicKeySHA256: .text(spkiSHA256),
            .ca: .flag(isCA),
        ]
        return Record(main.fields + details.record.fields)
    }
}

extension Certificate.Details {
    fileprivate var record: Record {
        [
            .version: .integer(version),
            .keyUsages: keyUsages.map { .texts($0) } ?? .null,
            .pathLength: pathLength.map { .integer($0) } ?? .null,
            .subjectKeyID: .text(subjectKeyID),
            .authorityKeyID: .text(authorityKeyID),
            .timestamps: transparency.value,
            .extensions: .list(others.map { .record($0.record) }),
        ]
    }
}

extension Certificate.Transparency {
    /// Null where they cannot be read.
    fileprivate var value: Record.Value {
        switch self {
        case .timestamps(let all):
            .list(all.map { .record([.logID: .text($0.logID), .timestamp: .text($0.time.description)]) })
        case .malformed: .null
        }
    }
}

extension Certificate.Extension {
    fileprivate var record: Record { [.name: .text(name), .critical: .flag(isCritical), .text: .text(text)] }
}

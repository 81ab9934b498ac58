extension ChainFacts {
    /// The part of `tls` that a file's chain has too.
    func record(at time: Timestamp) -> Record {
        Record([
            ("verified", .flag(judgement.isVerified)),
            ("problems", .texts(judgement.problems.filter(\.kind.spoilsTrust).map(\.sentence))),
            ("name_matches", .flag(judgement.nameMatches)),
            ("path", .texts(judgement.path)),
            ("found", .texts(judgement.found.map(\.shortName))),
            (
                "certificates",
                .list(
                    certificates.enumerated().map { index, certificate in
                        var record = certificate.record(at: time)
                        record["problems"] = .texts(judgement.problems(at: index).map(\.detail))
                        return .record(record)
                    }
                )
            ),
        ])
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
        return Record(
            [
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
            ] + details.fields
        )
    }
}

extension Certificate.Details {
    fileprivate var fields: [(label: String, value: Record.Value)] {
        [
            ("version", .integer(version)),
            ("key_usages", .texts(keyUsages ?? [])),
            ("path_length", pathLength.map { .integer($0) } ?? .null),
            ("subject_key_id", .text(subjectKeyID)),
            ("authority_key_id", .text(authorityKeyID)),
            ("scts", transparency.value),
            ("extensions", .list(others.map { .record($0.record) })),
        ]
    }
}

extension Certificate.Transparency {
    /// Null where they cannot be read.
    fileprivate var value: Record.Value {
        switch self {
        case .timestamps(let all):
            .list(
                all.map { one in
                    .record(Record([("log_id", .text(one.logID)), ("timestamp", .text(one.time.description))]))
                }
            )
        case .malformed: .null
        }
    }
}

extension Certificate.Extension {
    fileprivate var record: Record {
        Record([("name", .text(name)), ("critical", .flag(isCritical)), ("text", .text(text))])
    }
}

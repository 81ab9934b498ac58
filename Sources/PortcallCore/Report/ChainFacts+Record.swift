extension ChainFacts {
    /// The part of `tls` that a file's chain has too.
    func record(at time: Timestamp) -> Record {
        Record([
            ("verified", .flag(judgement.isVerified)),
            ("problems", .texts(judgement.problems.filter(\.kind.spoilsTrust).map(\.sentence))),
            ("name_matches", .flag(judgement.nameMatches)),
            ("path", .texts(judgement.path)),
            ("found", .texts(judgement.found.map(\.shortName))),
            ("certificates", .list(certificates.map { .record($0.record(at: time)) })),
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

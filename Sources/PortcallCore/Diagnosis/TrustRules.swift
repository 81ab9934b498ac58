extension Rule {
    static let trust = [
        Rule(one: .certificateNameMismatch) { seen in
            guard let tls = seen.tls, tls.judgement.nameMatches == false, let leaf = tls.certificates.first else {
                return nil
            }
            let names = leaf.names.dns + leaf.names.ip
            let common = "Its common name would match, but only the subjectAltName extension names a host."
            return Sighting(
                names.isEmpty ? "subject \(leaf.subject), no subjectAltName" : names.joined(separator: ", "),
                severity: seen.severityOfKnownTrust,
                [
                    "name": seen.plan.serverName.text,
                    "names": names.isEmpty ? "no host at all" : names.listed(most: 5),
                    "common": tls.judgement.commonNameMatches ? common : "",
                ]
            )
        },
        Rule(trust: .selfSigned, .certificateSelfSigned),
        Rule(trust: .untrustedRoot, .certificateUntrustedRoot),
        Rule(trust: .incomplete, .chainIncomplete),
        Rule(one: .certificateUnexpected) { seen in
            let expected = seen.plan.criteria.expected
            guard let leaf = seen.tls?.certificates.first, !expected.isEmpty, !seen.isExpected else { return nil }
            let actual = "sha256:\(leaf.sha256)"
            return Sighting("\(actual), spki:\(leaf.spkiSHA256)", ["actual": actual])
        },
    ]

    /// A rule about whom to trust, which a certificate known beforehand settles.
    private init(trust kind: ChainProblem.Kind, _ explanation: Explanation) {
        self.init(one: explanation) { seen in
            guard let problem = seen.tls?.judgement.problems.first(where: { $0.kind == kind }) else { return nil }
            let owner = seen.certificate(problem)
            return Sighting(
                "\(problem.certificate): \(problem.detail)",
                severity: kind == .selfSigned && seen.plan.service.policy.isSelfSignedNormal
                    ? .note : seen.severityOfKnownTrust,
                [
                    "subject": problem.certificate,
                    "issuer": owner.map { $0.isSelfSigned ? $0.subject : $0.issuer } ?? problem.detail,
                ]
            )
        }
    }
}

extension Observation {
    /// The certificate is one that `--expect` names.
    var isExpected: Bool {
        guard let leaf = tls?.certificates.first else { return false }
        return plan.criteria.expected.contains { $0.matches(leaf) }
    }

    fileprivate var severityOfKnownTrust: Severity? { isExpected ? .note : severityOfTrust }
}

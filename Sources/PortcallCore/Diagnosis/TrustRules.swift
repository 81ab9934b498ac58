extension ChainRule {
    static let trust = [
        ChainRule(one: .certificateNameMismatch) { seen in
            guard let name = seen.serverName, seen.facts.judgement.nameMatches == false, let leaf = seen.facts.leaf
            else {
                return nil
            }
            let names = leaf.names.dns + leaf.names.ip
            let common = "Its common name would match, but only the subjectAltName extension names a host."
            return Sighting(
                names.isEmpty ? "subject \(leaf.subject), no subjectAltName" : names.joined(separator: ", "),
                severity: seen.severityOfKnownTrust,
                [
                    "name": name.text,
                    "names": names.isEmpty ? "no host at all" : names.listed(most: 5),
                    "common": seen.facts.judgement.commonNameMatches ? common : "",
                ]
            )
        },
        ChainRule(trust: .selfSigned, .certificateSelfSigned),
        ChainRule(trust: .untrustedRoot, .certificateUntrustedRoot),
        ChainRule(trust: .incomplete, .chainIncomplete),
        ChainRule(one: .certificateUnexpected) { seen in
            let expected = seen.criteria.expected
            guard let leaf = seen.facts.leaf, !expected.isEmpty, !seen.isExpected else { return nil }
            let actual = "sha256:\(leaf.sha256)"
            return Sighting("\(actual), spki:\(leaf.spkiSHA256)", ["actual": actual])
        },
    ]

    /// A rule about whom to trust, which a certificate known beforehand settles.
    private init(trust kind: ChainProblem.Kind, _ explanation: Explanation) {
        self.init(one: explanation) { seen in
            guard let problem = seen.facts.judgement.problems.first(where: { $0.kind == kind }) else { return nil }
            let owner = seen.certificate(problem)
            return Sighting(
                seen.evidence(of: problem)
                    + (seen.inspector.map { "; the name is one that \($0.what) gives its own CA" } ?? ""),
                severity: kind == .selfSigned && seen.isSelfSignedNormal ? .note : seen.severityOfKnownTrust,
                fix: seen.isExpected ? "Nothing: it is the one that was expected." : seen.inspector.map(\.fix),
                [
                    "trust": seen.isExpected ? "and it is the one that was expected" : "so clients cannot trust it",
                    "expected": seen.isExpected ? "Its certificate is the one that was expected." : "",
                    "subject": problem.certificate,
                    "issuer": owner.map { $0.isSelfSigned ? $0.subject : $0.issuer } ?? problem.detail,
                ]
            )
        }
    }
}

extension ChainCase {
    /// Who ends TLS on the way, by the name of its CA.
    fileprivate var inspector: InspectingProduct? { .issuing(facts) }

    fileprivate var severityOfKnownTrust: Severity? { isExpected ? .note : severityOfTrust }
}

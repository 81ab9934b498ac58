extension ChainRule {
    static let certificate = [
        ChainRule(problem: .expired, where: { $1.depth == 0 }, .certificateExpired) { seen, problem in
            let date = seen.certificate(problem)?.notAfter
            return [
                "date": date?.date ?? problem.detail,
                "days": inDays(date.map { seen.judgedAt.days(since: $0) } ?? 0),
            ]
        },
        ChainRule(problem: .expired, where: { $1.depth > 0 }, .intermediateExpired) { seen, problem in
            ["date": seen.certificate(problem)?.notAfter.date ?? problem.detail]
        },
        ChainRule(problem: .notYetValid, .certificateNotYetValid) { seen, problem in
            ["date": seen.certificate(problem)?.notBefore.date ?? problem.detail]
        },
        ChainRule(one: .certificateExpiresSoon) { seen in
            guard let leaf = seen.facts.leaf else { return nil }
            let now = seen.judgedAt
            guard leaf.notBefore <= now, now <= leaf.notAfter else { return nil }
            let severity = seen.criteria.severity(of: leaf, at: now)
            return severity.map { severity in
                Sighting(
                    leaf.notAfter.description,
                    severity: severity,
                    ["date": leaf.notAfter.date, "days": inDays(leaf.notAfter.days(since: now))]
                )
            }
        },
        ChainRule(problem: .noServerAuthentication, .certificateNoServerAuth) { seen, _ in
            let usages = seen.facts.leaf?.usages ?? []
            return ["usages": usages.isEmpty ? "none at all" : usages.joined(separator: ", ")]
        },
        keyForeign,
        keyUnusable,
        ChainRule(problem: .weakKey, .certificateWeakKey),
        ChainRule(problem: .weakSignature, .certificateWeakSignature),
        ChainRule(problem: .malformed, .certificateMalformed),
        ChainRule(problem: .constraintViolated, .certificateConstraintViolated),
        ChainRule(problem: .profile, where: { $1.depth > 0 || !$0.isExpected }, .certificateProfile),
        ChainRule(one: .certificateChainOrder) { seen in
            let notes = seen.facts.judgement.notes
            guard !notes.isEmpty else { return nil }
            let detail = notes.joined(separator: " ")
            return Sighting(detail, ["detail": detail])
        },
    ]

    private static func inDays(_ count: Int) -> String {
        count < 1 ? "less than a day" : count == 1 ? "1 day" : "\(count) days"
    }

    /// A rule about one kind of problem that the judgement of the chain names.
    init(
        problem kind: ChainProblem.Kind,
        where isMeant: @escaping @Sendable (ChainCase, ChainProblem) -> Bool = { _, _ in true },
        _ explanation: Explanation,
        places: @escaping @Sendable (ChainCase, ChainProblem) -> [String: String] = { _, _ in [:] }
    ) {
        self.init(explanation) { seen in
            let problems = seen.facts.judgement.problems.filter { $0.kind == kind && isMeant(seen, $0) }
            return problems.map { problem in
                let common = ["subject": problem.certificate, "detail": problem.detail]
                return Sighting(
                    problem.sentence,
                    severity: kind.isForgivenBetweenServers ? seen.severityOfTrust : nil,
                    common.merging(places(seen, problem)) { $1 }
                )
            }
        }
    }
}

extension ChainProblem.Kind {
    /// Name, trust, date and self-signed findings only warn where TLS is opportunistic.
    fileprivate var isForgivenBetweenServers: Bool {
        switch self {
        case .expired, .notYetValid, .selfSigned, .untrustedRoot, .incomplete: true
        case .noServerAuthentication, .weakKey, .weakSignature, .malformed, .constraintViolated, .keyUnusable, .profile:
            false
        }
    }
}

extension Rule {
    static let certificate = [
        Rule(problem: .expired, where: { $1.depth == 0 }, .certificateExpired) { seen, problem in
            let date = seen.certificate(problem)?.notAfter
            return [
                "date": date?.date ?? problem.detail,
                "days": date.map { String(max(0, seen.plan.judgedAt.days(since: $0))) } ?? "0",
            ]
        },
        Rule(problem: .expired, where: { $1.depth > 0 }, .intermediateExpired) { seen, problem in
            ["date": seen.certificate(problem)?.notAfter.date ?? problem.detail]
        },
        Rule(problem: .notYetValid, .certificateNotYetValid) { seen, problem in
            ["date": seen.certificate(problem)?.notBefore.date ?? problem.detail]
        },
        Rule(one: .certificateExpiresSoon) { seen in
            guard let leaf = seen.tls?.certificates.first else { return nil }
            let now = seen.plan.judgedAt
            let left = leaf.notAfter.days(since: now)
            let allowed = seen.plan.criteria.warnDays ?? min(21, leaf.lifetimeDays / 5)
            guard leaf.notBefore <= now, now <= leaf.notAfter, left <= allowed else { return nil }
            return Sighting(leaf.notAfter.description, ["date": leaf.notAfter.date, "days": String(left)])
        },
        Rule(problem: .noServerAuthentication, .certificateNoServerAuth) { seen, _ in
            ["usages": (seen.tls?.certificates.first?.usages ?? []).joined(separator: ", ")]
        },
        Rule(problem: .weakKey, .certificateWeakKey),
        Rule(problem: .weakSignature, .certificateWeakSignature),
        Rule(problem: .malformed, .certificateMalformed),
        Rule(problem: .constraintViolated, .certificateConstraintViolated),
        Rule(problem: .profile, where: { $1.depth > 0 || !$0.isExpected }, .certificateProfile),
        Rule(one: .certificateChainOrder) { seen in
            guard let notes = seen.tls?.judgement.notes, !notes.isEmpty else { return nil }
            let detail = notes.joined(separator: " ")
            return Sighting(detail, ["detail": detail])
        },
        Rule(one: .certificateRevoked) { seen in
            guard case .revoked(let when) = seen.tls?.staple else { return nil }
            return Sighting("stapled OCSP response: revoked, \(when)", ["when": when])
        },
        Rule(one: .stapleMissing) { seen in
            guard let tls = seen.tls, tls.staple == .none, tls.certificates.first?.demandsStaple == true else {
                return nil
            }
            return Sighting("TLS feature: status_request; no OCSP response in the handshake")
        },
        Rule(one: .stapleInvalid) { seen in
            guard case .invalid(let detail) = seen.tls?.staple else { return nil }
            return Sighting(detail, ["detail": detail])
        },
    ]

    /// A rule about one kind of problem that the judgement of the chain names.
    init(
        problem kind: ChainProblem.Kind,
        where isMeant: @escaping @Sendable (Observation, ChainProblem) -> Bool = { _, _ in true },
        _ explanation: Explanation,
        places: @escaping @Sendable (Observation, ChainProblem) -> [String: String] = { _, _ in [:] }
    ) {
        self.init(explanation) { seen in
            let problems = seen.tls?.judgement.problems.filter { $0.kind == kind && isMeant(seen, $0) } ?? []
            return problems.map { problem in
                let common = ["subject": problem.certificate, "detail": problem.detail]
                let evidence = "\(problem.certificate): \(problem.detail)"
                return Sighting(
                    evidence,
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
        case .noServerAuthentication, .weakKey, .weakSignature, .malformed, .constraintViolated, .profile:
            false
        }
    }
}

extension Observation {
    /// The certificate a problem sits on: one that was sent, else one found on this machine.
    func certificate(_ problem: ChainProblem) -> Certificate? {
        let chain = tls.map { $0.certificates + $0.judgement.found } ?? []
        return chain.first { $0.shortName == problem.certificate } ?? tls?.certificates.first
    }

    /// Warning where TLS between the two is opportunistic, else what the explanation says.
    var severityOfTrust: Severity? { plan.service.policy.isTrustOpportunistic ? .warning : nil }
}

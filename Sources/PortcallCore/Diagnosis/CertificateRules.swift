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
            [
                "date": seen.certificate(problem)?.notAfter.date ?? problem.detail,
                "above": seen.isTopUntrusted(problem) ? " No root above it is trusted here either." : "",
                "orLeaveOut": problem.depth > 1 ? ", or leave it out where clients trust what stands below it" : "",
            ]
        },
        ChainRule(problem: .notYetValid, .certificateNotYetValid) { seen, problem in
            let all = seen.facts.judgement.problems.filter { $0.kind == .notYetValid }
            let last = all.compactMap { seen.certificate($0)?.notBefore }.max()
            return ["date": last?.date ?? problem.detail]
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
            let names = usages.isEmpty ? "names none at all" : "is \(usages.joined(separator: ", "))"
            return ["usages": "is not made for servers: its extended key usage \(names), without serverAuth"]
        },
        .purposesMissing, .lifetime,
        keyForeign,
        keyUnusable,
        ChainRule(problem: .weakKey, .certificateWeakKey),
        ChainRule(problem: .weakSignature, .certificateWeakSignature),
        ChainRule(problem: .malformed, .certificateMalformed),
        ChainRule(problem: .constraintViolated, .certificateConstraintViolated),
        ChainRule(problem: .profile, where: { $1.depth > 0 || !$0.isExpected }, .certificateProfile),
        .order,
    ]

    private static func inDays(_ count: Int) -> String {
        count < 1 ? "less than a day" : count == 1 ? "1 day" : "\(count) days"
    }

    /// A rule about one kind of problem that the judgement of the chain names; one cause is told once, whatever it
    /// sits on.
    private init(
        problem kind: ChainProblem.Kind,
        where isMeant: @escaping @Sendable (ChainCase, ChainProblem) -> Bool = { _, _ in true },
        _ explanation: Explanation,
        places: @escaping @Sendable (ChainCase, ChainProblem) -> [String: String] = { _, _ in [:] }
    ) {
        self.init(explanation) { seen in
            let problems = seen.facts.judgement.problems.filter { $0.kind == kind && isMeant(seen, $0) }
            return problems.byCause.compactMap { same in
                same.first.map { first in
                    Sighting(
                        seen.evidence(same),
                        severity: first.severity ?? seen.severityByClients(first)
                            ?? (kind.isForgivenBetweenServers ? seen.severityOfTrust : nil),
                        fix: seen.fix(first),
                        reason: seen.reason(first),
                        seen.places(same).merging(places(seen, first)) { $1 }
                    )
                }
            }
        }
    }
}

extension ChainRule {
    /// RFC 5280 allows it for any purpose, and Apple does not.
    private static let purposesMissing = ChainRule(one: .certificateNoServerAuth) { seen in
        guard let leaf = seen.facts.leaf, leaf.usages == nil, seen.isBoundByApple(leaf) else { return nil }
        let words =
            "does not say that it is for servers: it has no extended key usage, and some clients then refuse one that "
            + "is valid from July 2019 or later"
        return Sighting(
            "\(leaf.identity), valid from \(leaf.notBefore.date)",
            severity: .warning,
            reason: .purposesMissing,
            ["usages": words]
        )
    }

    private static let lifetime = ChainRule(one: .certificateLifetime) { seen in
        guard let leaf = seen.facts.leaf, leaf.notAfter.seconds - leaf.notBefore.seconds > 825 * 86_400,
            seen.isBoundByApple(leaf)
        else { return nil }
        return Sighting(
            "\(leaf.identity), valid from \(leaf.notBefore) to \(leaf.notAfter)",
            severity: seen.audience == .mailServers ? .note : nil,
            reason: .lifetime,
            ["days": String(leaf.lifetimeDays)]
        )
    }

    static let order = ChainRule(one: .certificateChainOrder) { seen in
        let judgement = seen.facts.judgement
        if let leaf = seen.misplacedLeaf, let first = seen.facts.leaf {
            let words =
                "begins with the certificate of a CA, '\(first.shortName)'; that of the server, "
                + "'\(leaf.shortName)', must be the first, for servers take the first for their own."
            return Sighting(
                "certificate \((judgement.misplacedLeaf ?? 0) + 1) of \(seen.facts.certificates.count): \(leaf.identity)",
                severity: seen.origin == .file ? .critical : nil,
                ["detail": words]
            )
        }
        guard !judgement.notes.isEmpty else { return nil }
        let order = seen.facts.certificates.enumerated().map { "\($0.offset + 1) '\($0.element.shortName)'" }
        return Sighting(
            "\(seen.origin.order): \(order.joined(separator: ", "))",
            fix: seen.fixOfOrder,
            [
                "detail": "is not what it should be, the server's own certificate and then each issuer once: "
                    + judgement.notes.joined(separator: " ")
            ]
        )
    }
}

extension ChainCase {
    /// Which certificates are right, in their order; nil where a way to a root is not known.
    fileprivate var fixOfOrder: String? {
        let found = facts.judgement.found.map(\.shortName)
        let right = facts.judgement.path.filter { !found.contains($0) }
        guard right.count > 1, facts.judgement.detour == nil else { return nil }
        return "{send} these, in this order, and nothing else: \(right.map { "'\($0)'" }.joined(separator: ", "))."
    }

    /// The server's own certificate where a CA's stands before it.
    var misplacedLeaf: Certificate? {
        guard let index = facts.judgement.misplacedLeaf, facts.certificates.indices.contains(index) else { return nil }
        return facts.certificates[index]
    }

    /// "Requirements for trusted certificates in iOS 13 and macOS 10.15" bind what is issued later, own CAs included,
    /// and nothing that is trusted by itself.
    fileprivate func isBoundByApple(_ leaf: Certificate) -> Bool {
        leaf.notBefore >= Self.july2019 && !leaf.isSelfSigned && !isExpected && misplacedLeaf == nil
    }

    /// 2019-07-01T00:00:00Z.
    private static let july2019 = Timestamp(seconds: 1_561_939_200)
}

extension [ChainProblem] {
    /// Those of one cause together.
    fileprivate var byCause: [[ChainProblem]] {
        reduce(into: [[ChainProblem]]()) { groups, problem in
            let index = groups.firstIndex { $0.first?.hasCause(of: problem) == true }
            if let index { groups[index].append(problem) } else { groups.append([problem]) }
        }
    }
}

extension ChainProblem {
    fileprivate func hasCause(of other: ChainProblem) -> Bool {
        guard reason == other.reason, let reason else { return false }
        return switch kind {
        // A clock that is wrong is so for all.
        case .notYetValid: true
        case .profile: depth != other.depth || detail.hasPrefix("the name ")
        case .malformed: !reason.isOfFile && detail == other.detail
        case .weakKey, .weakSignature, .constraintViolated: detail == other.detail
        case .expired, .selfSigned, .untrustedRoot, .incomplete, .noServerAuthentication, .keyUnusable: false
        }
    }

    fileprivate var severity: Severity? { reason?.isOfRoot == true ? .note : nil }
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

/// Who refuses a server for a finding, as its page in `explain` tells it.
extension Explanation {
    /// Reasons for which the same clients refuse.
    struct Refused: Equatable {
        let by: [Client]
        let notBy: [Client]
        var reasons: [RefusalReason]
    }

    /// The reasons that lead to the finding, as far as anybody knows who refuses.
    private var reasons: [RefusalReason] {
        let ofChain = ChainProblem.Reason.allCases.filter { $0.kind.findings.contains(id) }.map { RefusalReason($0) }
        let all = [RefusalReason(finding: self)] + (RefusalReason.variants[id] ?? []) + ofChain
        return all.filter { ClientTable.cells[$0] != nil }
    }

    /// The reasons, those together that the same clients refuse for; who is refused by most first.
    var refused: [Refused] {
        reasons.reduce(into: []) { groups, reason in
            guard let refusals = Refusals(reason, by: .everybody) else { return }
            let same = groups.firstIndex { $0.by == refusals.by && $0.notBy == refusals.notBy }
            if let same {
                groups[same].reasons.append(reason)
            } else {
                groups.append(Refused(by: refusals.by, notBy: refusals.notBy, reasons: [reason]))
            }
        }
        .sorted { $0.by.count > $1.by.count }
    }

    /// How that is known: versions that were measured, and pages.
    var clientSources: [String] {
        let sources = Set(reasons.flatMap { ClientTable.cells[$0]?.values.map(\.source) ?? [] })
        let isMeasured = sources.contains(.measured)
        let versions = ClientTable.columns.compactMap { ClientTable.versions[$0] }.joined(separator: ", ")
        let pages = ClientTable.documents.filter { sources.contains(.document($0.address)) }
            .map { "\($0.client.rawValue): \($0.address)" }.withoutRepetition
        return (isMeasured ? ["Measured with \(versions)."] : []) + pages
    }
}

extension Explanation.Refused {
    /// `Go, Java`.
    var title: String {
        if by.isEmpty { return "No client, as far as is known" }
        let names = by.map(\.rawValue).joined(separator: ", ")
        guard notBy.isEmpty else { return names }
        // Of some reasons one client alone is known.
        return by.count < ClientTable.columns.count
            ? "\(names); of others it is not known" : "Every client, as far as is known"
    }

    /// For what, unless it is the finding as a whole; and who is not among them.
    func text(of id: String) -> String {
        let isWhole = reasons.map(\.description) == [id]
        let what = isWhole ? "" : "For: \(reasons.map(\.words).joined(separator: "; "))."
        let others = by.isEmpty || notBy.isEmpty ? "" : "Not \(notBy.map(\.rawValue).joined(separator: ", "))."
        return [what, others].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension RefusalReason {
    /// Reasons of findings that are told apart by more than a rule.
    fileprivate static let variants: [String: [RefusalReason]] = [
        Explanation.certificateNameMismatch.id: [.commonNameAlone, .nameNearlyMatches],
        Explanation.certificateWeakKey.id: [.curveTooSmall, .keyJustTooSmall],
        Explanation.certificateNoServerAuth.id: [.purposesMissing],
        Explanation.certificateKeyUnusable.id: KeyTrouble.allCases.map { RefusalReason($0) },
    ]
}

extension ChainProblem {
    /// What it leads to.
    var findingID: String { kind.findings[kind == .expired && depth > 0 ? 1 : 0] }
}

extension ChainProblem.Kind {
    /// What such a problem leads to.
    fileprivate var findings: [String] {
        let explanations: [Explanation] =
            switch self {
            case .expired: [.certificateExpired, .intermediateExpired]
            case .notYetValid: [.certificateNotYetValid]
            case .selfSigned: [.certificateSelfSigned]
            case .untrustedRoot: [.certificateUntrustedRoot]
            case .incomplete: [.chainIncomplete]
            case .noServerAuthentication: [.certificateNoServerAuth]
            case .weakKey: [.certificateWeakKey]
            case .weakSignature: [.certificateWeakSignature]
            case .malformed: [.certificateMalformed]
            case .constraintViolated: [.certificateConstraintViolated]
            case .keyUnusable: [.certificateKeyUnusable]
            case .profile: [.certificateProfile]
            }
        return explanations.map(\.id)
    }
}

/// The stages as a person reads them: each with what must be looked at there.
///
/// Every finding is about a stage; its explanation says which. So no stage that has a cause of the verdict looks well,
/// and none looks ill where the verdict has nothing against it.
struct Ladder {
    struct Rung {
        let stage: Stage
        let mark: FactLine.Mark
        /// What is against a stage that passed, in a few words; nil where its detail shows it, or nothing is.
        let objection: String?
        /// What its detail comes from, where that is worth saying.
        let source: String?
    }

    let rungs: [Rung]
    /// What the server lists of itself at a stage, as sent.
    let listings: [Stage.Name: [String]]
    /// Of a chain that is not trusted, in a few words: the whole of it is the finding's.
    let distrust: String?

    init(_ verdict: Verdict) {
        let seen = verdict.observation
        self.init(seen.stages, verdict.findings, seen.tls?.chain, seen.facts.listings, seen.source(of:))
    }

    init(_ verdict: ChainVerdict) {
        self.init(verdict.file.stages, verdict.findings, verdict.file.chain, [:]) { _ in nil }
    }

    private init(
        _ stages: [Stage],
        _ findings: [Finding],
        _ chain: ChainFacts?,
        _ listings: [Stage.Name: [String]],
        _ source: (Stage.Name) -> String?
    ) {
        var told: [Stage.Name: [Finding]] = [:]
        for finding in findings {
            guard let name = stages.place(of: finding) else { continue }
            told[name, default: []].append(finding)
        }
        rungs = stages.map { stage in
            let own = told[stage.name] ?? []
            return Rung(
                stage: stage,
                mark: FactLine.Mark(stage.outcome, own.map(\.severity).max(), of: findings.worst),
                objection: stage.name == .trust && stage.outcome == .passed ? own.significant.objection : nil,
                source: stage.outcome == .passed ? source(stage.name) : nil
            )
        }
        self.listings = listings
        distrust = chain?.distrust
    }
}

extension [Finding] {
    /// `revoked, weak key`: what their ids say of a certificate.
    fileprivate var objection: String? {
        let words = map { finding in
            Self.objections[finding.id]
                ?? finding.id.replacing("certificate-", with: "").replacing("-", with: " ")
        }
        return words.isEmpty ? nil : words.withoutRepetition.joined(separator: ", ")
    }

    /// Where the id alone does not say it.
    private static let objections = [
        Explanation.certificateProfile.id: "a rule is broken", Explanation.certificateLifetime.id: "valid for too long",
        Explanation.certificateNoServerAuth.id: "not marked for servers",
        Explanation.certificateUnexpected.id: "not the one expected",
    ]
}

extension [Stage] {
    /// The first stage that the finding is about and that was reached; else the one that failed, else the last reached.
    fileprivate func place(of finding: Finding) -> Stage.Name? {
        let told = filter { $0.outcome != .skipped || !$0.detail.isEmpty }.map(\.name)
        let own = Explanation.named(finding.id)?.stages.first(where: told.contains)
        let failed = first { $0.outcome == .failed && $0.name != .name && $0.name != .trust }?.name
        return own ?? failed ?? last { $0.outcome != .skipped }?.name
    }
}

extension FactLine.Mark {
    /// - Parameters:
    ///   - outcome: how the stage went.
    ///   - worst: of the findings about it.
    ///   - verdict: the worst of all; nil where nothing is said against the call.
    fileprivate init(_ outcome: Stage.Outcome, _ worst: Severity?, of verdict: Severity?) {
        switch (worst, outcome) {
        case (.critical, _): self = .bad
        case (.warning, _): self = .doubtful
        case (.note, .failed): self = .neutral
        case (nil, .failed): self = verdict == nil ? .neutral : verdict == .warning ? .doubtful : .bad
        case (_, .skipped): self = .neutral
        case (_, .passed): self = .good
        }
    }
}

extension ChainFacts {
    fileprivate var distrust: String? {
        judgement.problems.first { $0.kind.spoilsTrust }.map { problem in
            let isIssuerAtFault = problem.reason == .issuerKeyDiffers
            return "\(isIssuerAtFault ? "issued with another key" : problem.kind.rawValue): \(problem.certificate)"
        }
    }
}

extension Facts {
    fileprivate var listings: [Stage.Name: [String]] {
        [.capabilities: capabilities, .capabilitiesAfterTLS: capabilitiesAfterTLS].compactMapValues(\.self)
    }
}

extension Stage.Name {
    var title: String { self == .capabilitiesAfterTLS ? "after TLS" : rawValue }
}

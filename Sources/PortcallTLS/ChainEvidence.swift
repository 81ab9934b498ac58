internal import COpenSSL
internal import PortcallCore

/// One certificate of a chain that OpenSSL has put together.
struct ChainLink {
    let x509: X509Certificate
    let certificate: Certificate
    /// Where it stands among those sent; nil where it was found on this machine.
    let index: Int?
}

/// A rule that a certificate breaks, and how, in words.
struct CertificateFault {
    let reason: ChainProblem.Reason
    let words: String

    init(_ reason: ChainProblem.Reason, _ words: String) {
        self.reason = reason
        self.words = words
    }
}

/// All that is known of one chain, and what follows from it.
struct ChainEvidence {
    let sent: [X509Certificate]
    /// Of `sent`, in the same order.
    let certificates: [Certificate]
    let verification: ChainVerification
    /// Leaf first, ending in a trusted root where there is one.
    let built: [ChainLink]
    let judgedAt: Timestamp
    /// Whether the leaf names what it must; nil where nothing was said of it.
    let nameMatches: Bool?
    let detour: ChainJudgement.Detour?

    var errors: [ChainError] { verification.errors }

    var judgement: ChainJudgement {
        var judgement = ChainJudgement(
            problems: problems,
            nameMatches: nameMatches,
            found: built.filter { $0.index == nil }.map(\.certificate),
            path: built.map(\.certificate.shortName),
            pathNotAfter: built.map(\.certificate.notAfter).min(),
            notes: notes
        )
        judgement.misplacedLeaf = laterLeaf
        judgement.detour = detour
        return judgement
    }

    /// Every problem, by depth, each cause once.
    private var problems: [ChainProblem] {
        let own = [trust].compactMap(\.self) + readings
        let all = own + (errors + skipped).compactMap(problem).filter { !own.contains($0) } + weaknesses
        let broken = Set(all.filter { $0.kind == .malformed }.map(\.depth))
        let ended = Set(all.filter { $0.kind == .expired }.map(\.depth))
        var isTold: Set<Int> = Set(own.filter { $0.kind == .malformed }.map(\.depth))
        return all.enumerated().filter { index, problem in
            switch problem.kind {
            // What OpenSSL says of a broken certificate is less than what was read in it.
            case .malformed: index < own.count || isTold.insert(problem.depth).inserted
            case .profile: !broken.contains(problem.depth)
            case .notYetValid: !ended.contains(problem.depth)
            default: true
            }
        }
        .map(\.element).sorted { $0.depth < $1.depth }
    }

    func make(_ reason: ChainProblem.Reason, _ depth: Int, _ detail: String) -> ChainProblem {
        var problem = make(kind: reason.kind, depth, detail)
        problem.reason = reason
        return problem
    }

    func make(kind: ChainProblem.Kind, _ depth: Int, _ detail: String) -> ChainProblem {
        let isBuilt = built.indices.contains(depth)
        return ChainProblem(
            kind: kind,
            depth: depth,
            index: isBuilt ? built[depth].index : 0,
            certificate: isBuilt ? built[depth].certificate.shortName : certificates.first?.shortName ?? "",
            detail: detail
        )
    }

    func certificate(at depth: Int) -> Certificate? {
        built.indices.contains(depth) ? built[depth].certificate : certificates.first
    }
}

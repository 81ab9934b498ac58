internal import COpenSSL
internal import PortcallCore

/// One certificate of a chain that OpenSSL has put together.
struct ChainLink {
    let x509: X509Certificate
    let certificate: Certificate
    /// Where it stands among those sent; nil where it was found on this machine.
    let index: Int?
}

/// All that is known of one chain, and what follows from it.
struct ChainEvidence {
    let sent: [X509Certificate]
    /// Of `sent`, in the same order.
    let certificates: [Certificate]
    let errors: [ChainError]
    /// Leaf first, ending in a trusted root where there is one.
    let built: [ChainLink]
    let judgedAt: Timestamp
    /// What the topmost certificate says against an issuer that did sign it.
    let contradiction: String?
    /// Whether the leaf names what it must; nil where nothing was said of it.
    let nameMatches: Bool?

    /// Every problem, by depth, each cause once.
    var problems: [ChainProblem] {
        let own = [trust].compactMap(\.self) + readings
        let all = own + errors.compactMap(problem).filter { !own.contains($0) } + weaknesses
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

    func make(_ kind: ChainProblem.Kind, _ depth: Int, _ detail: String) -> ChainProblem {
        let isBuilt = built.indices.contains(depth)
        return ChainProblem(
            kind,
            depth: depth,
            index: isBuilt ? built[depth].index : 0,
            certificate: isBuilt ? built[depth].certificate.shortName : certificates.first?.shortName ?? "",
            detail: detail
        )
    }

    func certificate(at depth: Int) -> Certificate? {
        built.indices.contains(depth) ? built[depth].certificate : certificates.first
    }

    /// Whether the chain leads to a trusted root, and whether what was sent is enough for others.
    private var trust: ChainProblem? {
        guard let leaf = certificates.first else { return nil }
        let isUntrusted = Self.isUntrusted(errors)
        if isUntrusted, leaf.isSelfSigned || isItsOwnIssuer {
            return make(.selfSigned, 0, "self-signed, and not trusted here")
        }
        let top = built.count - 1
        if isUntrusted, let contradiction { return make(.malformed, top, contradiction) }
        if isUntrusted, let refused { return refused }
        if isUntrusted, certificate(at: top)?.issuer.isEmpty == true {
            return make(.malformed, top, "no issuer name, so that none can vouch for it (RFC 5280 section 4.1.2.4)")
        }
        if !leaf.isSelfSigned, !isIssuerSent, isUntrusted || needsIntermediate {
            return make(.incomplete, 0, "sent without the certificate of its issuer, \(leaf.issuer)")
        }
        guard isUntrusted else { return nil }
        let isRoot = certificate(at: top)?.isSelfSigned == true
        let issuer = certificate(at: top)?.issuer ?? ""
        return make(
            .untrustedRoot,
            top,
            isRoot ? "not a root that is trusted here" : "its issuer is unknown here: \(issuer)"
        )
    }

    /// OpenSSL takes the leaf for self-signed by its names and identifiers, whatever its signature.
    private var isItsOwnIssuer: Bool {
        errors.contains(ChainError(code: X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, depth: 0))
    }

    private var isIssuerSent: Bool {
        (built.count > 1 && built[1].index != nil) || sent.dropFirst().contains { sent[0].isIssued(by: $0) }
    }

    /// The issuer is there, and OpenSSL does not take it, because it is broken.
    private var refused: ChainProblem? {
        let next = sent.indices.first { index in built.last.map { sent[index].isNamed(asIssuerOf: $0.x509) } == true }
        guard let next, !built.contains(where: { $0.index == next }) else { return nil }
        let link = ChainLink(x509: sent[next], certificate: certificates[next], index: next)
        let name = link.certificate.shortName
        return StrictReading(link, isLeaf: false).broken.first.map {
            ChainProblem(.malformed, depth: built.count, index: next, certificate: name, detail: $0)
        }
    }

    /// The leaf's issuer is an intermediate that only this machine had.
    private var needsIntermediate: Bool {
        built.count > 1 && built[1].index == nil && !built[1].certificate.isSelfSigned
    }
}

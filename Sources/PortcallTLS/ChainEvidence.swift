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

    /// Every problem, by depth, each cause once.
    var problems: [ChainProblem] {
        let all = [trust].compactMap(\.self) + errors.compactMap(problem) + weaknesses
        var seen: [ChainProblem] = []
        for problem in all where !seen.contains(problem) && !isKnown(problem, seen) { seen.append(problem) }
        return seen.sorted { $0.depth < $1.depth }
    }

    /// What is no CA breaks every other rule for CAs too: that is one cause.
    private func isKnown(_ problem: ChainProblem, _ seen: [ChainProblem]) -> Bool {
        problem.kind == .constraintViolated
            && seen.contains { $0.kind == problem.kind && $0.depth == problem.depth && $0.detail == Self.isNoCA }
    }

    private func certificate(at depth: Int) -> Certificate? {
        built.indices.contains(depth) ? built[depth].certificate : certificates.first
    }

    private func make(_ kind: ChainProblem.Kind, _ depth: Int, _ detail: String) -> ChainProblem {
        ChainProblem(
            kind,
            depth: depth,
            index: built.indices.contains(depth) ? built[depth].index : 0,
            certificate: certificate(at: depth)?.shortName ?? "",
            detail: detail
        )
    }

    /// Whether the chain leads to a trusted root, and whether what was sent is enough for others.
    private var trust: ChainProblem? {
        guard let leaf = certificates.first else { return nil }
        let isUntrusted = errors.contains { Self.trustErrors.contains($0.code) }
        if isUntrusted, leaf.isSelfSigned { return make(.selfSigned, 0, "self-signed, and not trusted here") }
        let hasIssuer = sent.dropFirst().contains { sent[0].isIssued(by: $0) }
        if !leaf.isSelfSigned, !hasIssuer, isUntrusted || needsIntermediate {
            return make(.incomplete, 0, "sent without the certificate of its issuer, \(leaf.issuer)")
        }
        guard isUntrusted else { return nil }
        let top = built.count - 1
        let isRoot = certificate(at: top)?.isSelfSigned == true
        let issuer = certificate(at: top)?.issuer ?? ""
        return make(
            .untrustedRoot,
            top,
            isRoot ? "not a root that is trusted here" : "its issuer is unknown here: \(issuer)"
        )
    }

    /// The leaf's issuer is an intermediate that only this machine had.
    private var needsIntermediate: Bool {
        built.count > 1 && built[1].index == nil && !built[1].certificate.isSelfSigned
    }

    private static let isNoCA = "not a CA, and has issued a certificate"

    private static let trustErrors: Set<CInt> = [
        X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
        X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
        X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_UNTRUSTED, X509_V_ERR_CERT_REJECTED,
        X509_V_ERR_PATH_LOOP, X509_V_ERR_CERT_CHAIN_TOO_LONG,
    ]

    private func problem(_ error: ChainError) -> ChainProblem? {
        let depth = error.depth
        let words = String(cString: X509_verify_cert_error_string(Int(error.code)))
        switch error.code {
        case _ where Self.trustErrors.contains(error.code): return nil
        case X509_V_ERR_CERT_HAS_EXPIRED:
            return make(.expired, depth, "expired on \(certificate(at: depth)?.notAfter.date ?? "")")
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return make(.notYetValid, depth, "not valid before \(certificate(at: depth)?.notBefore.date ?? "")")
        case X509_V_ERR_INVALID_PURPOSE: return wrongPurpose(depth)
        case X509_V_ERR_INVALID_CA: return notCA(depth)
        case X509_V_ERR_PATH_LENGTH_EXCEEDED, X509_V_ERR_KEYUSAGE_NO_CERTSIGN, X509_V_ERR_INVALID_NON_CA,
            X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION, X509_V_ERR_PERMITTED_VIOLATION, X509_V_ERR_EXCLUDED_VIOLATION,
            X509_V_ERR_SUBTREE_MINMAX, X509_V_ERR_UNSUPPORTED_CONSTRAINT_TYPE,
            X509_V_ERR_UNSUPPORTED_CONSTRAINT_SYNTAX, X509_V_ERR_UNSUPPORTED_NAME_SYNTAX,
            X509_V_ERR_EC_KEY_EXPLICIT_PARAMS:
            return make(.constraintViolated, depth, ChainProfile.constraints[error.code] ?? words)
        case let code where ChainProfile.rules[code] != nil: return profile(depth, ChainProfile.rules[code] ?? words)
        default: return make(.malformed, depth, words)
        }
    }

    private func wrongPurpose(_ depth: Int) -> ChainProblem {
        guard depth == 0 else { return make(.constraintViolated, depth, "its extended key usage excludes servers") }
        let usages = certificates.first?.usages
        let isUsageFine = usages.map { $0.contains("serverAuth") || $0.contains("anyExtendedKeyUsage") } ?? true
        return isUsageFine
            ? make(.constraintViolated, 0, "its key usage does not allow a TLS server")
            : make(.noServerAuthentication, 0, "extended key usage without serverAuth")
    }

    /// Strict checking also complains of version 1 roots, which clients take.
    private func notCA(_ depth: Int) -> ChainProblem? {
        guard built.indices.contains(depth), X509_check_ca(built[depth].x509.pointer) != 0 else {
            return make(.constraintViolated, depth, Self.isNoCA)
        }
        return profile(depth, "a CA without basic constraints (RFC 5280 section 4.2.1.9)")
    }

    /// Rules that clients forgive bind neither what this machine has itself nor what is its own issuer.
    private func profile(_ depth: Int, _ rule: String) -> ChainProblem? {
        guard built.indices.contains(depth), built[depth].index != nil, !built[depth].certificate.isSelfSigned else {
            return nil
        }
        return make(.profile, depth, rule)
    }
}

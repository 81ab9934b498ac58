internal import COpenSSL
internal import PortcallCore

/// What OpenSSL lets pass: faults for which other clients refuse a certificate, and rules that most forgive.
extension ChainEvidence {
    var readings: [ChainProblem] {
        built.enumerated().flatMap { depth, link -> [ChainProblem] in
            guard link.index != nil else { return depth == built.count - 1 ? root(depth) : [] }
            let reading = StrictReading(link, isLeaf: depth == 0)
            let names = depth == 0 ? nameRules(link.certificate) : []
            let constraint = depth == 0 ? wildcardFault : nil
            return (reading.broken + [constraint].compactMap(\.self)).map { make($0.reason, depth, $0.words) }
                + (reading.forgiven + names + between(depth)).compactMap { profile(depth, $0) }
                + (depth > 0 && depth == built.count - 1 ? root(depth) : [])
        } + overwhelming
    }

    /// What a certificate says of its issuer, and the issuer of itself.
    private func between(_ depth: Int) -> [CertificateFault] {
        guard built.indices.contains(depth + 1) else { return [] }
        let (below, above) = (built[depth].x509.pointer, built[depth + 1].x509.pointer)
        let issuer = takeBytes { i2d_X509_NAME(X509_get_issuer_name(below), $0) }
        let subject = takeBytes { i2d_X509_NAME(X509_get_subject_name(above), $0) }
        guard issuer != subject, X509_NAME_cmp(X509_get_issuer_name(below), X509_get_subject_name(above)) == 0 else {
            return []
        }
        let words = "the name of its issuer is encoded otherwise than in the issuer's own certificate"
        return [CertificateFault(.issuerNameEncoding, "\(words) (RFC 5280 section 4.1.2.4)")]
    }

    /// What clients hold against a root that is trusted here; an old one, of version 1, has no extensions at all.
    private func root(_ depth: Int) -> [ChainProblem] {
        let link = built[depth]
        guard depth > 0, link.certificate.isSelfSigned, !Self.isUntrusted(errors) else { return [] }
        let flags = X509_get_extension_flags(link.x509.pointer)
        guard link.certificate.details.version == 3 else { return [] }
        guard flags & UInt32(EXFLAG_BCONS) != 0 else {
            let words = "a root of version 3 without basic constraints, which by the rules is no CA"
            return [make(.rootBasicConstraintsMissing, depth, "\(words) (RFC 5280 section 4.2.1.9)")]
        }
        let extensions = X509Extension.all(of: link.x509)
        let isCritical = extensions.contains { $0.nid == NID_basic_constraints && $0.isCritical }
        let rules: [(Bool, ChainProblem.Reason, String)] = [
            (
                isCritical, .rootBasicConstraintsNotCritical,
                "a root whose basic constraints are not critical (RFC 5280 section 4.2.1.9)"
            ),
            (
                link.certificate.details.subjectKeyID != nil, .rootSubjectKeyIDMissing,
                "a root without a subject key identifier (RFC 5280 section 4.2.1.2)"
            ),
            (
                link.certificate.details.keyUsages != nil, .rootKeyUsageMissing,
                "a root without key usage (RFC 5280 section 4.2.1.3)"
            ),
        ]
        return rules.filter { !$0.0 }.map { make($0.1, depth, $0.2) }
    }

    /// More policies than OpenSSL computes with, and a CA that demands that they be.
    private var overwhelming: [ChainProblem] {
        guard verification.hasTooManyPolicies, let depth = built.lastIndex(where: { $0.x509.demandsPolicy }) else {
            return []
        }
        let words = "it demands certificate policies, and the chain has more than can be judged here"
        return [make(.policyUnreadable, depth, "\(words) (RFC 5280 section 4.2.1.11)")]
    }

    /// Names that no host has; where the leaf does not name its host, or names none, that is the finding.
    private func nameRules(_ leaf: Certificate) -> [CertificateFault] {
        guard nameMatches != false else { return [] }
        return leaf.names.dns.compactMap { name in
            HostPattern.fault(of: name).map { CertificateFault($0.reason, "the name '\(name)': \($0.words)") }
        }
    }
}

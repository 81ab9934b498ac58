internal import COpenSSL
internal import PortcallCore

/// What OpenSSL's complaints mean.
extension ChainEvidence {
    static let trustErrors: Set<CInt> = [
        X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
        X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
        X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_UNTRUSTED, X509_V_ERR_CERT_REJECTED,
        X509_V_ERR_PATH_LOOP, X509_V_ERR_CERT_CHAIN_TOO_LONG,
    ]

    static func isUntrusted(_ errors: [ChainError]) -> Bool { errors.contains { trustErrors.contains($0.code) } }

    /// OpenSSL looks at no date of the topmost certificate where it misses the issuer of that.
    var skipped: [ChainError] {
        let top = built.count - 1
        guard top > 0, Self.isUntrusted(errors), let last = certificate(at: top), !last.isSelfSigned else { return [] }
        let codes = [X509_V_ERR_CERT_HAS_EXPIRED] + (last.notBefore > judgedAt ? [X509_V_ERR_CERT_NOT_YET_VALID] : [])
        return codes.map { ChainError(code: $0, depth: top) }.filter { !errors.contains($0) }
    }

    func problem(_ error: ChainError) -> ChainProblem? {
        let depth = error.depth
        guard !Self.trustErrors.contains(error.code), !ChainComplaint.readHere.contains(error.code) else { return nil }
        switch error.code {
        case X509_V_ERR_CERT_HAS_EXPIRED: return expiry(depth)
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return make(.notYetValid, depth, "not valid before \(certificate(at: depth)?.notBefore.date ?? "")")
        case X509_V_ERR_INVALID_PURPOSE: return wrongPurpose(depth)
        case X509_V_ERR_INVALID_CA: return notCA(depth)
        case X509_V_ERR_KEYUSAGE_NO_CERTSIGN where isRefusedAsCA(depth): return nil
        // Who is no CA allows no length of path either.
        case X509_V_ERR_PATH_LENGTH_EXCEEDED where errors.contains { $0.code == X509_V_ERR_INVALID_CA }: return nil
        case X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION: return unknownExtension(depth)
        case X509_V_ERR_CERT_SIGNATURE_FAILURE: return wrongSignature(depth)
        case X509_V_ERR_UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: return unreadableKey(depth)
        case X509_V_ERR_PERMITTED_VIOLATION: return constraint(.nameNotPermitted, depth)
        case X509_V_ERR_EXCLUDED_VIOLATION: return constraint(.nameExcluded, depth)
        case X509_V_ERR_NO_EXPLICIT_POLICY: return policyRequired
        case X509_V_ERR_INVALID_POLICY_EXTENSION where isBroken(depth): return nil
        default:
            let complaint = ChainComplaint.all[error.code]
            return make(complaint?.reason ?? .other, depth, complaint?.words ?? ChainComplaint.unknown(error.code))
        }
    }

    /// The last second is part of the validity (RFC 5280 section 4.1.2.5); OpenSSL leaves it out.
    private func expiry(_ depth: Int) -> ChainProblem? {
        guard let certificate = certificate(at: depth), certificate.notAfter < judgedAt else { return nil }
        let words = "expired on \(certificate.notAfter.date)"
        let isReversed = certificate.notAfter < certificate.notBefore
        let more = isReversed ? ", before it began on \(certificate.notBefore.date)" : ""
        return make(isReversed ? .endsBeforeItBegins : .expired, depth, words + more)
    }

    private func unknownExtension(_ depth: Int) -> ChainProblem {
        let all = built.indices.contains(depth) ? X509Extension.all(of: built[depth].x509) : []
        let unknown = all.filter { $0.isCritical && !$0.isSupported }
        if unknown.contains(where: { $0.nid == NID_ct_precert_poison }) {
            return make(
                .precertificate,
                depth,
                "it is a precertificate, made for the logs of transparency and never to be installed (RFC 6962 section 3.1)"
            )
        }
        let names = unknown.map(\.title).joined(separator: ", ")
        return make(
            .unknownCriticalExtension,
            depth,
            "a critical extension that not every client knows, \(names) (RFC 5280 section 4.2)"
        )
    }

    /// Two certificates of one name, or one that was changed: identifiers that fit speak for the second.
    private func wrongSignature(_ depth: Int) -> ChainProblem {
        guard let below = certificate(at: depth), built.indices.contains(depth + 1) else {
            return make(.signatureWrong, depth, "its signature is wrong: it was changed after it was signed")
        }
        let above = built[depth + 1]
        let ids = (below.details.authorityKeyID, above.certificate.details.subjectKeyID)
        if let named = ids.0, named == ids.1 {
            let words =
                "its signature does not fit the key of its issuer, '\(above.certificate.shortName)', that it names"
            return make(.signatureWrong, depth, "\(words): it was changed after it was signed")
        }
        return make(.issuerKeyDiffers, depth, keyWords(below, above.certificate, isSent: above.index != nil))
    }

    private func unreadableKey(_ depth: Int) -> ChainProblem {
        let fault = built.indices.contains(depth) ? built[depth].x509.keyFault : nil
        return make(fault?.reason ?? .keyKindUnknown, depth, fault?.words ?? "its key cannot be read here")
    }

    private func wrongPurpose(_ depth: Int) -> ChainProblem? {
        guard !built.indices.contains(depth) || !built[depth].x509.isInvalid else { return nil }
        let usages = certificate(at: depth)?.usages
        let isUsageFine = usages.map { $0.contains("serverAuth") } ?? true
        guard depth == 0 else {
            // What is no CA has no purpose either, and that was said.
            return isUsageFine ? nil : make(.purposeOfCA, depth, "its extended key usage excludes servers")
        }
        guard isUsageFine else { return make(purpose(usages ?? []), 0, "extended key usage without serverAuth") }
        if let fault = sent[0].keyUsageFault { return make(kind: .keyUnusable, 0, fault) }
        return make(.netscapeType, 0, "its Netscape certificate type is not a server's")
    }

    private func purpose(_ usages: [String]) -> ChainProblem.Reason {
        if usages.isEmpty { return .emptyPurposes }
        return usages == ["anyExtendedKeyUsage"] ? .anyPurposeAlone : .purposeExcludesServers
    }

    /// What is wrong with it was read in it, and is told by that.
    private func isBroken(_ depth: Int) -> Bool {
        built.indices.contains(depth) && !StrictReading(built[depth], isLeaf: depth == 0).broken.isEmpty
    }

    /// OpenSSL said of it that it is no CA, and a key usage without keyCertSign is one reason for that.
    func isRefusedAsCA(_ depth: Int) -> Bool {
        errors.contains(ChainError(code: X509_V_ERR_INVALID_CA, depth: depth))
    }

    /// Not a CA for one of several reasons; strict checking counts old roots and odd leaves among them.
    private func notCA(_ depth: Int) -> ChainProblem? {
        guard depth > 0, built.indices.contains(depth) else { return nil }
        let x509 = built[depth].x509
        let flags = X509_get_extension_flags(x509.pointer)
        let isMarkedAsCA = flags & UInt32(EXFLAG_CA) != 0
        let hasConstraints = flags & UInt32(EXFLAG_BCONS) != 0
        if isMarkedAsCA { return make(.cannotSign, depth, ChainComplaint.cannotSign) }
        guard !hasConstraints, X509_check_ca(x509.pointer) != 0 else {
            return make(.notCA, depth, "not a CA, and has issued a certificate (RFC 5280 section 4.2.1.9)")
        }
        let words = "a CA without basic constraints (RFC 5280 section 4.2.1.9)"
        // Strict checking alone complains of the topmost.
        return depth < built.count - 1 ? make(.basicConstraintsMissing, depth, words) : nil
    }

    /// Rules that most clients forgive bind neither what this machine has itself, nor what is its own issuer, altered
    /// since or not, nor what is refused as a CA anyway.
    func profile(_ depth: Int, _ fault: CertificateFault) -> ChainProblem? {
        guard depth == 0 || !isRefusedAsCA(depth) else { return nil }
        guard built.indices.contains(depth), built[depth].index != nil else { return nil }
        let certificate = built[depth].certificate
        let isOwnIssuer = depth == 0 && certificate.subject == certificate.issuer && !certificate.subject.isEmpty
        guard !certificate.isSelfSigned, !isOwnIssuer else { return nil }
        return make(fault.reason, depth, fault.words)
    }
}

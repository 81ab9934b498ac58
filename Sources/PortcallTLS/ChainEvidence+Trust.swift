internal import COpenSSL
internal import PortcallCore

/// Whether the chain leads to a trusted root, whether what was sent is enough for others, and why not.
extension ChainEvidence {
    var trust: ChainProblem? {
        guard let leaf = certificates.first else { return nil }
        let isUntrusted = Self.isUntrusted(errors)
        if isUntrusted, leaf.isSelfSigned || isItsOwnIssuer {
            return make(.selfSigned, 0, "self-signed, and not trusted here")
        }
        if isUntrusted { return astray ?? atHand ?? nameless ?? (isIssuerSent ? unknown : missing(leaf)) }
        return !leaf.isSelfSigned && !isIssuerSent && needsIntermediate ? missing(leaf) : nil
    }

    private func missing(_ leaf: Certificate) -> ChainProblem {
        make(.issuerNotSent, 0, "the certificate of its issuer, \(leaf.issuer), is not there")
    }

    private var top: Int { built.count - 1 }

    /// Not the CA is at fault, but what else came along.
    private var astray: ChainProblem? {
        detour.map { make(.anotherPathIsTrusted, top, "the way over it ends here; another leads to '\($0.root)'") }
    }

    private var nameless: ChainProblem? {
        guard certificate(at: top)?.issuer.isEmpty == true else { return nil }
        return make(
            .issuerNameMissing,
            top,
            "no issuer name, so that none can vouch for it (RFC 5280 section 4.1.2.4)"
        )
    }

    private var unknown: ChainProblem? {
        let isRejected = errors.contains { [X509_V_ERR_CERT_UNTRUSTED, X509_V_ERR_CERT_REJECTED].contains($0.code) }
        if isRejected {
            return make(.refusedByTrustSettings, top, "the settings among the trusted roots reject it for servers")
        }
        if certificate(at: top)?.isSelfSigned == true {
            return make(.rootUnknown, top, "not a root that is trusted here")
        }
        let issuer = certificate(at: top)?.issuer ?? ""
        return make(.issuerUnknown, top, "its issuer is unknown here: \(issuer)")
    }

    /// OpenSSL takes the leaf for self-signed by its names and identifiers, whatever its signature.
    private var isItsOwnIssuer: Bool {
        errors.contains(ChainError(code: X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, depth: 0))
    }

    private var isIssuerSent: Bool {
        (built.count > 1 && built[1].index != nil) || sent.dropFirst().contains { sent[0].isIssued(by: $0) }
    }

    /// The leaf's issuer is an intermediate that only this machine had.
    private var needsIntermediate: Bool {
        built.count > 1 && built[1].index == nil && !built[1].certificate.isSelfSigned
    }
}

/// A certificate of the name that is missed is at hand, and is not taken.
extension ChainEvidence {
    private var atHand: ChainProblem? {
        guard let last = built.last, !last.certificate.isSelfSigned else { return nil }
        let candidates = (sent + verification.namesakes).filter {
            $0.isNamed(asIssuerOf: last.x509) && !$0.isSame(as: last.x509)
        }
        guard !candidates.isEmpty else { return nil }
        return unjudged(last, candidates) ?? circle(last, candidates) ?? contradiction(last, candidates)
            ?? candidates.lazy.compactMap(broken).first ?? candidates.first.map { renewed(last, $0) }
    }

    private func unjudged(_ last: ChainLink, _ candidates: [X509Certificate]) -> ChainProblem? {
        let isUnknown = candidates.contains {
            X509_check_issued($0.pointer, last.x509.pointer) == X509_V_ERR_UNSUPPORTED_SIGNATURE_ALGORITHM
        }
        guard isUnknown else { return nil }
        let words = "it is signed in a way that cannot be judged here, \(last.x509.signatureAlgorithm)"
        return make(.signatureKindUnknown, top, words)
    }

    private func circle(_ last: ChainLink, _ candidates: [X509Certificate]) -> ChainProblem? {
        let issuer = built.first { link in
            candidates.contains { $0.isSame(as: link.x509) } && last.x509.isSigned(by: link.x509)
        }
        guard let issuer else { return nil }
        let words = "its issuer is '\(issuer.certificate.shortName)', which stands below it: the chain goes in a circle"
        return make(.issuersInCircle, top, "\(words) and reaches no root")
    }

    /// What it says against a certificate that signed it nevertheless.
    private func contradiction(_ last: ChainLink, _ candidates: [X509Certificate]) -> ChainProblem? {
        let codes = [X509_V_ERR_AKID_SKID_MISMATCH, X509_V_ERR_AKID_ISSUER_SERIAL_MISMATCH]
        let isDenied = candidates.contains { one in
            codes.contains(X509_check_issued(one.pointer, last.x509.pointer)) && last.x509.isSigned(by: one)
        }
        guard isDenied else { return nil }
        let words = "its authority key identifier names another key than its issuer's (RFC 5280 section 4.2.1.1)"
        return make(.authorityKeyIDWrong, top, words)
    }

    /// OpenSSL does not take a broken certificate, sent or trusted, for an issuer.
    private func broken(_ candidate: X509Certificate) -> ChainProblem? {
        let index = sent.firstIndex { $0.isSame(as: candidate) }
        let certificate = index.map { certificates[$0] } ?? Certificate(candidate)
        let link = ChainLink(x509: candidate, certificate: certificate, index: index)
        let rejected = errors.contains { [X509_V_ERR_CERT_UNTRUSTED, X509_V_ERR_CERT_REJECTED].contains($0.code) }
        guard !rejected, let fault = StrictReading(link, isLeaf: false).broken.first else { return nil }
        let place = index == nil ? "; it is among those trusted here" : ""
        return ChainProblem(
            fault.reason,
            depth: built.count,
            index: index,
            certificate: certificate.shortName,
            detail: fault.words + place
        )
    }

    private func renewed(_ last: ChainLink, _ candidate: X509Certificate) -> ChainProblem {
        let isSent = sent.contains { $0.isSame(as: candidate) }
        let other = Certificate(candidate)
        return make(.issuerKeyDiffers, top, keyWords(last.certificate, other, isSent: isSent))
    }

    /// By the names of keys, where they have any.
    func keyWords(_ below: Certificate, _ other: Certificate, isSent: Bool) -> String {
        let ids = [below.details.authorityKeyID, other.details.subjectKeyID].compactMap { $0?.prefix(8) }
        let isTold = ids.count == 2 && ids[0] != ids[1]
        let place = isSent ? "that comes along" : "that is trusted here"
        let (theirs, needed) = isTold ? (" (key id \(ids[1])…)", " (key id \(ids[0])…)") : ("", "")
        return
            "the issuer's certificate '\(other.shortName)' \(place) has another key\(theirs) than the one that signed it\(needed)"
    }
}

extension X509Certificate {
    func isSigned(by issuer: X509Certificate) -> Bool {
        defer { ERR_clear_error() }
        guard let key = X509_get0_pubkey(issuer.pointer) else { return false }
        return X509_verify(pointer, key) == 1
    }

    /// By OpenSSL's name, else in dots and digits.
    var signatureAlgorithm: String {
        var algorithm: OpaquePointer?
        X509_ALGOR_get0(&algorithm, nil, nil, X509_get0_tbs_sigalg(pointer))
        let nid = OBJ_obj2nid(algorithm)
        guard nid != NID_undef, let name = OBJ_nid2ln(nid) else { return dotted(algorithm) }
        return String(cString: name)
    }
}

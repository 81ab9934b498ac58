internal import COpenSSL
internal import PortcallCore

extension ChainEvidence {
    /// Weak keys and signatures of what was sent; a root is trusted for what it is, not for how it is signed.
    var weaknesses: [ChainProblem] {
        certificates.enumerated().flatMap { index, certificate -> [ChainProblem] in
            guard index == 0 || !certificate.isSelfSigned else { return [] }
            let make = { (kind: ChainProblem.Kind, detail: String) in
                ChainProblem(kind, depth: index, index: index, certificate: certificate.shortName, detail: detail)
            }
            let key = certificate.key.isWeak ? [make(.weakKey, certificate.key.words)] : []
            let isSignatureWeak = !certificate.isSelfSigned && Self.hasWeakSignature(sent[index])
            return key + (isSignatureWeak ? [make(.weakSignature, "signed with \(certificate.signature)")] : [])
        }
    }

    private static func hasWeakSignature(_ certificate: X509Certificate) -> Bool {
        var digest: CInt = 0
        guard X509_get_signature_info(certificate.pointer, &digest, nil, nil, nil) == 1 else { return false }
        return [NID_md2, NID_md4, NID_md5, NID_sha1, NID_md5_sha1, NID_mdc2].contains(digest)
    }

    /// What was sent oddly and no client minds.
    var notes: [String] {
        var notes: [String] = []
        for (index, certificate) in sent.enumerated() {
            let name = certificates[index].shortName
            if sent[..<index].contains(where: { $0.isSame(as: certificate) }) {
                notes.append("'\(name)' was sent twice.")
            } else if !built.contains(where: { $0.x509.isSame(as: certificate) }) {
                notes.append("'\(name)' was sent and is not part of the chain.")
            }
        }
        let order = built.compactMap { link in sent.firstIndex { $0.isSame(as: link.x509) } }
        if order != order.sorted() { notes.append("The certificates are not in order, each followed by its issuer.") }
        return notes
    }
}

extension Certificate.Key {
    fileprivate var isWeak: Bool {
        switch type {
        case "RSA", "RSA-PSS": bits < 2048
        case "EC": bits < 224
        case "DSA": true
        default: false
        }
    }

    fileprivate var words: String { "\(type) with \(bits) bits" + (curve.map { " (\($0))" } ?? "") }
}

/// The rules of RFC 5280 in words.
enum ChainProfile {
    /// Rules that clients hold to.
    static let constraints: [CInt: String] = [
        X509_V_ERR_PATH_LENGTH_EXCEEDED: "more CAs below it than its path length allows",
        X509_V_ERR_PERMITTED_VIOLATION: "a name outside those that a CA above it may issue for",
        X509_V_ERR_EXCLUDED_VIOLATION: "a name that a CA above it may not issue for",
        X509_V_ERR_KEYUSAGE_NO_CERTSIGN: "its key usage does not allow it to sign certificates",
        X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION: "a critical extension that clients do not know",
    ]

    /// What only strict checking complains of: rules that common clients forgive.
    static let rules: [CInt: String] = [
        X509_V_ERR_PATHLEN_INVALID_FOR_NON_CA:
            "a path length in a certificate that is no CA (RFC 5280 section 4.2.1.9)",
        X509_V_ERR_PATHLEN_WITHOUT_KU_KEY_CERT_SIGN:
            "a path length without the key usage keyCertSign (RFC 5280 section 4.2.1.9)",
        X509_V_ERR_KU_KEY_CERT_SIGN_INVALID_FOR_NON_CA:
            "the key usage keyCertSign in a certificate that is no CA (RFC 5280 section 4.2.1.9)",
        X509_V_ERR_ISSUER_NAME_EMPTY: "no issuer name (RFC 5280 section 4.1.2.4)",
        X509_V_ERR_SUBJECT_NAME_EMPTY: "a CA without a subject name (RFC 5280 section 4.1.2.6)",
        X509_V_ERR_MISSING_AUTHORITY_KEY_IDENTIFIER: "no authority key identifier (RFC 5280 section 4.2.1.1)",
        X509_V_ERR_MISSING_SUBJECT_KEY_IDENTIFIER: "a CA without a subject key identifier (RFC 5280 section 4.2.1.2)",
        X509_V_ERR_EMPTY_SUBJECT_ALT_NAME: "an empty subjectAltName (RFC 5280 section 4.2.1.6)",
        X509_V_ERR_EMPTY_SUBJECT_SAN_NOT_CRITICAL:
            "no subject, and a subjectAltName that is not critical (RFC 5280 section 4.2.1.6)",
        X509_V_ERR_CA_BCONS_NOT_CRITICAL: "a CA whose basic constraints are not critical (RFC 5280 section 4.2.1.9)",
        X509_V_ERR_AUTHORITY_KEY_IDENTIFIER_CRITICAL:
            "a critical authority key identifier (RFC 5280 section 4.2.1.1)",
        X509_V_ERR_SUBJECT_KEY_IDENTIFIER_CRITICAL: "a critical subject key identifier (RFC 5280 section 4.2.1.2)",
        X509_V_ERR_CA_CERT_MISSING_KEY_USAGE: "a CA without key usage (RFC 5280 section 4.2.1.3)",
        X509_V_ERR_EXTENSIONS_REQUIRE_VERSION_3:
            "extensions in a certificate of an older version (RFC 5280 section 4.1.2.1)",
    ]
}

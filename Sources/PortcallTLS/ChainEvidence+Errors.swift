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

    func problem(_ error: ChainError) -> ChainProblem? {
        let depth = error.depth
        switch error.code {
        case _ where Self.trustErrors.contains(error.code): return nil
        case X509_V_ERR_CERT_HAS_EXPIRED: return expiry(depth)
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return make(.notYetValid, depth, "not valid before \(certificate(at: depth)?.notBefore.date ?? "")")
        case X509_V_ERR_INVALID_PURPOSE: return wrongPurpose(depth)
        case X509_V_ERR_INVALID_CA: return notCA(depth)
        case X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION: return make(.constraintViolated, depth, unknownExtension(depth))
        case _ where follows(error): return nil
        case let code:
            if let words = ChainProfile.constraints[code] { return make(.constraintViolated, depth, words) }
            if let words = ChainProfile.rules[code] { return profile(depth, words) }
            return make(.malformed, depth, String(cString: X509_verify_cert_error_string(Int(code))))
        }
    }

    /// The last second is part of the validity (RFC 5280 section 4.1.2.5); OpenSSL leaves it out.
    private func expiry(_ depth: Int) -> ChainProblem? {
        guard let certificate = certificate(at: depth), certificate.notAfter < judgedAt else { return nil }
        let words = "expired on \(certificate.notAfter.date)"
        let isReversed = certificate.notAfter < certificate.notBefore
        let more = isReversed ? ", before it began on \(certificate.notBefore.date)" : ""
        return make(.expired, depth, words + more)
    }

    /// A consequence of another complaint, or of what is a finding of its own.
    private func follows(_ error: ChainError) -> Bool {
        let isSaid = { (code: CInt, depth: Int) in errors.contains(ChainError(code: code, depth: depth)) }
        return switch error.code {
        case X509_V_ERR_KEYUSAGE_NO_CERTSIGN: isRefusedAsCA(error.depth)
        case X509_V_ERR_ISSUER_NAME_EMPTY: isSaid(X509_V_ERR_SUBJECT_NAME_EMPTY, error.depth + 1)
        case X509_V_ERR_PATHLEN_WITHOUT_KU_KEY_CERT_SIGN:
            isSaid(X509_V_ERR_PATHLEN_INVALID_FOR_NON_CA, error.depth)
        case X509_V_ERR_EMPTY_SUBJECT_ALT_NAME: nameMatches == false
        case X509_V_ERR_AUTHORITY_KEY_IDENTIFIER_CRITICAL, X509_V_ERR_SUBJECT_KEY_IDENTIFIER_CRITICAL:
            isSaid(X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION, error.depth)
        default: false
        }
    }

    private func unknownExtension(_ depth: Int) -> String {
        let all = built.indices.contains(depth) ? X509Extension.all(of: built[depth].x509) : []
        let names = all.filter { $0.isCritical && !$0.isSupported }.map(\.name)
        return "a critical extension that clients do not know, \(names.joined(separator: ", ")) (RFC 5280 section 4.2)"
    }

    private func wrongPurpose(_ depth: Int) -> ChainProblem? {
        guard !built.indices.contains(depth) || !built[depth].x509.isInvalid else { return nil }
        let usages = certificate(at: depth)?.usages
        let isUsageFine = usages.map { $0.contains("serverAuth") } ?? true
        guard depth == 0 else {
            // What is no CA has no purpose either, and that was said.
            return isUsageFine ? nil : make(.constraintViolated, depth, "its extended key usage excludes servers")
        }
        guard isUsageFine else {
            return make(.noServerAuthentication, 0, "extended key usage without serverAuth")
        }
        if let fault = sent[0].keyUsageFault { return make(.keyUnusable, 0, fault) }
        return make(.constraintViolated, 0, "its Netscape certificate type is not a server's")
    }

    /// OpenSSL said of it that it is no CA, and a key usage without keyCertSign is one reason for that.
    private func isRefusedAsCA(_ depth: Int) -> Bool {
        errors.contains(ChainError(code: X509_V_ERR_INVALID_CA, depth: depth))
    }

    /// Not a CA for one of several reasons; strict checking counts old roots and odd leaves among them.
    private func notCA(_ depth: Int) -> ChainProblem? {
        guard depth > 0, built.indices.contains(depth) else { return nil }
        let x509 = built[depth].x509
        let flags = X509_get_extension_flags(x509.pointer)
        let isMarkedAsCA = flags & UInt32(EXFLAG_CA) != 0
        let hasConstraints = flags & UInt32(EXFLAG_BCONS) != 0
        if isMarkedAsCA { return make(.constraintViolated, depth, ChainProfile.cannotSign) }
        guard !hasConstraints, X509_check_ca(x509.pointer) != 0 else {
            return make(.constraintViolated, depth, "not a CA, and has issued a certificate")
        }
        let words = "a CA without basic constraints (RFC 5280 section 4.2.1.9)"
        // Strict checking alone complains of the topmost.
        return depth < built.count - 1 ? make(.constraintViolated, depth, words) : nil
    }

    /// Rules that clients forgive bind neither what this machine has itself, nor what is its own issuer, nor what is
    /// refused as a CA anyway.
    func profile(_ depth: Int, _ rule: String) -> ChainProblem? {
        guard depth == 0 || !isRefusedAsCA(depth) else { return nil }
        guard built.indices.contains(depth), built[depth].index != nil, !built[depth].certificate.isSelfSigned else {
            return nil
        }
        return make(.profile, depth, rule)
    }
}

/// The rules of RFC 5280 in words.
enum ChainProfile {
    static let cannotSign = "its key usage does not allow it to sign certificates (RFC 5280 section 4.2.1.3)"

    /// Rules that clients hold to.
    static let constraints: [CInt: String] = [
        X509_V_ERR_PATH_LENGTH_EXCEEDED:
            "more CAs below it than its path length allows (RFC 5280 section 4.2.1.9)",
        X509_V_ERR_PERMITTED_VIOLATION:
            "a name outside those that a CA above it may issue for (RFC 5280 section 4.2.1.10)",
        X509_V_ERR_EXCLUDED_VIOLATION: "a name that a CA above it may not issue for (RFC 5280 section 4.2.1.10)",
        X509_V_ERR_SUBTREE_MINMAX:
            "name constraints of a CA above it have a minimum or maximum (RFC 5280 section 4.2.1.10)",
        X509_V_ERR_UNSUPPORTED_CONSTRAINT_TYPE:
            "a CA above it constrains a kind of name that clients cannot compare (RFC 5280 section 4.2.1.10)",
        X509_V_ERR_UNSUPPORTED_CONSTRAINT_SYNTAX:
            "a CA above it has a name constraint that cannot be read (RFC 5280 section 4.2.1.10)",
        X509_V_ERR_UNSUPPORTED_NAME_SYNTAX:
            "a name that cannot be compared with the name constraints of a CA above it (RFC 5280 section 4.2.1.10)",
        X509_V_ERR_KEYUSAGE_NO_CERTSIGN: cannotSign,
        X509_V_ERR_INVALID_NON_CA: "a CA's certificate where none may be (RFC 5280 section 4.2.1.9)",
        X509_V_ERR_EC_KEY_EXPLICIT_PARAMS:
            "an elliptic curve spelled out instead of named (RFC 5480 section 2.1.1)",
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
        X509_V_ERR_SUBJECT_NAME_EMPTY: "no subject name where there must be one (RFC 5280 section 4.1.2.6)",
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

internal import COpenSSL
internal import PortcallCore

/// OpenSSL's complaints about a chain in words of ours, so that none of its own reaches a reader.
package enum ChainComplaint {
    static let cannotSign = "its key usage does not allow it to sign certificates (RFC 5280 section 4.2.1.3)"

    static let all: [CInt: CertificateFault] = constraints.merging(broken) { $1 }

    /// Rules that clients hold to.
    private static let constraints: [CInt: CertificateFault] = [
        X509_V_ERR_PATH_LENGTH_EXCEEDED: CertificateFault(
            .pathLengthExceeded,
            "more CAs below it than its path length allows (RFC 5280 section 4.2.1.9)"
        ),
        X509_V_ERR_SUBTREE_MINMAX: CertificateFault(
            .constraintWithMinimum,
            "name constraints of a CA above it have a minimum or maximum (RFC 5280 section 4.2.1.10)"
        ),
        X509_V_ERR_UNSUPPORTED_CONSTRAINT_TYPE: CertificateFault(
            .constraintKindUnknown,
            "a CA above it constrains a kind of name that OpenSSL cannot compare (RFC 5280 section 4.2.1.10)"
        ),
        X509_V_ERR_UNSUPPORTED_CONSTRAINT_SYNTAX: CertificateFault(
            .constraintUnreadable,
            "a CA above it has a name constraint that cannot be read (RFC 5280 section 4.2.1.10)"
        ),
        X509_V_ERR_UNSUPPORTED_NAME_SYNTAX: CertificateFault(
            .nameNotComparable,
            "a name that cannot be compared with the name constraints of a CA above it (RFC 5280 section 4.2.1.10)"
        ),
        X509_V_ERR_UNSPECIFIED: CertificateFault(
            .tooManyNames,
            "more names times name constraints than OpenSSL compares, about a million (RFC 5280 section 4.2.1.10)"
        ),
        X509_V_ERR_KEYUSAGE_NO_CERTSIGN: CertificateFault(.cannotSign, cannotSign),
        X509_V_ERR_INVALID_NON_CA: CertificateFault(
            .caAsServer,
            "a CA's certificate where none may be (RFC 5280 section 4.2.1.9)"
        ),
        X509_V_ERR_EC_KEY_EXPLICIT_PARAMS: CertificateFault(.curveSpelledOut, StrictReading.spelledOut),
        X509_V_ERR_INVALID_POLICY_EXTENSION: CertificateFault(
            .policyUnreadable,
            "its certificate policies cannot be read or contradict themselves (RFC 5280 section 4.2.1.4)"
        ),
        X509_V_ERR_PROXY_CERTIFICATES_NOT_ALLOWED: CertificateFault(
            .proxyCertificate,
            "a proxy certificate, which stands for a user and not for a server (RFC 3820)"
        ),
        X509_V_ERR_PROXY_PATH_LENGTH_EXCEEDED: CertificateFault(
            .proxyCertificate,
            "more proxy certificates than allowed (RFC 3820)"
        ),
        X509_V_ERR_PROXY_SUBJECT_NAME_VIOLATION: CertificateFault(
            .proxyCertificate,
            "a proxy certificate whose name is not its issuer's with one part more (RFC 3820 section 3.4)"
        ),
    ]

    /// What cannot be read.
    private static let broken: [CInt: CertificateFault] = [
        X509_V_ERR_ERROR_IN_CERT_NOT_BEFORE_FIELD: CertificateFault(
            .dateUnreadable,
            "the date of its beginning, notBefore, is none (RFC 5280 section 4.1.2.5)"
        ),
        X509_V_ERR_ERROR_IN_CERT_NOT_AFTER_FIELD: CertificateFault(
            .dateUnreadable,
            "the date of its end, notAfter, is none (RFC 5280 section 4.1.2.5)"
        ),
        X509_V_ERR_INVALID_EXTENSION: CertificateFault(
            .extensionsContradict,
            "its extensions contradict themselves (RFC 5280 section 4.2)"
        ),
        X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE: CertificateFault(
            .signatureWrong,
            "its signature cannot be computed with its issuer's key"
        ),
        X509_V_ERR_UNSUPPORTED_EXTENSION_FEATURE: CertificateFault(
            .extensionsContradict,
            "one of its extensions asks for what OpenSSL does not support (RFC 5280 section 4.2)"
        ),
        X509_V_ERR_SIGNATURE_ALGORITHM_MISMATCH: CertificateFault(
            .signatureWrong,
            "its signature is of another kind than its issuer's key"
        ),
        X509_V_ERR_UNSUPPORTED_SIGNATURE_ALGORITHM: CertificateFault(
            .signatureKindUnknown,
            "it is signed in a way that cannot be judged here"
        ),
        X509_V_ERR_CERT_CHAIN_TOO_LONG: CertificateFault(.tooMany, "the chain is longer than OpenSSL follows"),
    ]

    /// What only strict checking complains of, and what `StrictReading` reads, whether or not the issuer is at hand.
    static let readHere: Set<CInt> = [
        X509_V_ERR_PATHLEN_INVALID_FOR_NON_CA, X509_V_ERR_PATHLEN_WITHOUT_KU_KEY_CERT_SIGN,
        X509_V_ERR_KU_KEY_CERT_SIGN_INVALID_FOR_NON_CA, X509_V_ERR_ISSUER_NAME_EMPTY,
        X509_V_ERR_SUBJECT_NAME_EMPTY, X509_V_ERR_MISSING_AUTHORITY_KEY_IDENTIFIER,
        X509_V_ERR_MISSING_SUBJECT_KEY_IDENTIFIER, X509_V_ERR_EMPTY_SUBJECT_ALT_NAME,
        X509_V_ERR_EMPTY_SUBJECT_SAN_NOT_CRITICAL, X509_V_ERR_CA_BCONS_NOT_CRITICAL,
        X509_V_ERR_AUTHORITY_KEY_IDENTIFIER_CRITICAL, X509_V_ERR_SUBJECT_KEY_IDENTIFIER_CRITICAL,
        X509_V_ERR_CA_CERT_MISSING_KEY_USAGE, X509_V_ERR_EXTENSIONS_REQUIRE_VERSION_3,
        X509_V_ERR_SIGNATURE_ALGORITHM_INCONSISTENCY,
    ]

    /// Complaints that are told by what was read in the chain itself, at length.
    private static let told: Set<CInt> = ChainEvidence.trustErrors.union(readHere).union([
        X509_V_ERR_CERT_HAS_EXPIRED, X509_V_ERR_CERT_NOT_YET_VALID, X509_V_ERR_INVALID_PURPOSE,
        X509_V_ERR_INVALID_CA, X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION, X509_V_ERR_CERT_SIGNATURE_FAILURE,
        X509_V_ERR_UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY, X509_V_ERR_PERMITTED_VIOLATION,
        X509_V_ERR_EXCLUDED_VIOLATION, X509_V_ERR_NO_EXPLICIT_POLICY,
    ])

    /// What a later OpenSSL may complain of.
    static func unknown(_ code: CInt) -> String { "OpenSSL refuses it for a reason that has no words here (\(code))" }

    /// Whether a code of OpenSSL's (`X509_V_ERR_…`) is told in words of ours.
    package static func hasWords(_ code: Int32) -> Bool { all[code] != nil || told.contains(code) }
}

internal import COpenSSL
internal import PortcallCore

extension ChainEvidence {
    /// Weak keys wherever they are, for who can break a root's can issue anything; OpenSSL's security levels say so too.
    ///
    /// The root's own signature counts for nothing.
    var weaknesses: [ChainProblem] {
        built.enumerated().flatMap { depth, link -> [ChainProblem] in
            let certificate = link.certificate
            let key = certificate.key.weakness ?? link.x509.exponentFault
            let isSignatureWeak = link.index != nil && !certificate.isSelfSigned && link.x509.hasWeakSignature
            return (key.map { [make(.weakKey, depth, $0)] } ?? [])
                + (isSignatureWeak ? [make(.weakSignature, depth, "signed with \(certificate.signature)")] : [])
        }
    }
}

extension Certificate.Key {
    /// Why clients refuse it: it can be broken, or they do not compute with it.
    fileprivate var weakness: String? {
        switch type {
        case "RSA", "RSA-PSS":
            bits < 2048 ? words : bits > 16_384 ? "\(words), more than clients compute with" : nil
        case "EC": bits < 224 ? words : nil
        case "DSA": words
        default: nil
        }
    }

    private var words: String { "\(type) with \(bits) bits" + (curve.map { " (\($0))" } ?? "") }

    /// A rule of the baseline that clients forgive.
    var oddity: String? {
        switch type {
        case "RSA", "RSA-PSS":
            bits.isMultiple(of: 8)
                ? nil : "an RSA key of \(bits) bits, no multiple of eight (CA/Browser baseline section 6.1.5)"
        case "EC":
            Self.usualCurves.contains(curve ?? "")
                ? nil : "a key on the curve \(curve ?? "unknown") (CA/Browser baseline section 6.1.5)"
        default: nil
        }
    }

    /// P-224 is not among those of the baseline, and a CA may have it.
    private static let usualCurves: Set<String> = ["P-224", "P-256", "P-384", "P-521"]
}

extension X509Certificate {
    fileprivate var hasWeakSignature: Bool {
        var digest: CInt = 0
        guard X509_get_signature_info(pointer, &digest, nil, nil, nil) == 1 else { return false }
        return [NID_md2, NID_md4, NID_md5, NID_sha1, NID_md5_sha1, NID_mdc2].contains(digest)
    }

    /// An RSA exponent that is even or 1 (RFC 8017 section 3.1) encrypts and signs nothing.
    fileprivate var exponentFault: String? {
        guard let key = X509_get0_pubkey(pointer), EVP_PKEY_get_base_id(key) == NID_rsaEncryption else { return nil }
        var exponent: OpaquePointer?
        guard EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &exponent) == 1 else { return nil }
        defer { BN_free(exponent) }
        guard BN_is_odd(exponent) == 0 || BN_is_one(exponent) == 1 else { return nil }
        return "RSA with the exponent \(BN_is_one(exponent) == 1 ? "1" : "of an even number")"
    }

    /// Why a TLS server cannot use the key: what its key usage leaves out (RFC 5280 section 4.2.1.3); the finding about
    /// it is made of the certificate alone.
    var keyUsageFault: String? {
        let usage = X509_get_key_usage(pointer)
        guard usage != UInt32.max, !isInvalid else { return nil }
        let signs = usage & UInt32(KU_DIGITAL_SIGNATURE) != 0
        let isRSA = X509_get0_pubkey(pointer).map { EVP_PKEY_get_base_id($0) == NID_rsaEncryption } ?? true
        guard !signs, !isRSA || usage & UInt32(KU_KEY_ENCIPHERMENT) == 0 else { return nil }
        let missing = isRSA ? "digitalSignature and keyEncipherment" : "digitalSignature"
        return "its key usage lacks \(missing), so its key cannot serve TLS (RFC 5280 section 4.2.1.3)"
    }
}

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
            let isJudged = link.index != nil && !certificate.isSelfSigned
            let signature = isJudged ? link.x509.weakSignature(named: certificate.signature) : nil
            return [key, signature].compactMap(\.self).map { make($0.reason, depth, $0.words) }
        }
    }
}

extension Certificate.Key {
    /// Why clients refuse it: it can be broken, or they do not compute with it.
    fileprivate var weakness: CertificateFault? {
        switch type {
        case "RSA" where bits < 2048, "RSA-PSS" where bits < 2048, "EC" where bits < 224:
            CertificateFault(.keyTooSmall, words)
        case "RSA" where bits > 16_384, "RSA-PSS" where bits > 16_384:
            CertificateFault(.keyTooLarge, "\(words), more than OpenSSL computes with")
        case "DSA": CertificateFault(.keyOfDSA, words)
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
    /// By which hash it can be forged, and how the whole is called.
    fileprivate func weakSignature(named name: String) -> CertificateFault? {
        var digest: CInt = 0
        guard X509_get_signature_info(pointer, &digest, nil, nil, nil) == 1 else { return nil }
        let hashes: [CInt: String] = [
            NID_md2: "MD2", NID_md4: "MD4", NID_md5: "MD5", NID_sha1: "SHA-1", NID_md5_sha1: "MD5 and SHA-1",
            NID_mdc2: "MDC-2",
        ]
        guard let hash = hashes[digest] else { return nil }
        return CertificateFault(digest == NID_sha1 ? .signatureSHA1 : .signatureMD5, "signed with \(hash) (\(name))")
    }

    /// An RSA exponent that is even or 1 (RFC 8017 section 3.1) encrypts and signs nothing.
    fileprivate var exponentFault: CertificateFault? {
        guard let key = X509_get0_pubkey(pointer), EVP_PKEY_get_base_id(key) == NID_rsaEncryption else { return nil }
        var exponent: OpaquePointer?
        guard EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &exponent) == 1 else { return nil }
        defer { BN_free(exponent) }
        guard BN_is_odd(exponent) == 0 || BN_is_one(exponent) == 1 else { return nil }
        let which = BN_is_one(exponent) == 1 ? "1" : "of an even number"
        return CertificateFault(.keyExponent, "RSA with the exponent \(which)")
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

internal import COpenSSL
internal import PortcallCore

/// One certificate, read as strictly as RFC 5280 is written.
struct StrictReading {
    let x509: X509Certificate
    let certificate: Certificate
    let isLeaf: Bool
    let extensions: [X509Extension]

    init(_ link: ChainLink, isLeaf: Bool) {
        x509 = link.x509
        certificate = link.certificate
        self.isLeaf = isLeaf
        extensions = X509Extension.all(of: link.x509)
    }

    var pointer: OpaquePointer { x509.pointer }

    static let spelledOut = "an elliptic curve spelled out instead of named (RFC 5480 section 2.1.1)"

    /// Clients that parse for themselves (Go, Chromium, SChannel) refuse the certificate.
    var broken: [CertificateFault] {
        let all =
            [version, key, curve, algorithms].compactMap(\.self) + repeated + unreadable + contents + names
        guard all.isEmpty, x509.isInvalid else { return all }
        if hasEmptyDistributionPoint {
            let words = "a CRL distribution point that names neither a place nor an issuer"
            return [CertificateFault(.distributionPointEmpty, "\(words) (RFC 5280 section 4.2.1.13)")]
        }
        return [CertificateFault(.extensionsContradict, "its extensions contradict themselves (RFC 5280 section 4.2)")]
    }

    private var version: CertificateFault? {
        let version = X509_get_version(pointer)
        guard !(0...2).contains(version) else { return nil }
        return CertificateFault(
            .versionUnknown,
            "version \(version + 1), and 3 is the last (RFC 5280 section 4.1.2.1)"
        )
    }

    /// A key of a kind that OpenSSL does not know is no fault of the leaf's: it is told as its key's trouble.
    private var key: CertificateFault? {
        let fault = x509.keyFault
        return isLeaf && fault?.reason == .keyKindUnknown ? nil : fault
    }

    private var curve: CertificateFault? {
        x509.hasSpelledOutCurve ? CertificateFault(.curveSpelledOut, Self.spelledOut) : nil
    }

    private var algorithms: CertificateFault? {
        var outer: UnsafePointer<X509_ALGOR>?
        X509_get0_signature(nil, &outer, pointer)
        guard let outer, let inner = X509_get0_tbs_sigalg(pointer), X509_ALGOR_cmp(outer, inner) != 0 else {
            return nil
        }
        return CertificateFault(
            .signatureAlgorithmsDiffer,
            "it names two signature algorithms, one inside and another outside (RFC 5280 section 4.1.1.2)"
        )
    }

    private var repeated: [CertificateFault] {
        extensions.map(\.name).repeated.map {
            CertificateFault(.extensionTwice, "the extension \($0) stands in it twice (RFC 5280 section 4.2)")
        }
    }

    private var unreadable: [CertificateFault] {
        extensions.filter { $0.mustBeReadable && !$0.isReadable }.map {
            CertificateFault(.extensionUnreadable, "its extension \($0.name) cannot be read (RFC 5280 section 4.2)")
        }
    }

    private var names: [CertificateFault] {
        let names = AlternativeNames(pointer)
        let addresses = certificate.names.ip.filter { $0.hasPrefix("0x") }.map {
            "the address \($0) in its subjectAltName has \(($0.count - 2) / 2) bytes, where 4 or 16 are allowed (RFC 5280 "
                + "section 4.2.1.6)"
        }
        return names.notASCII.map {
            CertificateFault(
                .nameNotASCII,
                "the name '\($0)' in its subjectAltName is not ASCII (RFC 5280 section 4.2.1.6)"
            )
        } + addresses.map { CertificateFault(.addressLength, $0) }
            + names.mapped.map {
                let words = "the IPv4 address '\($0)' in its subjectAltName is written as one of IPv6"
                return CertificateFault(.addressMapped, "\(words) (RFC 5280 section 4.2.1.6)")
            }
    }
}

extension [String] {
    /// Those that stand in it more than once, each once.
    var repeated: [String] {
        var (seen, twice): (Set<String>, [String]) = ([], [])
        for name in self where !seen.insert(name).inserted && !twice.contains(name) { twice.append(name) }
        return twice
    }
}

extension X509Certificate {
    /// Its key cannot be read: of a kind that OpenSSL does not know here, or not as its kind is written.
    var keyFault: CertificateFault? {
        guard X509_get0_pubkey(pointer) == nil else { return nil }
        ERR_clear_error()
        var algorithm: OpaquePointer?
        X509_PUBKEY_get0_param(&algorithm, nil, nil, nil, X509_get_X509_PUBKEY(pointer))
        let nid = OBJ_obj2nid(algorithm)
        guard nid == NID_undef || EVP_PKEY_asn1_find(nil, nid) == nil else {
            let kind = OBJ_nid2sn(nid).map { String(cString: $0) } ?? dotted(algorithm)
            return CertificateFault(
                .keyUnreadable,
                "its key, of the kind \(kind), is not what that kind writes (RFC 5280 section 4.1.2.7)"
            )
        }
        let kind = nid == NID_undef ? nil : OBJ_nid2sn(nid).map { String(cString: $0) }
        return CertificateFault(
            .keyKindUnknown,
            "its key is of the kind \(kind ?? dotted(algorithm)), so that what it signed cannot be judged here"
        )
    }

    /// The curve of its key is described and not named.
    fileprivate var hasSpelledOutCurve: Bool {
        guard let key = X509_get0_pubkey(pointer), EVP_PKEY_get_base_id(key) == NID_X9_62_id_ecPublicKey else {
            return false
        }
        var isExplicit: CInt = 0
        return EVP_PKEY_get_int_param(key, OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS, &isExplicit) == 1
            && isExplicit == 1
    }
}

internal import COpenSSL
internal import PortcallCore

extension Certificate {
    /// Reads every fact from the object that OpenSSL already made; nothing is decoded a second time.
    init(_ x509: X509Certificate) {
        let pointer = x509.pointer
        let names = Self.alternativeNames(pointer)
        self.init(
            subject: Self.name(X509_get_subject_name(pointer)),
            issuer: Self.name(X509_get_issuer_name(pointer)),
            serial: Self.serial(pointer),
            notBefore: Timestamp(X509_get0_notBefore(pointer)) ?? Timestamp(seconds: 0),
            notAfter: Timestamp(X509_get0_notAfter(pointer)) ?? Timestamp(seconds: 0),
            names: names,
            commonNames: Self.commonNames(pointer),
            key: Key(X509_get0_pubkey(pointer)),
            signature: Self.signature(pointer),
            usages: Self.usages(pointer),
            sha1: Self.fingerprint { X509_digest(pointer, EVP_sha1(), $0, $1) }.uppercased(),
            sha256: Self.fingerprint { X509_digest(pointer, EVP_sha256(), $0, $1) },
            spkiSHA256: Self.keyFingerprint(pointer),
            isCA: X509_get_extension_flags(pointer) & UInt32(EXFLAG_CA) != 0 || X509_check_ca(pointer) == 3,
            isSelfSigned: x509.isSelfSigned,
            demandsStaple: Self.demandsStaple(pointer),
            details: Details(x509),
            pem: String(decoding: printed { PEM_write_bio_X509($0, pointer) }, as: UTF8.self)
        )
        ERR_clear_error()
    }

    /// RFC 4514, with UTF-8 left as it is.
    private static func name(_ name: OpaquePointer?) -> String {
        let flags = portcall_XN_FLAG_RFC2253() & ~UInt(ASN1_STRFLGS_ESC_MSB)
        return String(escaping: printed { X509_NAME_print_ex($0, name, 0, flags) })
    }

    private static func commonNames(_ pointer: OpaquePointer) -> [String] {
        let subject = X509_get_subject_name(pointer)
        var found: [String] = []
        var index = X509_NAME_get_index_by_NID(subject, NID_commonName, -1)
        while index >= 0, found.count < 16 {
            let value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, index))
            found.append(String(escaping: takeBytes { ASN1_STRING_to_UTF8($0, value) }))
            index = X509_NAME_get_index_by_NID(subject, NID_commonName, index)
        }
        return found
    }

    private static func serial(_ pointer: OpaquePointer) -> String {
        guard let number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(pointer), nil) else { return "" }
        defer { BN_free(number) }
        guard let digits = BN_bn2hex(number) else { return "" }
        defer { CRYPTO_free(digits, nil, 0) }
        return String(cString: digits)
    }

    private static func signature(_ pointer: OpaquePointer) -> String {
        let nid = X509_get_signature_nid(pointer)
        guard nid != NID_ED25519 else { return "Ed25519" }
        guard nid != NID_ED448 else { return "Ed448" }
        guard nid != NID_undef, let name = OBJ_nid2ln(nid) else { return "unknown" }
        return String(cString: name)
    }

    private static func fingerprint(
        _ digest: (UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt32>) -> CInt
    ) -> String {
        var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        guard digest(&bytes, &count) == 1 else { return "" }
        return Hexadecimal.text(bytes.prefix(Int(count)), separator: "")
    }

    private static func keyFingerprint(_ pointer: OpaquePointer) -> String {
        sha256(of: takeBytes { i2d_X509_PUBKEY(X509_get_X509_PUBKEY(pointer), $0) })
    }

    /// In lower-case hexadecimal.
    static func sha256(of bytes: [UInt8]) -> String {
        fingerprint { EVP_Digest(bytes, bytes.count, $0, $1, EVP_sha256(), nil) }
    }
}

extension Certificate {
    private static func alternativeNames(_ pointer: OpaquePointer) -> Names {
        guard let names = X509_get_ext_d2i(pointer, NID_subject_alt_name, nil, nil) else { return Names() }
        let stack = OpaquePointer(names)
        defer { GENERAL_NAMES_free(stack) }
        var found = Names()
        for index in 0..<max(0, portcall_sk_GENERAL_NAME_num(stack)) {
            var kind: CInt = 0
            let value = GENERAL_NAME_get0_value(portcall_sk_GENERAL_NAME_value(stack, index), &kind)
            guard [GEN_DNS, GEN_IPADD, GEN_EMAIL].contains(kind) else { continue }
            let bytes = contents(of: value?.assumingMemoryBound(to: ASN1_STRING.self))
            switch kind {
            case GEN_DNS: found.dns.append(String(escaping: bytes))
            case GEN_EMAIL: found.email.append(String(escaping: bytes))
            default: found.ip.append(address(bytes))
            }
        }
        return found
    }

    /// Four bytes dotted, sixteen as RFC 5952 writes them, anything else in hexadecimal.
    private static func address(_ bytes: [UInt8]) -> String {
        switch bytes.count {
        case 4: bytes.map(String.init).joined(separator: ".")
        case 16: IPv6Text.of(bytes)
        default: "0x" + Hexadecimal.text(bytes, separator: "")
        }
    }

    private static func usages(_ pointer: OpaquePointer) -> [String]? {
        guard let usages = X509_get_ext_d2i(pointer, NID_ext_key_usage, nil, nil) else { return nil }
        let stack = OpaquePointer(usages)
        defer { EXTENDED_KEY_USAGE_free(stack) }
        return (0..<max(0, portcall_sk_ASN1_OBJECT_num(stack))).map { index in
            let object = portcall_sk_ASN1_OBJECT_value(stack, index)
            return knownUsages[OBJ_obj2nid(object)] ?? dotted(object)
        }
    }

    /// RFC 5280 section 4.2.1.12.
    private static let knownUsages: [CInt: String] = [
        NID_server_auth: "serverAuth", NID_client_auth: "clientAuth", NID_code_sign: "codeSigning",
        NID_email_protect: "emailProtection", NID_time_stamp: "timeStamping", NID_OCSP_sign: "OCSPSigning",
        NID_anyExtendedKeyUsage: "anyExtendedKeyUsage",
    ]

    /// The TLS feature status_request is 5 (RFC 7633 section 4.1, RFC 6066 section 8).
    private static func demandsStaple(_ pointer: OpaquePointer) -> Bool {
        guard let features = X509_get_ext_d2i(pointer, NID_tlsfeature, nil, nil) else { return false }
        let stack = OpaquePointer(features)
        defer { TLS_FEATURE_free(stack) }
        return (0..<max(0, portcall_sk_ASN1_INTEGER_num(stack))).contains { index in
            ASN1_INTEGER_get(portcall_sk_ASN1_INTEGER_value(stack, index)) == 5
        }
    }
}

extension Certificate.Key {
    /// A key that cannot be read has no bits.
    init(_ key: OpaquePointer?) {
        guard let key else {
            self.init(type: "unreadable", bits: 0)
            return
        }
        let type = EVP_PKEY_get_base_id(key)
        let name = Self.types[type] ?? OBJ_nid2sn(type).map { String(cString: $0) } ?? "unknown"
        let curve = type == NID_X9_62_id_ecPublicKey ? curveName(key) : nil
        self.init(type: name, bits: Int(EVP_PKEY_get_bits(key)), curve: curve)
    }

    private static let types: [CInt: String] = [
        NID_rsaEncryption: "RSA", NID_rsassaPss: "RSA-PSS", NID_X9_62_id_ecPublicKey: "EC", NID_ED25519: "Ed25519",
        NID_ED448: "Ed448", NID_dsa: "DSA",
    ]
}

/// The curve by the name NIST gave it, else by OpenSSL's.
private func curveName(_ key: OpaquePointer) -> String? {
    guard let name = groupName(of: key) else { return nil }
    return EC_curve_nid2nist(OBJ_txt2nid(name)).map { String(cString: $0) } ?? name
}

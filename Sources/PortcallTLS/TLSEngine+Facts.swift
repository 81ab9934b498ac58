internal import COpenSSL
package import PortcallCore

extension TLSEngine {
    /// What the handshake settled, its chain judged; to be asked once it is over.
    package func facts(judgedBy judge: ChainJudge, at time: Timestamp, for name: ServerName?) -> TLSFacts {
        facts(at: time) { judge.judge($0, name: name, at: time) }
    }

    /// The same by a judge that remembers.
    package func facts(judgedBy memory: ChainMemory, at time: Timestamp, for name: ServerName?) -> TLSFacts {
        facts(at: time) { memory.judge($0, name: name, at: time) }
    }

    private func facts(at time: Timestamp, _ judge: ([X509Certificate]) -> ChainJudge.Judged) -> TLSFacts {
        let judged = judge(X509Certificate.all(in: SSL_get_peer_cert_chain(ssl)))
        return TLSFacts(
            version: String(cString: SSL_get_version(ssl)),
            cipher: SSL_CIPHER_get_name(SSL_get_current_cipher(ssl)).map { String(cString: $0) } ?? "unknown",
            group: group,
            signature: signature(with: judged.facts.leaf?.key.type),
            alpn: alpn,
            secureRenegotiation: secureRenegotiation,
            isResumable: isResumable,
            asksForCertificate: asksForCertificate,
            staple: staple.map { OCSPStaple($0).verify(judged.built, at: time) } ?? .none,
            chain: judged.facts
        )
    }

    private var alpn: String? {
        var start: UnsafePointer<UInt8>?
        var count: UInt32 = 0
        SSL_get0_alpn_selected(ssl, &start, &count)
        guard count > 0, let start else { return nil }
        return String(escaping: UnsafeBufferPointer(start: start, count: Int(count)))
    }

    /// OpenSSL says no of every connection with TLS 1.3, which has none.
    private var secureRenegotiation: Bool? {
        SSL_version(ssl) >= TLS1_3_VERSION ? nil : portcall_SSL_get_secure_renegotiation_support(ssl) != 0
    }

    private var staple: [UInt8]? {
        var start: UnsafePointer<UInt8>?
        let count = portcall_SSL_get_tlsext_status_ocsp_resp(ssl, &start)
        guard count > 0, let start else { return nil }
        return Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// IANA's "TLS Supported Groups"; a finite-field group of the server's own has no name there.
    private var group: String? {
        let nid = portcall_SSL_get_negotiated_group(ssl)
        guard nid == 0 else { return Self.groups[nid] ?? OBJ_nid2sn(nid).map { String(cString: $0) } }
        var key: OpaquePointer?
        guard portcall_SSL_get_peer_tmp_key(ssl, &key) == 1 else { return nil }
        defer { EVP_PKEY_free(key) }
        guard let name = groupName(of: key), name.hasPrefix("ffdhe") else { return "dh-\(EVP_PKEY_get_bits(key))" }
        return name
    }

    private static let groups: [CInt: String] = [
        NID_X25519: "x25519", NID_X448: "x448", NID_X9_62_prime256v1: "secp256r1", NID_secp384r1: "secp384r1",
        NID_secp521r1: "secp521r1", NID_ffdhe2048: "ffdhe2048", NID_ffdhe3072: "ffdhe3072",
        NID_ffdhe4096: "ffdhe4096", NID_ffdhe6144: "ffdhe6144", NID_ffdhe8192: "ffdhe8192",
    ]

    /// IANA's "TLS SignatureScheme"; nil where the server signed nothing, or with MD5 and SHA-1 joined (TLS 1.0).
    private func signature(with key: String?) -> String? {
        var type: CInt = 0
        var digest: CInt = 0
        guard SSL_get_peer_signature_type_nid(ssl, &type) == 1 else { return nil }
        _ = portcall_SSL_get_peer_signature_nid(ssl, &digest)
        switch type {
        case NID_ED25519: return "ed25519"
        case NID_ED448: return "ed448"
        default: break
        }
        guard let hash = Self.hashes[digest] else { return nil }
        switch type {
        case NID_rsaEncryption: return "rsa_pkcs1_\(hash)"
        case NID_rsassaPss: return key == "RSA-PSS" ? "rsa_pss_pss_\(hash)" : "rsa_pss_rsae_\(hash)"
        case NID_X9_62_id_ecPublicKey: return Self.curves[digest] ?? "ecdsa_\(hash)"
        case NID_dsa: return "dsa_\(hash)"
        default: return nil
        }
    }

    private static let hashes: [CInt: String] = [
        NID_md5: "md5", NID_sha1: "sha1", NID_sha224: "sha224", NID_sha256: "sha256", NID_sha384: "sha384",
        NID_sha512: "sha512",
    ]

    private static let curves: [CInt: String] = [
        NID_sha256: "ecdsa_secp256r1_sha256", NID_sha384: "ecdsa_secp384r1_sha384",
        NID_sha512: "ecdsa_secp521r1_sha512",
    ]
}

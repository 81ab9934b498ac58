internal import COpenSSL
package import PortcallCore
internal import PortcallTLS

/// Makes keys, certificates and OCSP responses on the spot, for the demo and the tests.
package enum CertificateWorkshop {
    /// Is told of every identity made, key and all, for whoever wants to serve a chain that others put together.
    @TaskLocal package static var witness: (@Sendable (Identity) -> Void)?

    /// Makes a certificate; without an issuer it signs itself.
    ///
    /// - Throws: what OpenSSL does not take of the order.
    package static func make(_ order: CertificateOrder, issuer: Identity? = nil) throws(TLSUnavailable) -> Identity {
        ERR_clear_error()
        guard let key = generate(order.key) else { throw TLSUnavailable("no key: \(lastError())") }
        defer { EVP_PKEY_free(key) }
        guard let certificate = X509_new() else { throw TLSUnavailable("OpenSSL has no memory left") }
        defer { X509_free(certificate) }
        let issuing = issuer.flatMap { X509Certificate.all(pem: $0.certificate).first }
        let signing = issuer.flatMap(\.privateKey)
        defer { EVP_PKEY_free(signing) }
        describe(certificate, order, key, issuing)
        // What is its own issuer names no other key.
        for (name, value) in order.conf where issuer != nil || name != "authorityKeyIdentifier" {
            try add(name, value, to: certificate, issuing?.pointer ?? certificate)
        }
        guard sign(certificate, with: signing ?? key, order.digest) else {
            throw TLSUnavailable("no signature: \(lastError())")
        }
        let pem = String(decoding: printed { PEM_write_bio_X509($0, certificate) }, as: UTF8.self)
        let keyText = printed { PEM_write_bio_PrivateKey($0, key, nil, nil, 0, nil, nil) }
        let chain = issuer.map { $0.certificates.filter { !isRoot($0) } } ?? []
        let identity = Identity(certificates: [pem] + chain, key: String(decoding: keyText, as: UTF8.self))
        witness?(identity)
        return identity
    }

    private static func isRoot(_ pem: String) -> Bool {
        X509Certificate.all(pem: pem).first?.isSelfSigned ?? false
    }

    private static func generate(_ key: CertificateOrder.Key) -> OpaquePointer? {
        switch key {
        case .ec(let curve): portcall_EVP_EC_gen(curve)
        case .rsa(let bits): portcall_EVP_RSA_gen(UInt32(bits))
        case .ed25519: portcall_EVP_PKEY_Q_keygen("ED25519")
        case .kind(let name): generate(byName: name)
        case .explicitEC(let curve): explicit(portcall_EVP_EC_gen(curve))
        case .info(let bytes):
            bytes.withUnsafeBufferPointer { buffer in
                var start = buffer.baseAddress
                return d2i_PUBKEY(nil, &start, buffer.count)
            }
        }
    }

    private static func generate(byName name: String) -> OpaquePointer? {
        let context = EVP_PKEY_CTX_new_from_name(nil, name, nil)
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_generate(context, &key) == 1 else { return nil }
        return key
    }

    private static func explicit(_ key: OpaquePointer?) -> OpaquePointer? {
        EVP_PKEY_set_utf8_string_param(key, OSSL_PKEY_PARAM_EC_ENCODING, "explicit")
        return key
    }

    private static func describe(
        _ certificate: OpaquePointer,
        _ order: CertificateOrder,
        _ key: OpaquePointer,
        _ issuer: X509Certificate?
    ) {
        X509_set_version(certificate, order.version - 1)
        setSerial(certificate, order.serial)
        let set = order.usesGeneralizedTime ? ASN1_GENERALIZEDTIME_set : ASN1_TIME_set
        _ = set(X509_getm_notBefore(certificate), time_t(order.notBefore.seconds))
        _ = set(X509_getm_notAfter(certificate), time_t(order.notAfter.seconds))
        if let end = order.end { ASN1_STRING_set(X509_getm_notAfter(certificate), end, CInt(end.utf8.count)) }
        let subject = X509_get_subject_name(certificate)
        for (type, value) in [("O", order.organization), ("CN", order.commonName)] {
            guard let value else { continue }
            X509_NAME_add_entry_by_txt(subject, type, MBSTRING_FLAG, Array(value.utf8), CInt(value.utf8.count), -1, 0)
        }
        X509_set_issuer_name(certificate, issuer.map { X509_get_subject_name($0.pointer) } ?? subject)
        if order.hasEmptyIssuer {
            let empty = X509_NAME_new()
            X509_set_issuer_name(certificate, empty)
            X509_NAME_free(empty)
        }
        X509_set_pubkey(certificate, key)
    }

    private static func setSerial(_ certificate: OpaquePointer, _ contents: [UInt8]?) {
        guard let contents else {
            ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), UInt64.random(in: 1...UInt64(Int64.max)))
            return
        }
        let encoded = [0x02, UInt8(contents.count)] + contents
        encoded.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            guard let number = d2i_ASN1_INTEGER(nil, &start, buffer.count) else { return }
            X509_set_serialNumber(certificate, number)
            ASN1_STRING_free(number)
        }
    }

    private static func add(
        _ name: String,
        _ value: String,
        to certificate: OpaquePointer,
        _ issuer: OpaquePointer
    ) throws(TLSUnavailable) {
        var context = X509V3_CTX()
        X509V3_set_ctx(&context, issuer, certificate, nil, nil, 0)
        guard let made = X509V3_EXT_nconf(nil, &context, name, value) else {
            throw TLSUnavailable("extension \(name)=\(value): \(lastError())")
        }
        X509_add_ext(certificate, made, -1)
        X509_EXTENSION_free(made)
    }

    /// Ed25519 has its digest built in (RFC 8410).
    private static func sign(_ certificate: OpaquePointer, with key: OpaquePointer, _ digest: String) -> Bool {
        let isBuiltIn = EVP_PKEY_get_base_id(key) == NID_ED25519
        return X509_sign(certificate, key, isBuiltIn ? nil : EVP_get_digestbyname(digest)) > 0
    }
}

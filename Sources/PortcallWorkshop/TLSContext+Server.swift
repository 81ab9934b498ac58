internal import COpenSSL
package import PortcallCore
package import PortcallTLS

extension TLSContext {
    /// A server's.
    ///
    /// - Throws: what of the settings OpenSSL does not take.
    package convenience init(_ settings: ServerSettings) throws(TLSUnavailable) {
        let staple = settings.staple.map(StapleBox.init)
        try self.init(TLS_server_method(), keeping: staple) { (pointer) throws(TLSUnavailable) in
            try settings.configure(pointer)
            guard let staple else { return }
            portcall_SSL_CTX_set_tlsext_status_cb(pointer, attachStaple)
            portcall_SSL_CTX_set_tlsext_status_arg(pointer, Unmanaged.passUnretained(staple).toOpaque())
        }
    }
}

extension TLSEngine {
    /// The server's side of a connection.
    package convenience init(serving context: TLSContext) {
        self.init(context) { SSL_set_accept_state($0) }
    }
}

extension ServerSettings {
    /// All but the staple.
    fileprivate func configure(_ context: OpaquePointer) throws(TLSUnavailable) {
        portcall_SSL_CTX_set_min_proto_version(context, versions.lowerBound.number)
        portcall_SSL_CTX_set_max_proto_version(context, versions.upperBound.number)
        portcall_SSL_CTX_set_dh_auto(context, 1)
        if let ciphers { SSL_CTX_set_cipher_list(context, "\(ciphers):@SECLEVEL=0") }
        try present(identity, context)
        switch clientCertificate {
        case .none: SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nil)
        case .requested: SSL_CTX_set_verify(context, SSL_VERIFY_PEER, acceptAnything)
        case .required:
            SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, acceptAnything)
        }
    }

    private func present(_ identity: Identity, _ context: OpaquePointer) throws(TLSUnavailable) {
        ERR_clear_error()
        let chain = X509Certificate.all(pem: identity.pem)
        let key = identity.privateKey
        defer { EVP_PKEY_free(key) }
        guard let leaf = chain.first, SSL_CTX_use_certificate(context, leaf.pointer) == 1,
            SSL_CTX_use_PrivateKey(context, key) == 1
        else { throw TLSUnavailable("server certificate or key: \(lastError())") }
        for certificate in chain.dropFirst() {
            X509_up_ref(certificate.pointer)
            portcall_SSL_CTX_add_extra_chain_cert(context, certificate.pointer)
        }
    }
}

/// Holds the response for the callback; never changed.
private final class StapleBox: Sendable {
    let response: [UInt8]

    init(_ response: [UInt8]) {
        self.response = response
    }
}

/// OpenSSL frees what it is given, so it is given a copy of its own.
private func attachStaple(_ ssl: OpaquePointer?, _ argument: UnsafeMutableRawPointer?) -> CInt {
    guard let argument else { return SSL_TLSEXT_ERR_NOACK }
    let response = Unmanaged<StapleBox>.fromOpaque(argument).takeUnretainedValue().response
    guard let copy = CRYPTO_memdup(response, response.count, nil, 0) else { return SSL_TLSEXT_ERR_NOACK }
    portcall_SSL_set_tlsext_status_ocsp_resp(ssl, copy.assumingMemoryBound(to: UInt8.self), response.count)
    return SSL_TLSEXT_ERR_OK
}

/// A server that asks for a client certificate takes any: whom it trusts is not what is tested.
private func acceptAnything(_ preverified: CInt, _ context: OpaquePointer?) -> CInt { 1 }

internal import COpenSSL
package import PortcallCore

/// The settings shared by many engines: one `SSL_CTX`, made once.
///
/// A client can talk to the old: TLS 1.0 to 1.3 at security level 0, so that an old server is described and not lost.
/// Verification never ends a handshake: a checker has to see the certificate that fails.
package final class TLSContext: @unchecked Sendable {
    // @unchecked: an SSL_CTX is reference counted and locked by OpenSSL, and is not changed after `init`.
    let pointer: OpaquePointer
    /// What a callback of the context points to.
    private let companion: (any AnyObject & Sendable)?

    /// A client's.
    ///
    /// - Throws: which file cannot be used and why, or why OpenSSL does not start.
    package convenience init(clientCertificate: ClientIdentity? = nil) throws(TLSUnavailable) {
        try self.init(TLS_client_method()) { (pointer) throws(TLSUnavailable) in
            portcall_SSL_CTX_set_max_cert_list(pointer, ChainJudge.byteLimit)
            SSL_CTX_set_cert_verify_callback(pointer, countChain, nil)
            SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, nil)
            if let clientCertificate { try clientCertificate.use(in: pointer) }
        }
    }

    /// One side's.
    ///
    /// - Parameters:
    ///   - method: which side, as OpenSSL's `SSL_METHOD`.
    ///   - companion: kept as long as the context.
    ///   - configure: is lent the `SSL_CTX` before anybody else has it.
    /// - Throws: what `configure` throws, or why OpenSSL does not start.
    package init(
        _ method: OpaquePointer?,
        keeping companion: (any AnyObject & Sendable)? = nil,
        _ configure: (OpaquePointer) throws(TLSUnavailable) -> Void
    ) throws(TLSUnavailable) {
        pointer = try Self.make(method)
        self.companion = companion
        try configure(pointer)
    }

    deinit { SSL_CTX_free(pointer) }

    private static func make(_ method: OpaquePointer?) throws(TLSUnavailable) -> OpaquePointer {
        ERR_clear_error()
        guard let pointer = SSL_CTX_new(method) else { throw TLSUnavailable("OpenSSL does not start: \(lastError())") }
        SSL_CTX_set_security_level(pointer, 0)
        SSL_CTX_set_cipher_list(pointer, "DEFAULT:@SECLEVEL=0")
        // One that lacks a group, as OpenSSL's FIPS provider does, keeps its own list.
        if portcall_SSL_CTX_set1_groups_list(pointer, groups + rareGroups) != 1 {
            _ = portcall_SSL_CTX_set1_groups_list(pointer, groups)
        }
        ERR_clear_error()
        portcall_SSL_CTX_set_min_proto_version(pointer, TLS1_VERSION)
        portcall_SSL_CTX_set_max_proto_version(pointer, TLS1_3_VERSION)
        portcall_SSL_CTX_set_mode(pointer, Int(SSL_MODE_RELEASE_BUFFERS))
        SSL_CTX_set_options(pointer, portcall_SSL_OP_LEGACY_SERVER_CONNECT() | portcall_SSL_OP_NO_RENEGOTIATION())
        SSL_CTX_set_options(pointer, portcall_SSL_OP_TLSEXT_PADDING())
        SSL_CTX_set_info_callback(pointer, noteAlert)
        return pointer
    }

    /// Ours, and not the list of the OpenSSL at hand, so that a ClientHello is the same whichever that is.
    ///
    /// Without a post-quantum share, whose 1.2 KB make a ClientHello of two packets that some devices drop. The small
    /// curves stand last: a certificate with such a key can be seen only by a client that offers its curve.
    private static let groups =
        "X25519:P-256:X448:P-521:P-384:ffdhe2048:ffdhe3072:ffdhe4096:ffdhe6144:ffdhe8192:P-224:P-192"
    private static let rareGroups = ":secp256k1:brainpoolP256r1:brainpoolP384r1:brainpoolP512r1"
}

/// Makes a ClientHello with which only a certificate of one kind of key can be served.
func offer(_ kind: KeyKind, _ ssl: OpaquePointer) {
    switch kind {
    case .rsa:
        SSL_set_cipher_list(ssl, "aRSA:@SECLEVEL=0")
        let hashes = ["sha256", "sha384", "sha512"]
        let names = hashes.map { "rsa_pss_rsae_\($0)" } + hashes.map { "rsa_pkcs1_\($0)" } + ["RSA+SHA1"]
        _ = portcall_SSL_set1_sigalgs_list(ssl, names.joined(separator: ":"))
    case .ecdsa:
        SSL_set_cipher_list(ssl, "aECDSA:@SECLEVEL=0")
        _ = portcall_SSL_set1_sigalgs_list(ssl, "ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:ECDSA+SHA1")
    }
    ERR_clear_error()
}

/// Makes a ClientHello of less than 256 bytes, which is taken where the usual one is not.
func offerLittle(_ ssl: OpaquePointer) {
    portcall_SSL_set_max_proto_version(ssl, TLS1_2_VERSION)
    SSL_set_cipher_list(ssl, "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-GCM-SHA256:AES128-SHA")
    _ = portcall_SSL_set1_groups_list(ssl, "X25519:P-256")
    _ = portcall_SSL_set1_sigalgs_list(ssl, "ECDSA+SHA256:RSA+SHA256:RSA+SHA1")
    SSL_clear_options(ssl, portcall_SSL_OP_TLSEXT_PADDING())
    SSL_set_options(ssl, portcall_SSL_OP_NO_TICKET() | portcall_SSL_OP_NO_ENCRYPT_THEN_MAC())
    ERR_clear_error()
}

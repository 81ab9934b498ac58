internal import COpenSSL
package import PortcallCore

/// A certificate and its key in PEM files, to be shown to a server that asks.
package struct ClientIdentity: Sendable {
    let certificateFile: String
    let keyFile: String

    package init(certificateFile: String, keyFile: String) {
        self.certificateFile = certificateFile
        self.keyFile = keyFile
    }
}

/// The settings shared by many engines: one `SSL_CTX`, made once.
///
/// A client can talk to the old: TLS 1.0 to 1.3 at security level 0, so that an old server is described and not lost.
/// Verification never ends a handshake: a checker has to see the certificate that fails.
package final class TLSContext: @unchecked Sendable {
    // @unchecked: an SSL_CTX is reference counted and locked by OpenSSL, and is not changed after `init`.
    let pointer: OpaquePointer
    let isServer: Bool
    /// Kept for the callback that staples it.
    private let staple: StapleBox?

    /// A client's.
    ///
    /// - Throws: which file cannot be used and why, or why OpenSSL does not start.
    package init(clientCertificate: ClientIdentity? = nil) throws(TLSUnavailable) {
        pointer = try Self.make(TLS_client_method())
        isServer = false
        staple = nil
        portcall_SSL_CTX_set_max_cert_list(pointer, ChainJudge.byteLimit)
        SSL_CTX_set_cert_verify_callback(pointer, countChain, nil)
        SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, nil)
        if let clientCertificate { try use(clientCertificate) }
    }

    /// A server's, for the demo and the tests.
    ///
    /// - Throws: what of the settings OpenSSL does not take.
    package init(_ settings: ServerSettings) throws(TLSUnavailable) {
        pointer = try Self.make(TLS_server_method())
        isServer = true
        staple = settings.staple.map(StapleBox.init)
        portcall_SSL_CTX_set_min_proto_version(pointer, settings.versions.lowerBound.number)
        portcall_SSL_CTX_set_max_proto_version(pointer, settings.versions.upperBound.number)
        portcall_SSL_CTX_set_dh_auto(pointer, 1)
        if let ciphers = settings.ciphers { SSL_CTX_set_cipher_list(pointer, "\(ciphers):@SECLEVEL=0") }
        try use(settings.identity)
        switch settings.clientCertificate {
        case .none: SSL_CTX_set_verify(pointer, SSL_VERIFY_NONE, nil)
        case .requested: SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, acceptAnything)
        case .required:
            SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, acceptAnything)
        }
        guard let staple else { return }
        portcall_SSL_CTX_set_tlsext_status_cb(pointer, attachStaple)
        portcall_SSL_CTX_set_tlsext_status_arg(pointer, Unmanaged.passUnretained(staple).toOpaque())
    }

    deinit { SSL_CTX_free(pointer) }

    private static func make(_ method: OpaquePointer?) throws(TLSUnavailable) -> OpaquePointer {
        ERR_clear_error()
        guard let pointer = SSL_CTX_new(method) else { throw TLSUnavailable("OpenSSL does not start: \(lastError())") }
        SSL_CTX_set_security_level(pointer, 0)
        SSL_CTX_set_cipher_list(pointer, "DEFAULT:@SECLEVEL=0")
        if portcall_SSL_CTX_set1_groups_list(pointer, "DEFAULT:\(smallCurves)") != 1 {
            _ = portcall_SSL_CTX_set1_groups_list(pointer, "\(groups):\(smallCurves)")
        }
        ERR_clear_error()
        portcall_SSL_CTX_set_min_proto_version(pointer, TLS1_VERSION)
        portcall_SSL_CTX_set_max_proto_version(pointer, TLS1_3_VERSION)
        portcall_SSL_CTX_set_mode(pointer, Int(SSL_MODE_RELEASE_BUFFERS))
        SSL_CTX_set_options(pointer, portcall_SSL_OP_LEGACY_SERVER_CONNECT() | portcall_SSL_OP_NO_RENEGOTIATION())
        SSL_CTX_set_info_callback(pointer, noteAlert)
        return pointer
    }

    /// OpenSSL's own list, for those older than 3.5, which have no word for it.
    private static let groups = "X25519:P-256:X448:P-521:P-384:ffdhe2048:ffdhe3072:ffdhe4096:ffdhe6144:ffdhe8192"

    /// Last of all: a certificate with such a key can be seen only by a client that offers its curve.
    private static let smallCurves = "P-224:P-192"

    private func use(_ identity: ClientIdentity) throws(TLSUnavailable) {
        ERR_clear_error()
        guard SSL_CTX_use_certificate_chain_file(pointer, identity.certificateFile) == 1 else {
            throw TLSUnavailable("client certificate \(identity.certificateFile.escaped): \(lastError())")
        }
        guard SSL_CTX_use_PrivateKey_file(pointer, identity.keyFile, SSL_FILETYPE_PEM) == 1 else {
            throw TLSUnavailable("client key \(identity.keyFile.escaped): \(lastError())")
        }
    }

    private func use(_ identity: Identity) throws(TLSUnavailable) {
        ERR_clear_error()
        let chain = X509Certificate.all(pem: identity.certificates.joined())
        let key = withBIO(Array(identity.key.utf8)) { PEM_read_bio_PrivateKey($0, nil, nil, nil) }
        defer { EVP_PKEY_free(key) }
        guard let leaf = chain.first, SSL_CTX_use_certificate(pointer, leaf.pointer) == 1,
            SSL_CTX_use_PrivateKey(pointer, key) == 1
        else { throw TLSUnavailable("server certificate or key: \(lastError())") }
        for certificate in chain.dropFirst() {
            X509_up_ref(certificate.pointer)
            portcall_SSL_CTX_add_extra_chain_cert(pointer, certificate.pointer)
        }
    }
}

/// What the server of a demo or a test serves.
package struct ServerSettings: Sendable {
    package enum Version: Int, Comparable, Sendable {
        case tls10
        case tls11
        case tls12
        case tls13

        var number: CInt {
            switch self {
            case .tls10: TLS1_VERSION
            case .tls11: TLS1_1_VERSION
            case .tls12: TLS1_2_VERSION
            case .tls13: TLS1_3_VERSION
            }
        }

        package static func < (a: Version, b: Version) -> Bool { a.rawValue < b.rawValue }
    }

    package enum ClientCertificate: Sendable {
        case none
        case requested
        case required
    }

    package var identity: Identity
    package var versions = Version.tls10...Version.tls13
    /// OpenSSL's cipher list for TLS 1.2 and below.
    package var ciphers: String?
    package var clientCertificate = ClientCertificate.none
    /// A stapled OCSP response, in DER.
    package var staple: [UInt8]?

    package init(_ identity: Identity) {
        self.identity = identity
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

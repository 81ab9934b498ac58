internal import COpenSSL
package import PortcallCore

/// One side of a TLS connection without the I/O: ciphertext goes in, ciphertext and plaintext come out.
package final class TLSEngine {
    package enum Progress: Equatable, Sendable {
        case waiting
        case secured
        case failed(HandshakeFailure)
    }

    package enum Reading: Equatable, Sendable {
        case plaintext([UInt8])
        case nothing
        /// The other side said that it has nothing more to say.
        case closed
        /// An alert, or what cannot be decrypted, after the handshake.
        case failed(HandshakeFailure)
    }

    let ssl: OpaquePointer
    private let incoming: OpaquePointer
    private let outgoing: OpaquePointer
    private let context: TLSContext
    private let memory = TLSMemory()

    /// The client's side of a connection.
    ///
    /// - Parameters:
    ///   - context: what it offers.
    ///   - name: sent as SNI where it is a name; an address is never sent.
    ///   - alpn: protocols to offer, the dearest first (RFC 7301).
    ///   - kind: only a certificate with such a key is asked for; nil for any.
    ///   - hello: what to offer besides; the small one asks for nothing that is not needed.
    package convenience init(
        _ context: TLSContext,
        name: ServerName?,
        alpn: [String] = [],
        kind: KeyKind? = nil,
        hello: Hello = .usual
    ) {
        self.init(context) { ssl in
            SSL_set_connect_state(ssl)
            SSL_set_cert_cb(ssl, noteRequest, nil)
            SSL_set_msg_callback(ssl, noteMessage)
            if case .dns(let host) = name { _ = portcall_SSL_set_tlsext_host_name(ssl, host) }
            guard hello == .usual else { return offerLittle(ssl) }
            if let kind { offer(kind, ssl) }
            portcall_SSL_set_tlsext_status_type(ssl, TLSEXT_STATUSTYPE_ocsp)
            let protocols = alpn.flatMap { [UInt8(clamping: $0.utf8.count)] + $0.utf8 }
            if !protocols.isEmpty { SSL_set_alpn_protos(ssl, protocols, UInt32(protocols.count)) }
        }
    }

    /// Whichever side `configure` makes it; it is lent the `SSL`.
    package init(_ context: TLSContext, _ configure: (OpaquePointer) -> Void) {
        // SSL_new and BIO_new fail only when memory does.
        guard
            let ssl = SSL_new(context.pointer),
            let incoming = BIO_new(BIO_s_mem()),
            let outgoing = BIO_new(BIO_s_mem())
        else { fatalError("out of memory") }
        self.ssl = ssl
        self.incoming = incoming
        self.outgoing = outgoing
        self.context = context
        SSL_set_bio(ssl, incoming, outgoing)
        SSL_set_ex_data(ssl, 0, Unmanaged.passUnretained(memory).toOpaque())
        configure(ssl)
    }

    deinit { SSL_free(ssl) }  // Frees both BIOs.

    /// Takes in what came from the network.
    package func receive(_ ciphertext: [UInt8]) {
        memory.records.take(ciphertext)
        BIO_write(incoming, ciphertext, CInt(clamping: ciphertext.count))
    }

    /// Goes on with the handshake as far as what has come allows.
    package func handshake() -> Progress {
        ERR_clear_error()
        let result = SSL_do_handshake(ssl)
        guard result != 1 else { return .secured }
        switch SSL_get_error(ssl, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .waiting
        // close_notify, which is no fatal alert.
        case SSL_ERROR_ZERO_RETURN:
            let alert = TLSAlert(code: TLSAlert.closeNotify)
            return .failed(HandshakeFailure(.alertReceived(alert), asksForCertificate: memory.asksForCertificate))
        default: return .failed(failure())
        }
    }

    package func write(_ plaintext: [UInt8]) {
        guard !plaintext.isEmpty else { return }
        ERR_clear_error()
        SSL_write(ssl, plaintext, CInt(clamping: plaintext.count))
    }

    /// What has been decrypted since the last time, 16 KiB at most.
    package func read() -> Reading {
        ERR_clear_error()
        var result: CInt = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, count in
            result = SSL_read(ssl, buffer.baseAddress, CInt(buffer.count))
            count = max(0, Int(result))
        }
        guard chunk.isEmpty else { return .plaintext(chunk) }
        switch SSL_get_error(ssl, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .nothing
        case SSL_ERROR_ZERO_RETURN: return .closed
        default: return .failed(failure())
        }
    }

    /// What must go to the network.
    package func takeCiphertext() -> [UInt8] {
        var taken: [UInt8] = []
        while true {
            let chunk = [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, count in
                count = max(0, Int(BIO_read(outgoing, buffer.baseAddress, CInt(buffer.count))))
            }
            guard !chunk.isEmpty else { return taken }
            taken += chunk
        }
    }

    /// Says that nothing more will be said (close_notify).
    package func sendClose() {
        ERR_clear_error()
        SSL_shutdown(ssl)
        ERR_clear_error()
    }

    /// The session can be resumed; with TLS 1.3 the ticket comes only after the handshake.
    package var isResumable: Bool {
        guard let session = SSL_get_session(ssl) else { return false }
        return SSL_SESSION_is_resumable(session) == 1
    }

    /// The server asked for a client certificate.
    var asksForCertificate: Bool { memory.asksForCertificate }

    /// The server asked to begin TLS anew (TLS 1.2 and below), and was told that we do not.
    package var asksToRenegotiate: Bool { memory.asksToRenegotiate }

    private func failure() -> HandshakeFailure {
        let words = lastError()
        let asked = memory.asksForCertificate
        let foreign = memory.records.foreign
        if let alert = memory.received {
            return HandshakeFailure(.alertReceived(alert), asksForCertificate: asked, clear: foreign)
        }
        if !foreign.isEmpty { return HandshakeFailure(.notTLS(foreign), asksForCertificate: asked) }
        if memory.chainIsTooLong || words == "excessive message size" {
            let limit =
                "a chain of more than \(ChainJudge.lengthLimit) certificates or \(ChainJudge.byteLimit / 1024) KiB"
            return HandshakeFailure(.tooLong(limit), asksForCertificate: asked)
        }
        if Self.certificateTroubles.contains(words) {
            return HandshakeFailure(.unreadableCertificate(words), asksForCertificate: asked)
        }
        let reason = Self.plainWords[words] ?? words
        return HandshakeFailure(.rejected(reason, memory.sent), asksForCertificate: asked)
    }

    /// OpenSSL's reasons when a Certificate message has what is no certificate.
    private static let certificateTroubles: Set = [
        "ASN1 lib", "asn1 lib", "bad certificate", "cert length mismatch", "unable to find public key parameters",
        "unknown certificate type", "length mismatch",
    ]

    /// OpenSSL's reasons that a mail administrator cannot be expected to know.
    private static let plainWords = [
        "unsupported protocol": "the server speaks only a version older than TLS 1.0 (unsupported protocol)",
        "wrong version number": "what came is not a TLS record that OpenSSL knows (wrong version number)",
        "packet length too long": "a record is longer than TLS allows (packet length too long)",
        "dh key too small": "the server's Diffie-Hellman key is too small (dh key too small)",
        "wrong cipher returned": "the server chose a cipher suite that was not offered (wrong cipher returned)",
        "bad signature": "the server's signature does not verify (bad signature)",
        "unexpected eof while reading": "the connection ended in mid-record (unexpected eof while reading)",
        "internal error": "OpenSSL could not go on (internal error)",
        "inappropriate fallback":
            "the server says that it speaks TLS 1.3 and then takes an older version, which shows that a device between "
            + "has changed the handshake (inappropriate fallback)",
        "wrong signature type": "the server signs in a way that was not offered (wrong signature type)",
        "no shared cipher": "the server chose what was not offered (no shared cipher)",
    ]
}

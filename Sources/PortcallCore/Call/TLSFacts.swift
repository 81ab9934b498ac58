/// What a completed handshake settled, and the chain that came with it.
public struct TLSFacts: Equatable, Sendable {
    /// As OpenSSL names it: `TLSv1.3`.
    public var version: String
    /// The cipher suite, by OpenSSL's name for TLS 1.2 and below (`ECDHE-RSA-AES256-GCM-SHA384`).
    public var cipher: String
    /// IANA names: `x25519`, `secp256r1`, `ffdhe2048`; nil where keys were not agreed by Diffie-Hellman.
    public var group: String?
    /// IANA name of the server's signature scheme, as `rsa_pss_rsae_sha256`; nil where it signed nothing.
    public var signature: String?
    /// The protocol agreed on (RFC 7301), as `h2`; nil where none was.
    public var alpn: String?
    /// The server binds handshakes to each other (RFC 5746); nil with TLS 1.3, which has no renegotiation, and where it is
    /// not known.
    public var secureRenegotiation: Bool?
    /// The server gave a session that can be resumed.
    ///
    /// With TLS 1.3 this is known only after the first bytes read.
    public var isResumable: Bool
    /// The server asked for a client certificate in the handshake.
    public var asksForCertificate: Bool
    /// What the server said of its certificate's revocation.
    public var staple: Staple
    /// What the server showed of itself.
    public var chain: ChainFacts

    package init(
        version: String,
        cipher: String,
        group: String? = nil,
        signature: String? = nil,
        alpn: String? = nil,
        secureRenegotiation: Bool? = nil,
        isResumable: Bool = false,
        asksForCertificate: Bool = false,
        staple: Staple = .none,
        chain: ChainFacts = ChainFacts()
    ) {
        self.version = version
        self.cipher = cipher
        self.group = group
        self.signature = signature
        self.alpn = alpn
        self.secureRenegotiation = secureRenegotiation
        self.isResumable = isResumable
        self.asksForCertificate = asksForCertificate
        self.staple = staple
        self.chain = chain
    }

    /// The stapled OCSP response (RFC 6066 section 8, RFC 6960), verified against the chain.
    @nonexhaustive
    public enum Staple: Equatable, Sendable {
        case none
        case good
        /// When, as RFC 3339, and why where the responder says so: `2026-01-02T00:00:00Z, keyCompromise`.
        case revoked(String)
        case unknown
        /// In words: `it is signed neither by the issuer nor …`, `expired on 2026-01-02T00:00:00Z`.
        case invalid(String)
    }

    /// Whether keys were agreed so that a key stolen later does not open what was recorded today.
    public var hasForwardSecrecy: Bool {
        version == "TLSv1.3" || cipher.contains("DHE-") || cipher.hasPrefix("EDH-")
    }

    /// The size of the Diffie-Hellman group agreed on, in bits; nil where it was a curve, or none.
    public var diffieHellmanBits: Int? {
        guard let group, let prefix = ["ffdhe", "dh-"].first(where: group.hasPrefix) else { return nil }
        return Int(group.dropFirst(prefix.count))
    }
}

/// A TLS alert (RFC 8446 section 6).
public struct TLSAlert: Equatable, Sendable {
    /// The server ends the connection in good order (RFC 8446 section 6.1).
    package static let closeNotify: UInt8 = 0

    /// The description code, as 40 for `handshake_failure`.
    public var code: UInt8

    package init(code: UInt8) {
        self.code = code
    }
}

/// Why a handshake, or a connection secured by one, broke.
public struct HandshakeFailure: Error, Equatable, Sendable {
    /// What broke it.
    public var cause: Cause
    /// The server had asked for a client certificate before it broke.
    public var asksForCertificate: Bool
    /// What the server said in clear after an alert; empty where it said nothing.
    public var clear: [UInt8]

    package init(_ cause: Cause, asksForCertificate: Bool = false, clear: [UInt8] = []) {
        self.cause = cause
        self.asksForCertificate = asksForCertificate
        self.clear = clear
    }

    /// What broke a handshake.
    @nonexhaustive
    public enum Cause: Equatable, Sendable {
        /// The server sent a fatal alert.
        case alertReceived(TLSAlert)
        /// This side gave up: what OpenSSL says, in words, and the alert it sent where it sent one.
        case rejected(String, TLSAlert?)
        /// What came was no TLS at all; its first bytes.
        case notTLS([UInt8])
        /// A certificate that cannot be decoded: what OpenSSL says of it.
        case unreadableCertificate(String)
        /// More than an honest server would send: what there was too much of.
        case tooLong(String)
    }
}

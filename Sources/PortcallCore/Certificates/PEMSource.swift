/// Certificates or a key as PEM (RFC 7468): the file that has them, or the text itself.
public enum PEMSource: Equatable, Sendable {
    /// A path.
    case file(String)
    case text(String)
}

/// A certificate and its key, to be shown to a server that asks for one.
public struct ClientIdentity: Equatable, Sendable {
    /// The certificate, and after it those of its issuers.
    public var certificate: PEMSource
    /// Its private key, not encrypted.
    public var key: PEMSource

    /// Reads neither of the two yet.
    public init(certificate: PEMSource, key: PEMSource) {
        self.certificate = certificate
        self.key = key
    }
}

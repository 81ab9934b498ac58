/// A private key as it lies in a file, as far as one must know it to say whose it is.
public struct KeyFile: Equatable, Sendable {
    /// As typed.
    public let name: String
    /// What it is.
    public let key: Certificate.Key
    /// Fingerprint of the subjectPublicKeyInfo that belongs to it, in lower-case hexadecimal.
    public let spkiSHA256: String

    package init(name: String, key: Certificate.Key, spkiSHA256: String) {
        self.name = name
        self.key = key
        self.spkiSHA256 = spkiSHA256
    }

    /// Whether a certificate is for this key.
    public func belongs(to certificate: Certificate) -> Bool { certificate.spkiSHA256 == spkiSHA256 }
}

/// Why no private key can be read in a file.
public struct UnreadableKey: Error, Equatable, Sendable, CustomStringConvertible {
    /// In words.
    public let description: String

    package init(_ description: String) {
        self.description = description
    }
}

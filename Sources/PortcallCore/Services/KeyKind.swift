/// The kind of key that a server is asked for, where it may have a certificate of each.
public enum KeyKind: String, CaseIterable, Sendable {
    case rsa
    case ecdsa

    /// As people write it.
    public var title: String { rawValue.uppercased() }
}

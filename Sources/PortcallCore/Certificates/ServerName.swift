/// What a certificate must name: the host as it was asked for.
public enum ServerName: Hashable, Sendable {
    /// A DNS name in A-labels, without a trailing dot.
    case dns(String)
    /// An IPv4 or IPv6 address as text, without brackets or zone.
    case ip(String)

    /// The name or the address alone.
    public var text: String {
        switch self {
        case .dns(let name), .ip(let name): name
        }
    }
}

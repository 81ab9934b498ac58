internal import COpenSSL

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

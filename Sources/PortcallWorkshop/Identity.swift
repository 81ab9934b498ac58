internal import COpenSSL
internal import PortcallTLS

/// A certificate with its key, and the certificates that come with it; all as PEM text.
package struct Identity: Sendable {
    /// Leaf first, as a server sends them.
    package var certificates: [String]
    package var key: String

    package init(certificates: [String], key: String) {
        self.certificates = certificates
        self.key = key
    }

    /// The first certificate.
    package var certificate: String { certificates.first ?? "" }

    /// The chain as a server sends it.
    package var pem: String { certificates.joined() }

    /// To be given back with `EVP_PKEY_free`; nil where it cannot be read.
    var privateKey: OpaquePointer? {
        withBIO(Array(key.utf8)) { PEM_read_bio_PrivateKey($0, nil, nil, nil) }
    }
}

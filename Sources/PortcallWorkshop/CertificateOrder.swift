package import PortcallCore

/// What a certificate made by the workshop shall say.
package struct CertificateOrder: Sendable {
    package enum Key: Hashable, Sendable {
        case ec(String)
        case rsa(Int)
        case ed25519
        /// By OpenSSL's name for it, with its defaults: `ED448`, `RSA-PSS`.
        case kind(String)
        /// The curve is spelled out instead of named.
        case explicitEC(String)
        /// A subjectPublicKeyInfo in DER, of a key that nobody has.
        case info([UInt8])
    }

    package var commonName: String?
    package var dns: [String] = []
    package var ip: [String] = []
    package var notBefore: Timestamp
    package var notAfter: Timestamp
    package var key = Key.ec("P-256")
    package var digest = "SHA256"
    package var isCA = false
    /// OpenSSL's names, comma-separated; nil for no extension.
    package var extendedKeyUsage: String? = "serverAuth"
    package var keyUsage: String? = "critical,digitalSignature,keyEncipherment"
    /// More extensions, as OpenSSL's configuration writes them; they replace those of the same name.
    package var extensions: [(name: String, value: String)] = []
    /// Extensions to leave out, by name.
    package var without: Set<String> = []
    package var organization: String?
    package var version = 3
    package var hasEmptyIssuer = false
    /// Without any extension, as version 1 has none.
    package var isBare = false
    /// The contents of the INTEGER, sign and all; nil for a random one.
    package var serial: [UInt8]?
    /// What stands for the end instead, as text.
    package var end: String?
    /// Dates as GeneralizedTime, whatever their year.
    package var usesGeneralizedTime = false

    /// A server's certificate for a name.
    package init(_ commonName: String?, dns: [String] = [], notBefore: Timestamp, notAfter: Timestamp) {
        self.commonName = commonName
        self.dns = dns
        self.notBefore = notBefore
        self.notAfter = notAfter
    }

    /// The same as a CA.
    package var asCA: CertificateOrder {
        var order = self
        order.isCA = true
        order.extendedKeyUsage = nil
        order.keyUsage = "critical,keyCertSign,cRLSign"
        return order
    }

    var conf: [(name: String, value: String)] {
        guard !isBare else { return [] }
        let names = dns.map { "DNS:\($0)" } + ip.map { "IP:\($0)" }
        let standard: [(String, String?)] = [
            ("basicConstraints", "critical,CA:\(isCA ? "TRUE" : "FALSE")"), ("keyUsage", keyUsage),
            ("extendedKeyUsage", extendedKeyUsage), ("subjectKeyIdentifier", "hash"),
            ("authorityKeyIdentifier", "keyid"),
            ("subjectAltName", names.isEmpty ? nil : names.joined(separator: ",")),
        ]
        let replaced = Set(extensions.map(\.name))
        return standard.compactMap { name, value in value.map { (name, $0) } }
            .filter { !replaced.contains($0.0) && !without.contains($0.0) } + extensions
    }
}

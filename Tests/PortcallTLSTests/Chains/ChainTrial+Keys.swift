import PortcallCore
import PortcallTLS
import PortcallWorkshop

extension ChainTrial {
    private static let weakKey = "certificate-weak-key"
    private static let weakSignature = "certificate-weak-signature"
    private static let unusable = "certificate-key-unusable"
    private static let profile = "certificate-profile"

    /// The baseline, section 6.1.5 and 6.1.6: keys that clients meet, and those that none should.
    static let keys: [ChainTrial] = [
        .leaf("6.1.5: RSA with 2048 bits") { $0.key = .rsa(2048) },
        .leaf("6.1.5: RSA with one bit less", weakKey, says: "2047") { $0.key = .rsa(2047) },
        .leaf("6.1.5: RSA with one bit more is no multiple of eight", profile, says: "2049") {
            $0.key = .info(rsa(bits: 2049, exponent: [1, 0, 1]))
        },
        .leaf("6.1.5: RSA with 2056 bits") { $0.key = .rsa(2056) },
        .leaf("6.1.5: RSA with more bits than clients compute with", weakKey, says: "16392") {
            $0.key = .info(rsa(bits: 16_392, exponent: [1, 0, 1]))
        },
        .leaf("6.1.6: the exponent 1", weakKey, says: "exponent") { $0.key = .info(rsa(bits: 2048, exponent: [1])) },
        .leaf("6.1.6: an even exponent", weakKey, says: "exponent") { $0.key = .info(rsa(bits: 2048, exponent: [4])) },
        .leaf("6.1.6: 'an odd number equal to 3 or more'") { $0.key = .info(rsa(bits: 2048, exponent: [3])) },
        .leaf("6.1.5: P-192", weakKey, says: "P-192") { $0.key = .ec("P-192") },
        .leaf("P-224, which no client offers", unusable, says: "No widely used client") { $0.key = .ec("P-224") },
        .leaf("6.1.5: P-384") { $0.key = .ec("P-384") },
        .leaf("6.1.5: P-521, which Chrome does not take", unusable, says: "Chrome") { $0.key = .ec("P-521") },
        .leaf("6.1.5: another curve", unusable, says: "secp256k1") { $0.key = .ec("secp256k1") },
        .leaf("RFC 5480 2.1.1: 'MUST be namedCurve'", "certificate-constraint-violated", says: "spelled out") {
            $0.key = .explicitEC("P-256")
        },
        .leaf("a brainpool curve", unusable, says: "brainpoolP256r1") { $0.key = .ec("brainpoolP256r1") },
        .leaf("a curve that nobody has heard of", unusable, says: "B-283") { $0.key = .ec("sect283r1") },
        .leaf("Ed25519, which private CAs issue", unusable, says: "Firefox") { $0.key = .ed25519 },
        .leaf("Ed448", unusable, says: "Go") { $0.key = .kind("ED448") },
        .leaf("RSA for PSS alone", unusable, says: "bound to PSS") { $0.key = .kind("RSA-PSS") },
        .authority("6.1.5: another curve in a CA", profile, says: "secp256k1") { $0.key = .ec("secp256k1") },
        .leaf("6.1.5: DSA", weakKey, says: "DSA") { $0.key = .info(dsa) },
        .authority("6.1.5: a small key in a CA", weakKey, says: "Between CA") { $0.key = .rsa(1024) },
        .chain(
            "6.1.5: a small key in a root, whoever trusts it",
            weakKey,
            "certificate-untrusted-root",
            says: "Small Root"
        ) {
            authority in
            var order = CertificateOrder("Small Root", notBefore: authority.day(-100), notAfter: authority.day(900))
                .asCA
            order.key = .rsa(1024)
            let root = try CertificateWorkshop.make(order)
            return try authority.leaf(below: root).pem + root.certificate
        },
        .leaf("7.1.3.2: SHA-1", weakSignature) { $0.digest = "SHA1" },
        .chain("7.1.3.2: MD5", weakSignature) { authority in
            let issuer = try authority.below(authority.root, "RSA CA") { $0.key = .rsa(2048) }
            return try authority.leaf(below: issuer) { $0.digest = "MD5" }.pem
        },
        .leaf("7.1.3.2: SHA-384") { $0.digest = "SHA384" },
        .authority("7.1.3.2: SHA-1 in a CA", weakSignature, says: "Between CA") { $0.digest = "SHA1" },
    ]

    /// The subjectPublicKeyInfo of an RSA key that nobody has.
    private static func rsa(bits: Int, exponent: [UInt8]) -> [UInt8] {
        let head: [UInt8] = bits.isMultiple(of: 8) ? [0x00, 0xC5] : [1 << UInt8(bits % 8 - 1), 0xC5]
        let modulus = head + Array(repeating: UInt8(0x5B), count: bits / 8 - 1)
        let algorithm = der(0x30, [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01], [0x05, 0x00])
        return der(0x30, algorithm, der(0x03, [0x00], der(0x30, der(0x02, modulus), der(0x02, exponent))))
    }

    /// The same of a DSA key.
    private static var dsa: [UInt8] {
        let number = { (count: Int) in der(0x02, [0x00, 0xC5] + Array(repeating: UInt8(0x5B), count: count - 1)) }
        let oid: [UInt8] = [0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01]
        let algorithm = der(0x30, oid, der(0x30, number(256), number(32), number(256)))
        return der(0x30, algorithm, der(0x03, [0x00], number(256)))
    }
}

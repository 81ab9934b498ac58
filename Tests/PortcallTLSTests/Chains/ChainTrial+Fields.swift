import Foundation
import PortcallCore
import PortcallTLS
import PortcallWorkshop
import Testing

extension ChainTrial {
    private static let malformed = "certificate-malformed"
    private static let profile = "certificate-profile"

    /// RFC 5280 section 4.1: what stands in a certificate before its extensions.
    static let fields: [ChainTrial] = [
        .leaf(
            "4.1.2.1: version 1 has neither names nor purposes",
            "certificate-name-mismatch",
            "certificate-no-server-auth"
        ) {
            $0.version = 1
            $0.isBare = true
        },
        .leaf(
            "4.1.2.1: version 1, no name asked for",
            "certificate-name-mismatch",
            "certificate-no-server-auth",
            says: "subjectAltName",
            for: nil
        ) {
            $0.version = 1
            $0.isBare = true
        },
        .leaf("4.1.2.1: 'When extensions are used, version MUST be 3'", profile, says: "version 1") {
            $0.version = 1
        },
        .leaf("4.1.2.1: there is no version 4; Go and Chromium refuse it", malformed, says: "version 4") {
            $0.version = 4
        },
        .leaf("4.1.2.2: 'MUST be a positive integer': zero", profile, says: "0") { $0.serial = [0] },
        .leaf("4.1.2.2: a negative one", profile, says: "negative") { $0.serial = [0x80, 1] },
        .leaf("4.1.2.2: 'up to 20 octets'") { $0.serial = [0x7F] + Array(repeating: 0xAA, count: 19) },
        .leaf("4.1.2.2: 20 octets and a sign are 21", profile, says: "21 bytes") {
            $0.serial = [0x00, 0x80] + Array(repeating: 0xAA, count: 19)
        },
        .leaf("4.1.2.2: one byte") { $0.serial = [1] },
        .leaf("4.1.2.5: 'through the year 2049 as UTCTime'", profile, says: "GeneralizedTime") {
            $0.usesGeneralizedTime = true
        },
        .leaf("4.1.2.5: '2050 or later MUST be encoded as GeneralizedTime'", "certificate-lifetime") {
            $0.notAfter = Timestamp(seconds: 2_600_000_000)
        },
        .leaf("4.1.2.5: not after its end", "certificate-expired") { $0.notAfter = now.adding(days: -1) },
        .leaf("4.1.2.5.1: 'MUST be expressed in Greenwich Mean Time (Zulu)'", malformed, says: "notAfter") {
            $0.end = "270101000000+0100"
        },
        .leaf("4.1.2.5.1: 'MUST include seconds'", malformed, says: "notAfter") { $0.end = "2701010000Z" },
        .leaf("4.1.2.5: 'from notBefore through notAfter, inclusive': its last second", "certificate-expires-soon") {
            $0.notAfter = now
        },
        .leaf("4.1.2.5: not before its beginning", "certificate-not-yet-valid") { $0.notBefore = now.adding(days: 1) },
        .leaf("4.1.2.5: it ends before it begins: one finding", "certificate-expired", says: "before it began") {
            $0.notBefore = now.adding(days: 3)
            $0.notAfter = now.adding(days: -3)
        },
        .leaf(
            "4.1.2.4: 'MUST contain a non-empty distinguished name'",
            malformed,
            "certificate-chain-order",
            says: "no issuer name"
        ) {
            $0.hasEmptyIssuer = true
        },
        .chain("4.1.1.2: both signature algorithms are the same", malformed) { authority in
            let identity = try authority.server()
            // The last ecdsa-with-SHA256 becomes ecdsa-with-SHA384.
            let changed = try altered(identity.certificate) { bytes in
                let oid: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02]
                if let last = bytes.ranges(of: oid).last { bytes[last.upperBound - 1] = 0x03 }
            }
            return changed + authority.intermediate.certificate
        },
        .leaf("4.1.2.5: over since yesterday", "certificate-expired", says: "1 day ago") {
            $0.notAfter = now.adding(days: -1)
        },
        .leaf("4.1.2.5: over tomorrow", "certificate-expires-soon", says: "in 1 day.") {
            $0.notAfter = now.adding(days: 1)
        },
        .leaf(
            "4.1.1.2: a signature of a kind that OpenSSL does not take",
            "certificate-untrusted-root",
            says: "cannot be judged"
        ) {
            $0.digest = "SHA3-256"
        },
        .chain("4.1.1.3: self-signed, and altered since", "certificate-self-signed") { authority in
            var order = CertificateOrder(
                "mx.example.net",
                dns: ["mx.example.net"],
                notBefore: authority.day(-10),
                notAfter: authority.day(80)
            )
            order.without = ["authorityKeyIdentifier"]
            return try altered(CertificateWorkshop.make(order).certificate) { $0[$0.count - 3] ^= 1 }
        },
        .chain("4.1.1.3: the signature fits", malformed, says: "signature") { authority in
            let changed = try altered(authority.server().certificate) { $0[$0.count - 1] ^= 1 }
            return changed + authority.intermediate.certificate
        },
        .chain("4.1.1.3: what was signed has been changed", malformed) { authority in
            let changed = try altered(authority.server().certificate) { bytes in
                if let name = bytes.firstRange(of: Array("mx.example.net".utf8)) { bytes[name.lowerBound] = 0x4D }
            }
            return changed + authority.intermediate.certificate
        },
    ]

    /// A certificate whose bytes were changed after it was signed.
    static func altered(_ pem: String, _ change: (inout [UInt8]) -> Void) throws -> String {
        let lines = pem.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined()
        var bytes = Array(try #require(Data(base64Encoded: lines)))
        change(&bytes)
        let text = Data(bytes).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
        return "-----BEGIN CERTIFICATE-----\n\(text)\n-----END CERTIFICATE-----\n"
    }
}

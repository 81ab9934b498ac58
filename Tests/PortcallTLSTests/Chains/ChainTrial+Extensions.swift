import PortcallCore
import PortcallTLS
import PortcallWorkshop

extension ChainTrial {
    private static let malformed = "certificate-malformed"
    private static let violated = "certificate-constraint-violated"
    private static let profile = "certificate-profile"

    /// RFC 5280 section 4.2: extensions at all.
    static let extensions: [ChainTrial] = [
        .leaf(
            "4.2: 'MUST reject the certificate if it encounters a critical extension it does not recognize'",
            violated
        ) {
            $0.extensions = [("1.2.3.4.5", "critical,DER:0500")]
        },
        .leaf("4.2: one that is not critical is ignored") { $0.extensions = [("1.2.3.4.5", "DER:0500")] },
        .authority("4.2: a critical one in a CA", violated, says: "Between CA") {
            $0.extensions = [("1.2.3.4.5", "critical,DER:0500")]
        },
        .leaf("4.2: 'MUST NOT include more than one instance of a particular extension'", malformed, says: "twice") {
            $0.extensions = [("subjectAltName", "DNS:mx.example.net"), ("subjectAltName", "DNS:mx.example.org")]
        },
        // OpenSSL does not notice; Go and Chromium refuse it.
        .leaf("4.2: the same for one that nobody knows", malformed, says: "1.2.3.4.5") {
            $0.extensions = [("1.2.3.4.5", "DER:0500"), ("1.2.3.4.5", "DER:0500")]
        },
        .leaf("4.2: key usage that cannot be read", malformed, says: "keyUsage") {
            $0.extensions = [("keyUsage", raw([0x0C, 0x01, 0x41]))]
        },
        .leaf("4.2: subjectAltName that cannot be read", malformed, says: "subjectAltName", for: nil) {
            $0.extensions = [("subjectAltName", raw([0x30, 0x7F]))]
        },
        .leaf("4.2: bytes after the contents", malformed, says: "cannot be read") {
            $0.extensions = [
                ("extendedKeyUsage", raw(der(0x30, [0x06, 0x08, 0x2B, 6, 1, 5, 5, 7, 3, 1]) + [0x05, 0x00]))
            ]
        },
        // Go refuses it.
        .leaf("4.2: where to find the issuer, not to be read", malformed, says: "authorityInfoAccess") {
            $0.extensions = [("authorityInfoAccess", raw([0x0C, 0x01, 0x41]))]
        },
        .leaf("4.2: a critical one that clients know as not critical", violated, says: "authorityInfoAccess") {
            $0.extensions = [("authorityInfoAccess", "critical,OCSP;URI:http://ocsp.example.net/")]
        },
        .authority("4.2.1.11: policy constraints: 'MUST mark this extension as critical'", profile, says: "policy") {
            $0.extensions = [("policyConstraints", "requireExplicitPolicy:3")]
        },
        .authority("4.2.1.11: policy constraints that are critical") {
            $0.extensions = [("policyConstraints", "critical,requireExplicitPolicy:3")]
        },
        .authority("4.2.1.11: a CA demands a policy, and the leaf has none", violated, says: "Between CA") {
            $0.extensions = [("policyConstraints", "critical,requireExplicitPolicy:0")]
        },
        .authority(
            "4.2.1.11: the policy demanded is there",
            server: { $0.extensions = [("certificatePolicies", raw(der(0x30, der(0x30, policy))))] },
            {
                $0.extensions = [
                    ("policyConstraints", "critical,requireExplicitPolicy:0"),
                    ("certificatePolicies", raw(der(0x30, der(0x30, policy)))),
                ]
            }
        ),
        .authority("a thousand policies and mappings are judged in no time") { $0.extensions = manyPolicies },
        .leaf("4.2.1.4: 'MUST NOT appear more than once'", malformed, says: "twice") {
            $0.extensions = [("certificatePolicies", raw(der(0x30, der(0x30, policy), der(0x30, policy))))]
        },
        .leaf("RFC 6962 3.1: a precertificate", violated, says: "precertificate") {
            $0.extensions = [("1.3.6.1.4.1.11129.2.4.3", "critical,DER:0500")]
        },
        .leaf("4.2.1.13: a distribution point 'MUST NOT consist of only the reasons field'", malformed, says: "CRL") {
            $0.extensions = [("crlDistributionPoints", raw(der(0x30, der(0x30))))]
        },
        .leaf("4.2: an application policy of Microsoft's that is critical", violated, says: "Microsoft") {
            $0.extensions = [("1.3.6.1.4.1.311.21.10", "critical,DER:3000")]
        },
        .chain("strict rules hold without the issuer at hand", "chain-incomplete", profile, says: "path length") {
            try $0.server { $0.extensions = [("basicConstraints", "critical,CA:FALSE,pathlen:0")] }.certificate
        },
        .chain("one rule that three certificates break is one finding", profile, says: "'mx.example.net', 'CA 1'") {
            let one = try $0.below($0.root, "CA 2") { $0.without = ["authorityKeyIdentifier"] }
            let two = try $0.below(one, "CA 1") { $0.without = ["authorityKeyIdentifier"] }
            return try $0.leaf(below: two) { $0.without = ["authorityKeyIdentifier"] }.pem
        },
        .leaf("4.2.1.4: policies bind public CAs, and are not judged") {
            $0.extensions = [("certificatePolicies", raw(der(0x30, der(0x30, [0x06, 0x03, 0x2A, 0x03, 0x04]))))]
        },
        .leaf("RFC 6962 3.3: timestamps that cannot be read are shown, and no client minds") {
            $0.extensions = [("1.3.6.1.4.1.11129.2.4.2", raw(der(0x04, [0x00])))]
        },
        .leaf("4.2.2.1: where to find the issuer is not judged") {
            $0.extensions = [("authorityInfoAccess", "OCSP;URI:http://ocsp.example.net/")]
        },
    ]

    private static let policy: [UInt8] = [0x06, 0x03, 0x2A, 0x03, 0x04]

    private static var manyPolicies: [(name: String, value: String)] {
        // From 128 on, so that no byte is spare.
        let all = (128..<1128).map { [0x06, 0x04, 0x2A, 0x03, 0x80 | UInt8($0 >> 7), UInt8($0 & 0x7F)] }
        let policies = all.flatMap { der(0x30, $0) }
        let mappings = zip(all, all.reversed()).flatMap { der(0x30, $0, $1) }
        return [
            ("certificatePolicies", raw(der(0x30, policies))),
            ("policyMappings", "critical," + raw(der(0x30, mappings))),
        ]
    }

    /// RFC 5280 sections 4.2.1.1 and 4.2.1.2: which key signed which certificate.
    static let identifiers: [ChainTrial] = [
        .leaf("4.2.1.1: 'MUST be included in all certificates'; none refuses it", profile, says: "mx.example.net") {
            $0.without = ["authorityKeyIdentifier"]
        },
        .authority("4.2.1.1: in a CA too", profile, says: "Between CA") { $0.without = ["authorityKeyIdentifier"] },
        .leaf("4.2.1.1: 'MUST mark this extension as non-critical'", violated, says: "critical") {
            $0.extensions = [("authorityKeyIdentifier", "critical,keyid")]
        },
        // OpenSSL looks for the issuer by it, and finds none.
        .leaf("4.2.1.1: it names another key than the issuer's", malformed, says: "another key") {
            $0.extensions = [("authorityKeyIdentifier", raw(der(0x30, der(0x80, Array(repeating: 7, count: 20)))))]
        },
        .authority("4.2.1.1: a CA's names another key than the root's", malformed, says: "Between CA") {
            $0.extensions = [("authorityKeyIdentifier", raw(der(0x30, der(0x80, Array(repeating: 7, count: 20)))))]
        },
        .leaf("4.2.1.1: issuer and serial number besides") {
            $0.extensions = [("authorityKeyIdentifier", "keyid,issuer:always")]
        },
        .leaf("4.2.1.2: 'SHOULD be included in all end entity certificates'") { $0.without = ["subjectKeyIdentifier"] },
        .authority(
            "4.2.1.2: 'MUST appear in all conforming CA certificates'",
            profile,
            says: "subject key identifier",
            server: {
                $0.extensions = [("authorityKeyIdentifier", raw(der(0x30, der(0x80, Array(repeating: 7, count: 20)))))]
            }
        ) { $0.without = ["subjectKeyIdentifier"] },
        .leaf("4.2.1.2: 'MUST mark this extension as non-critical'", violated, says: "critical") {
            $0.extensions = [("subjectKeyIdentifier", "critical,hash")]
        },
        .chain("another intermediate of the same name: another key", "certificate-untrusted-root", says: "another key")
        { authority in
            let twin = try authority.below(authority.root, "Test Issuing CA")
            return try authority.server().certificate + twin.certificate
        },
        .chain("the intermediate is missing", "chain-incomplete") { try $0.server().certificate },
        .chain("the root is sent too, and is not judged") { try $0.server().pem + $0.root.certificate },
        .chain("the root itself is an old one, and is not judged", "certificate-untrusted-root") { authority in
            var order = CertificateOrder(
                "Old Root",
                notBefore: now.adding(days: -9000),
                notAfter: now.adding(days: 900)
            ).asCA
            order.version = 1
            order.isBare = true
            let root = try CertificateWorkshop.make(order)
            return try authority.leaf(below: root) {
                $0.extensions = [("authorityKeyIdentifier", raw(der(0x30, der(0x80, [7]))))]
            }.pem
                + root.certificate
        },
    ]
}

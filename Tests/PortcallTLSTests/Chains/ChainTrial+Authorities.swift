import PortcallCore
import PortcallTLS
import PortcallWorkshop

extension ChainTrial {
    private static let violated = "certificate-constraint-violated"
    private static let profile = "certificate-profile"

    /// RFC 5280 section 4.2.1.9 and 4.2.1.3: who may issue.
    ///
    /// OpenSSL, Go, Chromium and SChannel hold to it all, but for the marks that make no difference to what a CA may do.
    static let authorities: [ChainTrial] = [
        .authority("a good CA is taken") { _ in },
        .authority("4.2.1.9: 'the cA boolean asserts that the subject is a CA': FALSE has issued", violated, says: "CA")
        {
            $0.isCA = false
        },
        .authority("4.2.1.9: 'CAs MUST include this extension': basic constraints missing", violated, says: "4.2.1.9") {
            $0.without = ["basicConstraints"]
        },
        .authority("4.2.1.9: neither basic constraints nor keyCertSign", violated, says: "not a CA") {
            $0.without = ["basicConstraints", "keyUsage"]
        },
        .authority("4.2.1.9: 'MUST mark the extension as critical'; none refuses it", profile, says: "Between CA") {
            $0.extensions = [("basicConstraints", "CA:TRUE")]
        },
        .authority("4.2.1.9: a path length of 0 allows a leaf") {
            $0.extensions = [("basicConstraints", "critical,CA:TRUE,pathlen:0")]
        },
        .authority("4.2.1.9: a path length is 'greater than or equal to zero'", "certificate-malformed", says: "path") {
            $0.extensions = [("basicConstraints", "critical,DER:30060101ff0201ff")]
        },
        .authority("4.2.1.3: 'the keyCertSign bit' is missing", violated, says: "sign certificates") {
            $0.keyUsage = "critical,cRLSign,digitalSignature"
        },
        .authority("4.2.1.3: keyCertSign alone is enough") { $0.keyUsage = "critical,keyCertSign" },
        .authority("4.2.1.3: a key usage that is not critical: 'SHOULD'") { $0.keyUsage = "keyCertSign,cRLSign" },
        .authority(
            "4.2.1.3: 'MUST include this extension'; OpenSSL, Go and Chromium take it",
            profile,
            says: "key usage"
        ) {
            $0.keyUsage = nil
        },
        .authority("4.2.1.12: no extended key usage in a CA") { $0.extendedKeyUsage = nil },
        .authority("4.2.1.12: a CA for servers") { $0.extendedKeyUsage = "serverAuth,clientAuth" },
        .authority(
            "4.2.1.12: a CA for mail only, which every client holds against the leaf",
            violated,
            says: "extended"
        ) {
            $0.extendedKeyUsage = "emailProtection"
        },
        // Go and Chromium take it, OpenSSL does not.
        .authority("4.2.1.12: a CA for anything, which OpenSSL does not take for servers", violated, says: "extended") {
            $0.extendedKeyUsage = "anyExtendedKeyUsage"
        },
        .authority("4.1.2.6: 'If the subject is a CA, the subject field MUST be populated'", profile, says: "subject") {
            $0.commonName = nil
        },
        .chain("4.2.1.9: a leaf has issued a leaf", violated) { authority in
            try authority.leaf(below: authority.leaf(below: authority.intermediate) { $0.commonName = "leaf" }).pem
        },
        .chain("4.1.2.1: a version 1 certificate between root and leaf is no CA", violated, says: "not a CA") {
            authority in
            let old = try authority.below(authority.root, "Old CA") {
                $0.version = 1
                $0.isBare = true
            }
            return try authority.leaf(below: old) { $0.extensions = [("authorityKeyIdentifier", anyKey)] }.pem
        },
    ]

    /// An authority key identifier for a CA that has none.
    static let anyKey = raw(der(0x30, der(0x80, [7])))

    /// RFC 5280 section 4.2.1.9: how many CAs may stand below another.
    static let paths: [ChainTrial] = [
        .chain("4.2.1.9: 'maximum number of non-self-issued intermediate certificates': one too many", violated) {
            try limited($0, to: 0, below: 1)
        },
        .chain("4.2.1.9: as many as the path length allows") { try limited($0, to: 1, below: 1) },
        .chain("4.2.1.9: two too many", violated, says: "path length") { try limited($0, to: 0, below: 2) },
        .chain("6.1.4 (l): a self-issued CA does not count") { authority in
            let first = try authority.below(authority.root, "Same CA") {
                $0.extensions = [("basicConstraints", "critical,CA:TRUE,pathlen:0")]
            }
            return try authority.leaf(below: authority.below(first, "Same CA")).pem
        },
        .chain("two CAs that certify each other are no way round", "certificate-chain-order") { authority in
            let (one, two) = (try authority.below(authority.root, "One"), try authority.below(authority.root, "Two"))
            var order = CertificateOrder("One", notBefore: authority.day(-100), notAfter: authority.day(1000)).asCA
            order.without = ["authorityKeyIdentifier"]
            let round = try authority.leaf(below: two) { $0 = order }
            return try authority.leaf(below: one).pem + two.certificate + round.certificate
        },
        .chain("a chain of ten CAs") { authority in
            let last = try (1...9).reduce(authority.root) { try authority.below($0, "CA \($1)") }
            return try authority.leaf(below: last).pem
        },
        .leaf("4.2.1.9: 'MUST NOT include the pathLenConstraint field unless the cA boolean is asserted'", profile) {
            $0.extensions = [("basicConstraints", "critical,CA:FALSE,pathlen:0")]
        },
        .chain("4.2.1.9: 'and the key usage extension asserts the keyCertSign bit': only the root may lack it") {
            try $0.server().pem
        },
    ]

    private static func limited(_ authority: Authority, to length: Int, below: Int) throws -> String {
        let first = try authority.below(authority.root, "Limited CA") {
            $0.extensions = [("basicConstraints", "critical,CA:TRUE,pathlen:\(length)")]
        }
        let last = try (0..<below).reduce(first) { try authority.below($0, "CA below \($1)") }
        return try authority.leaf(below: last).pem
    }
}

import PortcallCore
import PortcallTLS
import PortcallWorkshop

extension ChainTrial {
    private static let unusable = "certificate-key-unusable"
    private static let violated = "certificate-constraint-violated"
    private static let noServer = "certificate-no-server-auth"
    private static let profile = "certificate-profile"

    /// What a server's own certificate may be used for: RFC 5280 sections 4.2.1.3 and 4.2.1.12, and the baseline.
    static let usages: [ChainTrial] = [
        .leaf("4.2.1.12: 'MUST only be used for one of the purposes indicated'", noServer) {
            $0.extendedKeyUsage = "clientAuth"
        },
        .leaf("4.2.1.12: serverAuth among others") { $0.extendedKeyUsage = "emailProtection,serverAuth" },
        .leaf("4.2.1.12: a purpose without a name beside serverAuth") {
            $0.extendedKeyUsage = "serverAuth,1.3.6.1.4.1.311.10.3.1"
        },
        // Go takes it, OpenSSL and rustls do not: 'applications MAY reject'.
        .leaf("4.2.1.12: anyExtendedKeyUsage alone, which OpenSSL refuses", noServer, says: "anyExtendedKeyUsage") {
            $0.extendedKeyUsage = "anyExtendedKeyUsage"
        },
        .leaf("4.2.1.12: anyExtendedKeyUsage beside serverAuth") {
            $0.extendedKeyUsage = "serverAuth,anyExtendedKeyUsage"
        },
        .leaf("4.2.1.12: without the extension any purpose is allowed, and Apple refuses it", noServer, says: "Apple") {
            $0.extendedKeyUsage = nil
        },
        .leaf("Apple's rule of July 2019 on purposes and lifetimes: valid from the second before") {
            $0.extendedKeyUsage = nil
            $0.notBefore = Timestamp(seconds: 1_561_939_199)
        },
        .leaf("Apple: 825 days") { $0.notAfter = $0.notBefore.adding(days: 825) },
        .leaf("Apple: more than 825 days", "certificate-lifetime", says: "826") {
            $0.notAfter = $0.notBefore.adding(days: 826)
        },
        .leaf("4.2.1.12: 'SEQUENCE SIZE (1..MAX)': empty", noServer, says: "none at all") {
            $0.extendedKeyUsage = raw(der(0x30))
        },
        .leaf("baseline 7.1.2.7.6: extKeyUsage is not critical; none refuses it", profile) {
            $0.extendedKeyUsage = "critical,serverAuth"
        },
        .leaf("4.2.1.3: digitalSignature alone, as TLS 1.3 needs") { $0.keyUsage = "critical,digitalSignature" },
        .leaf("4.2.1.3: without key usage any use is allowed") { $0.keyUsage = nil },
        .leaf("4.2.1.3: a leaf's key usage that is not critical: 'SHOULD'") { $0.keyUsage = "digitalSignature" },
        .leaf("4.2.1.3: an EC key that may only encipher cannot sign a handshake", unusable, says: "keyEncipherment") {
            $0.keyUsage = "critical,keyEncipherment"
        },
        .leaf("RFC 5480 section 3: an EC key that may only agree, which TLS 1.3 has no use for", unusable) {
            $0.keyUsage = "critical,keyAgreement"
        },
        // RFC 8813 forbids it and every template sets it; neither RFC 5280 nor a client minds.
        .leaf("an EC key that may encipher as well") { $0.keyUsage = "critical,digitalSignature,keyEncipherment" },
        .leaf("4.2.1.3: an Ed25519 key that may not sign", unusable, unusable) {
            $0.key = .ed25519
            $0.keyUsage = "critical,keyAgreement"
        },
        .leaf("4.2.1.3: an RSA key that may only encipher, as TLS 1.2 knows it", unusable, says: "GnuTLS") {
            $0.key = .rsa(2048)
            $0.keyUsage = "critical,keyEncipherment"
        },
        .leaf("4.2.1.3: an RSA key that may only agree, which RSA cannot", unusable, says: "keyAgreement") {
            $0.key = .rsa(2048)
            $0.keyUsage = "critical,keyAgreement"
        },
        .leaf(
            "4.2.1.3: 'at least one of the bits MUST be set to 1': none is there",
            "certificate-malformed",
            says: "use"
        ) {
            $0.extensions = [("keyUsage", "critical," + raw(der(0x03, [0x00])))]
        },
        .leaf("4.2.1.3: 'at least one of the bits MUST be set to 1': all are 0", "certificate-malformed") {
            $0.extensions = [("keyUsage", "critical," + raw(der(0x03, [0x00, 0x00])))]
        },
        .leaf("4.2.1.3: a key for CRLs serves no TLS", unusable) { $0.keyUsage = "critical,cRLSign" },
        .leaf("4.2.1.3: an RSA key for CRLs serves no TLS", unusable, says: "neither") {
            $0.key = .rsa(2048)
            $0.keyUsage = "critical,cRLSign"
        },
        .leaf("4.2.1.9: 'If the cA boolean is not asserted, then the keyCertSign bit MUST NOT be asserted'", profile) {
            $0.keyUsage = "critical,digitalSignature,keyCertSign"
        },
        // OpenSSL, Go and Chromium take it; rustls does not.
        .leaf("baseline 7.1.2.7.8: a CA's certificate as a server's own", profile, says: "CA's certificate") {
            $0.isCA = true
            $0.keyUsage = "critical,digitalSignature,keyCertSign"
        },
        .leaf("a CA's certificate that may only sign certificates, as a server's own", unusable) {
            $0.isCA = true
            $0.keyUsage = "critical,keyCertSign,cRLSign"
        },
        .leaf("Netscape's certificate type, for clients only, which OpenSSL still reads", violated, says: "Netscape") {
            $0.extensions = [("nsCertType", "client")]
        },
        .leaf("Netscape's certificate type, for servers") { $0.extensions = [("nsCertType", "server")] },
        .leaf("4.2.1.9: a leaf needs no basic constraints") { $0.without = ["basicConstraints"] },
    ]
}

/// What is known of clients that no Linux machine can start, from those who make them.
extension ClientTable {
    /// One page, and what follows from it for one client.
    package struct Document: Sendable {
        package let client: Client
        package let conduct: Conduct
        package let address: String
        package let reasons: [RefusalReason]

        init(_ client: Client, _ conduct: Conduct, _ address: String, _ reasons: [RefusalReason]) {
            self.client = client
            self.conduct = conduct
            self.address = address
            self.reasons = reasons
        }
    }

    package static let documents = [
        // "Requirements for trusted certificates in iOS 13 and macOS 10.15": own CAs too.
        Document(
            .apple,
            .refuses,
            "https://support.apple.com/103769",
            [
                RefusalReason(.keyTooSmall), .keyJustTooSmall, RefusalReason(.signatureSHA1), .commonNameAlone,
                .purposesMissing, .lifetime,
            ]
        ),
        // The checks of the policy for servers: SecPolicyCreateSSL, and the basic ones below it.
        Document(
            .apple,
            .refuses,
            "https://github.com/apple-oss-distributions/Security, OSX/sec/Security/SecPolicy.c",
            [
                RefusalReason(.expired), RefusalReason(.endsBeforeItBegins), RefusalReason(.notYetValid),
                RefusalReason(.notCA), RefusalReason(.unknownCriticalExtension), RefusalReason(.signatureMD5),
                RefusalReason(.purposeExcludesServers), RefusalReason(finding: .certificateNameMismatch),
            ]
        ),
        // Which curves are "enabled by default" and which only "supported". With TLS 1.2 a server may not use a key on a
        // curve that is not offered (RFC 8422 section 5.3), and TLS 1.3 has no signature on these at all; of P-521, which
        // has one, the page does not say what becomes.
        Document(
            .windows,
            .breaksOff,
            "https://learn.microsoft.com/windows/win32/secauthn/tls-elliptic-curves-in-windows-10-1607-and-later",
            [
                RefusalReason(.p224), RefusalReason(.secp256k1), RefusalReason(.brainpool), .curveTooSmall,
            ]
        ),
        // What is an error of a chain.
        Document(
            .windows,
            .refuses,
            "https://learn.microsoft.com/windows/win32/api/wincrypt/ns-wincrypt-cert_trust_status",
            [
                RefusalReason(.expired), RefusalReason(.endsBeforeItBegins), RefusalReason(.notYetValid),
                RefusalReason(.selfSigned), RefusalReason(.rootUnknown), RefusalReason(.issuerUnknown),
                RefusalReason(.purposeExcludesServers), RefusalReason(.notCA), RefusalReason(.pathLengthExceeded),
                RefusalReason(.nameNotPermitted), RefusalReason(.nameExcluded), RefusalReason(.signatureWrong),
                RefusalReason(.unknownCriticalExtension),
            ]
        ),
        // What -x509_strict asks of every CA, roots among them; Python asks for it by default. OpenSSL 3.0.22 was seen to do
        // so, and to call a root of version 3 without basic constraints an invalid CA certificate (79).
        Document(
            .python,
            .refuses,
            "https://docs.openssl.org/3.0/man1/openssl-verification-options/",
            [
                RefusalReason(.rootSubjectKeyIDMissing), RefusalReason(.rootBasicConstraintsNotCritical),
                RefusalReason(.rootKeyUsageMissing), RefusalReason(.rootBasicConstraintsMissing),
            ]
        ),
        // CheckSignatureFrom, which a root's signature is checked by too: a parent of version 3 needs basic constraints.
        Document(
            .go,
            .refuses,
            "https://github.com/golang/go, src/crypto/x509/x509.go",
            [RefusalReason(.rootBasicConstraintsMissing)]
        ),
        // CheckBasicConstraints: only a trust anchor of version 1 may lack them.
        Document(
            .firefox,
            .refuses,
            "https://github.com/nss-dev/nss, lib/mozpkix/lib/pkixcheck.cpp",
            [RefusalReason(.rootBasicConstraintsMissing)]
        ),
        // CERT_E_CN_NO_MATCH of the policy for SSL.
        Document(
            .windows,
            .refuses,
            "https://learn.microsoft.com/windows/win32/api/wincrypt/ns-wincrypt-cert_chain_policy_status",
            [RefusalReason(finding: .certificateNameMismatch)]
        ),
    ]
}

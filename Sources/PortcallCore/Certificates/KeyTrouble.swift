/// Why some clients, or all, cannot use a server's own key for a handshake.
///
/// The raw values are stable, as those of `ChainProblem.Reason`.
package enum KeyTrouble: String, CaseIterable, Sendable {
    case p224 = "key-p-224"
    case secp256k1 = "key-secp256k1"
    case brainpool = "key-brainpool"
    case otherCurve = "key-other-curve"
    /// OpenSSL cannot read it, so that nothing can be said of who can.
    case unknownKind = "key-kind-unknown"
    case ed25519 = "key-ed25519"
    case ed448 = "key-ed448"
    case p521 = "key-p-521"
    case rsaPSS = "key-rsa-pss"
    /// An EC or Edwards key whose key usage lacks digitalSignature.
    case cannotSign = "key-may-not-sign"
    /// An RSA key whose key usage has keyEncipherment and lacks digitalSignature.
    case enciphersOnly = "key-may-only-encipher"
    /// An RSA key whose key usage has keyAgreement and neither of the two, which not every client minds.
    case agreesOnly = "key-may-only-agree"
    /// An RSA key whose key usage has none of them.
    case servesNothing = "key-may-do-neither"
}

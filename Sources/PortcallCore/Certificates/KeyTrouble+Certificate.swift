extension KeyTrouble {
    /// Why a certificate's key is of no use to some clients, or to all; a key that is too weak has a finding of its own.
    ///
    /// - Parameters:
    ///   - leaf: the server's own.
    ///   - isToDecipher: the handshake was one with RSA key exchange, in which the key signs nothing.
    /// - Returns: trouble with its kind first, then with its usage.
    static func all(of leaf: Certificate, toDecipher isToDecipher: Bool) -> [KeyTrouble] {
        [kind(of: leaf.key), usage(of: leaf, toDecipher: isToDecipher)].compactMap(\.self)
    }

    private static func kind(of key: Certificate.Key) -> KeyTrouble? {
        switch key.type {
        case "EC": key.bits < 224 ? nil : key.curve.flatMap(on)
        case "RSA-PSS": .rsaPSS
        case "Ed25519": .ed25519
        case "Ed448": .ed448
        default: nil
        }
    }

    private static func on(_ curve: String) -> KeyTrouble? {
        switch curve {
        case "P-256", "P-384": nil
        case "P-224": .p224
        case "P-521": .p521
        case "secp256k1": .secp256k1
        case _ where curve.hasPrefix("brainpool"): .brainpool
        default: .otherCurve
        }
    }

    /// Without the extension every use is allowed; one without a single use is malformed.
    private static func usage(of leaf: Certificate, toDecipher isToDecipher: Bool) -> KeyTrouble? {
        guard let usages = leaf.details.keyUsages, !usages.isEmpty, !usages.contains("digitalSignature") else {
            return nil
        }
        switch leaf.key.type {
        case "EC", "Ed25519", "Ed448", "RSA-PSS": return .cannotSign
        case "RSA" where usages.contains("keyEncipherment"): return isToDecipher ? nil : .enciphersOnly
        case "RSA": return usages.contains("keyAgreement") ? .agreesOnly : .servesNothing
        default: return nil
        }
    }

    /// No common client can complete a handshake; of the others the table of clients says who can.
    var servesNobody: Bool {
        switch self {
        case .p224, .secp256k1, .brainpool, .otherCurve, .cannotSign: true
        case .unknownKind, .ed25519, .ed448, .p521, .rsaPSS, .enciphersOnly, .agreesOnly, .servesNothing: false
        }
    }

    var isOfUsage: Bool {
        switch self {
        case .cannotSign, .enciphersOnly, .agreesOnly, .servesNothing: true
        case .p224, .secp256k1, .brainpool, .otherCurve, .unknownKind, .ed25519, .ed448, .p521, .rsaPSS: false
        }
    }
}

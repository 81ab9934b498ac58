extension ChainRule {
    /// Whether clients can use the server's own key for a handshake.
    static let keyUnusable = ChainRule(.certificateKeyUnusable) { seen in
        guard let leaf = seen.facts.leaf else { return [] }
        return KeyTrouble.all(of: leaf, toDecipher: seen.isKeyToDecipher).map { trouble in
            let refusals = Refusals(RefusalReason(trouble), by: seen.audience)
            let severity: Severity = trouble.servesNobody ? .critical : refusals?.severity ?? .warning
            return Sighting(
                trouble.evidence(in: leaf),
                severity: min(severity, seen.severityOfTrust ?? .critical),
                fix: trouble.fix(for: leaf.key),
                reason: RefusalReason(trouble),
                ["trouble": trouble.sentence(of: leaf), "who": refusals.whoTakesTheKey]
            )
            .mitigated(severity > seen.severityOfTrust ?? .critical ? Mitigation.inClear : nil)
        }
    }
}

extension KeyTrouble {
    fileprivate func sentence(of leaf: Certificate) -> String {
        let key = "The key of '\(leaf.shortName)'"
        return switch self {
        case .p224, .p521, .secp256k1, .brainpool, .otherCurve: "\(key) is on the curve \(leaf.key.curve ?? "unknown")."
        case .unknownKind, .ed25519, .ed448: "\(key) is of the kind \(leaf.key.type)."
        case .rsaPSS: "\(key) is an RSA key bound to PSS signatures (RSASSA-PSS)."
        case .cannotSign: "The key usage of '\(leaf.shortName)' does not let it sign, and so serve a handshake."
        case .enciphersOnly:
            "The key usage of '\(leaf.shortName)' has keyEncipherment without digitalSignature, which is enough only for "
                + "the RSA key exchange of TLS 1.2 and below."
        case .agreesOnly, .servesNothing:
            "The key usage of '\(leaf.shortName)' lets it neither sign nor decipher, and so serve no handshake."
        }
    }

    fileprivate func evidence(in leaf: Certificate) -> String {
        guard isOfUsage else {
            return "\(leaf.key.type), \(leaf.key.bits) bits" + (leaf.key.curve.map { ", \($0)" } ?? "")
        }
        return "\(leaf.key.type) key, key usage \((leaf.details.keyUsages ?? []).joined(separator: ", "))"
    }

    /// Nil where what the explanation says will do.
    fileprivate func fix(for key: Certificate.Key) -> String? {
        switch self {
        case .p224, .p521, .secp256k1, .brainpool, .otherCurve, .unknownKind, .ed25519, .ed448: nil
        case .rsaPSS:
            "Have a certificate issued for a usual RSA key (rsaEncryption); it can sign with PSS all the same."
        case .cannotSign: "Have the certificate issued again with the key usage digitalSignature."
        case .enciphersOnly, .agreesOnly, .servesNothing:
            "Have the certificate issued again with the key usages digitalSignature and keyEncipherment."
        }
    }
}

extension Refusals? {
    /// What the table of clients has, in a sentence; who is between all and nobody has a line of its own.
    fileprivate var whoTakesTheKey: String {
        guard let self, !self.notBy.isEmpty else {
            return "No widely used client is known to complete a handshake with it."
        }
        return self.by.isEmpty ? "Clients of such a service take it." : "Some clients refuse it."
    }
}

/// What only a client as lenient as ours lets pass: it says what today's would have refused.
extension Rule {
    static let tlsWeakDiffieHellman = Rule(one: .tlsWeakDH) { seen in
        guard let tls = seen.tls, let bits = tls.diffieHellmanBits, bits < 2048 else { return nil }
        return Sighting(
            "\(tls.version) \(tls.cipher), a group of \(bits) bits",
            severity: seen.severityOfLeniency,
            ["bits": String(bits)]
        )
    }

    /// Of TLS 1.2 alone: 1.0 and 1.1 know nothing else, and are told as old; 1.3 has no such signature.
    static let tlsWeakSignature = Rule(one: .tlsWeakSignature) { seen in
        guard let tls = seen.tls, tls.version == "TLSv1.2", let signature = tls.signature else { return nil }
        guard let hash = ["md5": "MD5", "sha1": "SHA-1"].first(where: { signature.hasSuffix("_\($0.key)") })?.value
        else { return nil }
        return Sighting(
            "\(tls.version) \(tls.cipher), \(signature)",
            severity: seen.severityOfLeniency,
            ["hash": hash]
        )
    }

    static let tlsNoSecureRenegotiation = Rule(one: .tlsNoSecureRenegotiation) { seen in
        guard let tls = seen.tls, tls.secureRenegotiation == false else { return nil }
        return Sighting(
            "\(tls.version) \(tls.cipher), no renegotiation_info in the ServerHello",
            severity: seen.severityOfLeniency
        )
    }
}

extension Observation {
    /// Where TLS is opportunistic, mail goes on in clear, or as well as it can.
    fileprivate var severityOfLeniency: Severity? { plan.service.policy.isTrustOpportunistic ? .warning : nil }
}

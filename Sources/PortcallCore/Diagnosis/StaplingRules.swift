extension Rule {
    static let stapling = [
        Rule(one: .certificateRevoked) { seen in
            guard case .revoked(let when) = seen.tls?.staple else { return nil }
            return Sighting("stapled OCSP response: revoked, \(when)")
        },
        Rule(one: .stapleMissing) { seen in
            guard let tls = seen.tls, tls.staple == .none, tls.chain.leaf?.demandsStaple == true else {
                return nil
            }
            return Sighting("TLS feature: status_request; no OCSP response in the handshake")
        },
        Rule(one: .stapleInvalid) { seen in
            guard case .invalid(let detail) = seen.tls?.staple else { return nil }
            guard let leaf = seen.tls?.chain.leaf else { return Sighting("the stapled response", ["detail": detail]) }
            return Sighting("the response stapled to \(leaf.identity), by \(leaf.issuer)", ["detail": detail])
        },
    ]
}

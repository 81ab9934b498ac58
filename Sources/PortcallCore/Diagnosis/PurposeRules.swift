extension Rule {
    /// The service answers, and cannot do what it is there for.
    static let purpose = [
        Rule(one: .serviceUnusable) { seen in
            guard let purpose = seen.plan.service.policy.loginPurpose, let listing = seen.facts.insideTLS else {
                return nil
            }
            guard listing.offersLogin == false, !seen.facts.isRefused else { return nil }
            // SMTP's keyword with nothing behind it: what checks passwords is there and knows no way.
            let isBare = listing.capabilities?.contains { $0.uppercased() == "AUTH" } == true
            let offers = isBare ? "lists AUTH and no mechanism behind it" : "offers no way to log in"
            let lack = "inside TLS it \(offers), so users cannot \(purpose)."
            return Sighting(
                listing.words.isEmpty ? "nothing is listed inside TLS" : "listed inside TLS: \(listing.words)",
                fix: seen.fixOfLogins(listing),
                ["lack": ([lack] + seen.reasonsForNoLogin(listing)).joined(separator: " ")]
            )
        }
    ]
}

extension Observation {
    fileprivate func reasonsForNoLogin(_ listing: Listing) -> [String] {
        var reasons: [String] = []
        if listing.offersTLS == true {
            reasons.append(
                "{upgrade} stands in the same list, so it does not know that TLS is up: most likely a proxy ends TLS "
                    + "before it."
            )
        }
        if plan.service.policy.servesKnownClients {
            let isAsked = tls?.asksForCertificate == true
            let how = isAsked ? "their address or the certificate it asks for" : "their address"
            reasons.append("Only clients that it knows by \(how) can.")
        } else if tls?.asksForCertificate == true {
            reasons.append("It asks for a certificate, and may let in who shows one.")
        }
        return reasons.map { $0.filled(with: places) }
    }

    fileprivate func fixOfLogins(_ listing: Listing) -> String? {
        guard listing.offersTLS != true else {
            return
                "Tell the server that its sessions are protected, or let it do TLS itself: find what ends TLS before it."
        }
        guard plan.service.policy.servesKnownClients else { return nil }
        return "Set up its logins, or mend them: look at its log for what its password check lacks. Where it is "
            + "meant for known machines alone, nothing is wrong."
    }
}

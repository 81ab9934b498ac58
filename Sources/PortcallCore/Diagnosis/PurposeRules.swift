extension Rule {
    /// The service answers, and cannot do what it is there for.
    static let purpose = [
        Rule(one: .serviceUnusable) { seen in
            guard let purpose = seen.plan.service.policy.loginPurpose, let listing = seen.facts.insideTLS else {
                return nil
            }
            guard listing.offersLogin == false, !seen.facts.isRefused else { return nil }
            let isAsked = seen.tls?.asksForCertificate == true
            let others = isAsked ? "their address or the certificate it asks for" : "their address"
            return Sighting(
                listing.words.isEmpty ? "nothing is listed inside TLS" : "listed inside TLS: \(listing.words)",
                fix: "Set up its logins, or mend them: look at its log for what its password check lacks. Where it is "
                    + "meant for known machines alone, nothing is wrong.",
                [
                    "lack": "inside TLS it offers no way to log in, so users cannot \(purpose). "
                        + "Only clients that it knows by \(others) can."
                ]
            )
        }
    ]
}

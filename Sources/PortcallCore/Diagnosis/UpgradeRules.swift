extension Rule {
    static let upgrade = [
        Rule(one: .starttlsNotOffered) { seen in
            guard case .notOffered(let how) = seen.facts.upgrade else { return nil }
            return Sighting(
                how.isEmpty ? "nothing is listed" : how,
                severity: seen.plan.service.policy.withoutTLS
            )
        },
        Rule(one: .starttlsRefused) { seen in
            guard case .refused(let words, let meaning) = seen.facts.upgrade else { return nil }
            return Sighting(words, severity: seen.plan.service.policy.refusingTLS, ["meaning": meaning ?? ""])
        },
        Rule(one: .plaintextAfterStarttls) { seen in
            guard seen.plan.service.security == .upgrade, !seen.clearBeforeTLS.isEmpty else { return nil }
            guard !seen.neverSpokeTLS || seen.clearBeforeTLS.isText else { return nil }
            return Sighting(seen.clearBeforeTLS.quotedLines)
        },
        Rule(one: .starttlsStillOffered) { seen in
            guard seen.plan.service.security == .upgrade, let listing = seen.facts.insideTLS else { return nil }
            return listing.offersTLS == true ? Sighting(listing.words) : nil
        },
        Rule(one: .plaintextAuthOffered) { seen in
            guard let listing = seen.facts.inClear, !listing.plaintextMechanisms.isEmpty else { return nil }
            let listed = listing.mechanisms.isEmpty ? listing.words : listing.mechanisms.joined(separator: ", ")
            let mechanisms = listing.plaintextMechanisms.joined(separator: ", ")
            guard let product = seen.facts.product, product.trustsItsOwnAddress, seen.isAtOwnAddress else {
                return Sighting(listed, ["mechanisms": mechanisms, "whom": "; whoever listens can read them."])
            }
            return Sighting(
                listed,
                severity: .note,
                fix: "Check it from another machine: only that shows what the server offers to others.",
                [
                    "mechanisms": mechanisms,
                    "whom": " from this machine, called at an address of its own, which \(product.name) trusts "
                        + "whatever it asks of others.",
                ]
            )
        },
    ]
}

extension Observation {
    /// What came after the go-ahead was never TLS at all.
    var neverSpokeTLS: Bool {
        guard case .handshakeFailed(let failure) = ending, case .notTLS = failure.cause else { return false }
        return !tlsBegan
    }
}

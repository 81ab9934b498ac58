extension Rule {
    static let upgrade = [
        Rule(one: .starttlsNotOffered) { seen in
            guard seen.plan.service.security == .upgrade, seen.facts.offersTLS == false else { return nil }
            let offered = (seen.facts.capabilities ?? []).joined(separator: ", ")
            return Sighting(
                offered.isEmpty
                    ? seen.facts.withoutUpgrade ?? "\(seen.plan.service.kind.words.upgrade) was refused" : offered,
                severity: seen.plan.service.policy.withoutTLS
            )
        },
        Rule(one: .starttlsRefused) { seen in
            guard let refusal = seen.facts.upgradeRefusal else { return nil }
            return Sighting(
                refusal,
                severity: seen.plan.service.policy.refusingTLS,
                ["meaning": seen.facts.refusalMeaning ?? ""]
            )
        },
        Rule(one: .plaintextAfterStarttls) { seen in
            guard seen.plan.service.security == .upgrade, !seen.clearBeforeTLS.isEmpty else { return nil }
            guard !seen.neverSpokeTLS || seen.clearBeforeTLS.isText else { return nil }
            return Sighting(seen.clearBeforeTLS.quotedLines)
        },
        Rule(one: .starttlsStillOffered) { seen in
            guard seen.facts.stillOffersTLS else { return nil }
            return Sighting((seen.facts.capabilitiesAfterTLS ?? []).joined(separator: ", "))
        },
        Rule(one: .plaintextAuthOffered) { seen in
            guard seen.plan.service.security != .implicit, !seen.facts.plaintextMechanisms.isEmpty else { return nil }
            let mechanisms = seen.facts.plaintextMechanisms.joined(separator: ", ")
            let listed =
                [seen.facts.mechanisms, seen.facts.capabilities].compactMap(\.self).first { !$0.isEmpty } ?? []
            return Sighting(listed.joined(separator: ", "), ["mechanisms": mechanisms])
        },
    ]
}

extension Observation {
    /// What came after the go-ahead was never TLS at all.
    var neverSpokeTLS: Bool {
        guard case .handshakeFailed(let failure) = ending, case .notTLS = failure.cause else { return false }
        return true
    }
}

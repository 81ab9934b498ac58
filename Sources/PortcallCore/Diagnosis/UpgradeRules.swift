extension Rule {
    static let upgrade = [
        Rule(one: .starttlsNotOffered) { seen in
            guard case .notOffered(let how) = seen.facts.upgrade else { return nil }
            let list = how.isEmpty ? "nothing is listed" : how
            let remark = seen.facts.upgradeRemark
            return Sighting(
                remark.map { "\($0.words); \(list)" } ?? list,
                severity: seen.plan.service.policy.withoutTLS,
                fix: remark?.reason.fix,
                ["remark": remark?.reason.meaning ?? "", "consequence": seen.consequenceWithoutTLS]
            )
        },
        Rule(one: .starttlsRefused) { seen in
            guard case .refused(let words, let meaning) = seen.facts.upgrade else { return nil }
            // What refuses is the firewall that wrote over the command.
            if case .masked? = seen.facts.trouble { return nil }
            return Sighting(
                words,
                severity: seen.plan.service.policy.refusingTLS,
                fix: seen.facts.upgradeAdvice,
                ["meaning": meaning ?? ""]
            )
        },
        Rule(one: .plaintextAfterStarttls) { seen in
            guard seen.plan.service.security == .upgrade, !seen.clearBeforeTLS.isEmpty else { return nil }
            guard !seen.neverSpokeTLS || seen.isClearOwn else { return nil }
            let quote = seen.clearBeforeTLS.quotedLines
            let meaning = seen.plan.service.kind.meaningOfClearText(quote)
            guard seen.neverSpokeTLS else {
                let how = "sent more in clear; an attacker can inject text there"
                return Sighting(quote, ["how": how, "meaning": meaning])
            }
            return Sighting(
                quote,
                fix: seen.plan.service.kind.fixOfClearText(quote) ?? fixOfClearAnswer,
                ["how": "went on in clear, and TLS never began", "meaning": meaning]
            )
        },
        Rule(one: .starttlsStillOffered) { seen in
            guard seen.plan.service.security == .upgrade, let listing = seen.facts.insideTLS else { return nil }
            return listing.offersTLS == true ? Sighting("listed inside TLS: \(listing.words)") : nil
        },
        Rule(one: .plaintextAuthOffered) { seen in
            guard let listing = seen.facts.inClear, !listing.plaintextMechanisms.isEmpty else { return nil }
            let all = listing.mechanisms.isEmpty ? listing.words : listing.mechanisms.joined(separator: ", ")
            let listed = "offered in clear: \(all)"
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

extension Rule {
    private static let fixOfClearAnswer =
        "Look for what stands between: something passes on the server's yes and cannot do TLS itself. Let it pass TLS "
        + "through, or do TLS there."
}

extension Observation {
    /// What follows where TLS is not offered, as a sentence goes on.
    fileprivate var consequenceWithoutTLS: String {
        if let own = facts.service?.consequenceWithoutTLS { return own }
        return facts.inClear?.offersLogin == false
            ? "nobody can log in: in clear it takes no password, and TLS is not to be had."
            : "all that is said, passwords too, crosses the network in clear."
    }

    /// What came in clear after the go-ahead is the protocol's own, in text or in its binary form.
    var isClearOwn: Bool {
        clearBeforeTLS.isText || Recognition.isExpected(plan.service.kind, in: clearBeforeTLS)
    }

    /// What came after the go-ahead was never TLS at all.
    var neverSpokeTLS: Bool {
        guard case .handshakeFailed(let failure) = ending, case .notTLS = failure.cause else { return false }
        return !tlsBegan
    }
}

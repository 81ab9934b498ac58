/// One thing worth telling an operator, and how to see it in an observation.
package struct Rule: Sendable {
    package let explanation: Explanation
    let examine: @Sendable (Observation) -> [Sighting]

    package init(_ explanation: Explanation, _ examine: @escaping @Sendable (Observation) -> [Sighting]) {
        self.explanation = explanation
        self.examine = examine
    }

    /// A rule that sees one thing or nothing.
    package init(one explanation: Explanation, _ examine: @escaping @Sendable (Observation) -> Sighting?) {
        self.init(explanation) { seen in examine(seen).map { [$0] } ?? [] }
    }

    func findings(in seen: Observation) -> [Finding] {
        examine(seen).map { sighting in
            sighting.filled(with: seen.places)
                .mitigated(sighting.mitigation ?? seen.mitigation(of: explanation, sighting.severity))
                .finding(explanation, besides: seen.remedy(for: explanation), among: seen.plan.service.audience)
        }
    }

    /// The rules that hold for every protocol; a service's own come after them.
    package static let general =
        connection + ending + greeting + upgrade + purpose + handshake
        + ChainRule.certificate.map { Rule($0) } + stapling + ChainRule.trust.map { Rule($0) }
}

/// A rule's case in one observation: the evidence, and what fills the places of the explanation's words.
package struct Sighting: Sendable {
    let evidence: String
    /// Where the observation makes it better or worse than usual.
    let severity: Severity?
    /// Where the observation knows better what to do than the explanation; it may contain places too.
    let fix: String?
    /// By what clients judge it; nil where the finding as a whole is one reason.
    let reason: RefusalReason?
    let places: [String: String]
    /// What is to be thought of besides, behind the message and behind the fix.
    var besides: Reason?
    /// Why it weighs less here than elsewhere, as a sentence goes on.
    var mitigation: String?

    package init(
        _ evidence: String,
        severity: Severity? = nil,
        fix: String? = nil,
        reason: RefusalReason? = nil,
        _ places: [String: String] = [:]
    ) {
        self.evidence = evidence
        self.severity = severity
        self.fix = fix
        self.reason = reason
        self.places = places
    }

    /// With something to be thought of besides.
    func besides(_ reason: Reason?) -> Sighting {
        var sighting = self
        sighting.besides = reason
        return sighting
    }

    /// With the reason why it weighs less here.
    func mitigated(_ mitigation: String?) -> Sighting {
        var sighting = self
        sighting.mitigation = mitigation
        return sighting
    }

    /// With more places; its own count more.
    func filled(with more: [String: String]) -> Sighting {
        Sighting(evidence, severity: severity, fix: fix, reason: reason, more.merging(places) { $1 }).besides(besides)
            .mitigated(mitigation)
    }

    /// In words.
    ///
    /// - Parameters:
    ///   - explanation: has the words.
    ///   - remedy: what the product at hand is told, unless the sighting knows better.
    ///   - audience: those that call the service: who of them refuses it is told along.
    /// - Returns: the finding.
    package func finding(
        _ explanation: Explanation,
        besides remedy: Explanation.Remedy? = nil,
        among audience: Audience = .everybody
    ) -> Finding {
        let ownWay = remedy.map { "On \($0.product): \($0.text)" }
        let common = remedy?.standsAlone == true ? nil : explanation.fix
        return Finding(
            id: explanation.id,
            severity: severity ?? explanation.severity,
            message: [explanation.message.filled(with: places), besides?.meaning].sentences,
            evidence: evidence.escaped,
            fix: [(fix ?? [common, ownWay].sentences).filled(with: places), besides?.fix].sentences,
            mitigation: mitigation,
            reason: reason ?? RefusalReason(finding: explanation),
            among: audience
        )
    }
}

extension [String?] {
    /// Those that there are, one behind the other.
    fileprivate var sentences: String { compactMap(\.self).joined(separator: " ") }
}

extension Product {
    /// The remedy is for this product, and for its release as far as that is known.
    fileprivate func isMended(by remedy: Explanation.Remedy) -> Bool {
        guard isOf(remedy.product) else { return false }
        return exchange.map { $0.releases.overlaps(remedy.releases) } ?? true
    }
}

extension Observation {
    /// How the product that answers is mended, where it is known and the finding's page has it.
    fileprivate func remedy(for explanation: Explanation) -> Explanation.Remedy? {
        guard let product = facts.product, product.certainty != .possible else { return nil }
        let words = plan.service.kind.words
        let own = words.advice.filter { $0.id == explanation.id }.flatMap(\.remedies)
        let certificate = explanation.remedies.contains(.certificate) ? words.certificate : []
        return (own + certificate + explanation.remedies).first { product.isMended(by: $0) }
    }

    /// How long an answer was waited for at the most: a datagram's is given up before the time of the call is over.
    private var patience: Duration {
        guard ending != .unreachable else { return plan.connectPatience.map { min($0, plan.timeout) } ?? plan.timeout }
        let isGivenUp = plan.service.transport == .udp && ending == .timedOut && ended < plan.timeout
        return isGivenUp ? .seconds(ended.components.seconds) : plan.timeout
    }

    /// What every explanation may speak of.
    var places: [String: String] {
        [
            "host": plan.target.host.text.escaped,
            "port": String(plan.target.port),
            "which": "port \(plan.target.port)",
            "address": address ?? attempts.first?.address ?? addresses.first ?? plan.target.host.text.escaped,
            "service": plan.service.title,
            "protocol": plan.service.protocolName,
            "transport": plan.service.transport == .tcp ? "TCP" : "UDP",
            "upgrade": plan.service.kind.words.upgrade,
            "seconds": patience.seconds,
            "stage": stageReached.rawValue,
            "waiting": awaited,
        ]
    }
}

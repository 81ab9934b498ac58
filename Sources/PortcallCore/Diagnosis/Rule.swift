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
        examine(seen).map { explanation.finding($0, places: seen.places) }
    }

    /// The rules that hold for every protocol; a service's own come after them.
    package static let general = connection + greeting + upgrade + handshake + certificate + trust
}

/// A rule's case in one observation: the evidence, and what fills the places of the explanation's words.
package struct Sighting: Sendable {
    let evidence: String
    /// Where the observation makes it better or worse than usual.
    let severity: Severity?
    let places: [String: String]

    package init(_ evidence: String, severity: Severity? = nil, _ places: [String: String] = [:]) {
        self.evidence = evidence
        self.severity = severity
        self.places = places
    }
}

extension Explanation {
    /// What is said of one sighting; `places` fill those of the words, unless the sighting has something nearer.
    func finding(_ sighting: Sighting, places: [String: String]) -> Finding {
        let places = places.merging(sighting.places) { $1 }
        return Finding(
            id: id,
            severity: sighting.severity ?? severity,
            message: filled(message, with: places),
            evidence: sighting.evidence.escaped,
            fix: filled(fix, with: places)
        )
    }
}

extension Observation {
    /// How long an answer was waited for at the most: a datagram's is given up before the time of the call is over.
    private var patience: Duration {
        guard ending != .unreachable else { return plan.connectPatience.map { min($0, plan.timeout) } ?? plan.timeout }
        return plan.service.transport == .udp && ending == .timedOut ? min(ended, plan.timeout) : plan.timeout
    }

    /// What every explanation may speak of.
    var places: [String: String] {
        [
            "host": plan.target.host.text.escaped,
            "port": String(plan.target.port),
            "address": address ?? attempts.first?.address ?? addresses.first ?? plan.target.host.text.escaped,
            "service": plan.service.title,
            "protocol": plan.service.protocolName,
            "seconds": String(patience.components.seconds),
            "stage": stageReached.rawValue,
            "waiting": awaited,
        ]
    }
}

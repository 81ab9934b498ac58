/// What one line of a sweep's output comes to, in short: what its summary counts, and what a continued sweep reads back.
package struct SweepEntry: Equatable, Sendable {
    /// A finding above a note.
    package struct Sighting: Equatable, Sendable {
        package let id: String
        package let severity: Severity

        package init(id: String, severity: Severity) {
            self.id = id
            self.severity = severity
        }
    }

    package enum Outcome: Equatable, Sendable {
        /// A call, with the name of its service and the findings above a note, worst first.
        case judged(service: String, [Sighting])
        /// No call was made; why, and the line of the list where that is the reason.
        case unjudged(String, line: Int?)
    }

    /// As typed, safe to print.
    package let target: String
    /// The address called, where a name has several and each is judged alone.
    package var address: String?
    package let outcome: Outcome

    package init(target: String, address: String? = nil, _ outcome: Outcome) {
        self.target = target
        self.address = address
        self.outcome = outcome
    }

    /// A call that could not be made, for this machine's own fault.
    package init(_ plan: Plan, unjudged reason: String) {
        self.init(target: plan.target.text.escaped, address: plan.addresses?.first, .unjudged(reason, line: nil))
    }

    package init(_ verdict: Verdict) {
        let plan = verdict.observation.plan
        target = plan.target.text.escaped
        address = plan.addresses == nil ? nil : verdict.observation.calledAddress
        outcome = .judged(
            service: plan.service.name,
            verdict.findings.significant.map { Sighting(id: $0.id, severity: $0.severity) }
        )
    }

    /// A line of the list that names no target, and why not.
    package init(_ line: RosterLine, _ reason: String) {
        target = line.text
        outcome = .unjudged(reason, line: line.number)
    }

    /// The worst finding; nil where all is well and where nothing was judged.
    package var severity: Severity? {
        switch outcome {
        case .judged(_, let sightings): sightings.map(\.severity).max()
        case .unjudged: nil
        }
    }

    package var isJudged: Bool { if case .judged = outcome { true } else { false } }
}

extension Record {
    /// A line of a list that names no target, and why not.
    package init(_ line: RosterLine, error: String) {
        self.init(error: error, target: line.text)
        self[.line] = .integer(line.number)
    }
}

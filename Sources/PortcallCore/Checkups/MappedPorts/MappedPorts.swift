/// The endpoint mapper of a host, and then each TCP port that it names, whether it can be reached from here.
///
/// What the map names at another address than the one called is told, and never called.
public struct MappedPorts: Checkup {
    private enum Phase {
        case resolving
        case asking
        case calling
    }

    /// What is called.
    package static let services: [Service] = [.msrpc]
    /// The most ports that are called.
    static let portLimit = 64

    private let plan: Plan
    private var phase = Phase.resolving
    private var evidence: MapEvidence

    /// - Parameters:
    ///   - plan: how to call and judge the mapper and each port of its target's host.
    ///   - callsAll: the ports of all programs are called, and not of Exchange's and the directory's alone.
    public init(_ plan: Plan, callsAll: Bool = false) {
        self.plan = plan
        evidence = MapEvidence(callsAll: callsAll)
    }

    public func begin() -> CheckupStep { mapper.map { .resolve($0) } ?? .done(nil) }

    public mutating func next(_ outcome: CheckupOutcome) -> CheckupStep {
        switch (phase, outcome) {
        case (.resolving, .addresses(let addresses)):
            guard let mapper else { return .done(nil) }
            phase = .asking
            return .call([addresses.map { mapper.reaching($0) } ?? mapper])
        case (.asking, .verdicts(let verdicts)):
            evidence.mapper = verdicts.first
            guard !calls.isEmpty else { return conclude() }
            phase = .calling
            return .call(calls)
        case (.calling, .verdicts(let verdicts)):
            evidence.ports = verdicts
            return conclude()
        case (.resolving, _), (.asking, _), (.calling, _): return conclude()
        }
    }

    private var mapper: Plan? { plan.calling(.msrpc) }

    /// On the address whose map it is, for another may be another machine's; what cannot be reached is told together.
    private var calls: [Plan] {
        guard let address = evidence.mapper?.observation.address else { return [] }
        return evidence.wanted.prefix(Self.portLimit).map { wanted in
            var call = plan.calling(.msrpc, port: wanted.port).reaching([address])
            call.wishes[Setting.interface.word] = wanted.interface.text
            call.criteria.forgiven += Plan.unansweredIDs
            return call
        }
    }

    private func conclude() -> CheckupStep {
        .done(
            CheckupSummary(
                plan,
                evidence.verdicts,
                JointRule.findings(by: JointRule.ofMap, in: evidence, of: plan),
                conclusion: evidence.conclusion,
                lines: evidence.lines
            )
        )
    }
}

/// One domain controller, asked on every port that a global catalog needs, and then the DNS about it.
public struct GlobalCatalog: Checkup {
    private enum Phase {
        case calling
        case askingDNS
        case callingOthers
    }

    /// The most other hosts that DNS names as global catalogs to be asked whether they are.
    static let otherLimit = 8

    private let plan: Plan
    private var phase = Phase.calling
    private var evidence: CatalogEvidence

    /// - Parameter plan: how to call and judge each port of its target's host; its criteria may name the forest.
    public init(_ plan: Plan) {
        self.plan = plan
        evidence = CatalogEvidence(plan)
    }

    public func begin() -> CheckupStep { calls.first.map { .resolve($0) } ?? .done(nil) }

    public mutating func next(_ outcome: CheckupOutcome) -> CheckupStep {
        switch outcome {
        case .addresses(nil): return .call(Array(calls.prefix(1)))
        case .addresses(let addresses?):
            return .call(
                calls.map { call in
                    var call = call
                    call.addresses = addresses
                    return call
                }
            )
        case .verdicts(let verdicts) where phase == .calling:
            evidence.verdicts = verdicts
            guard !evidence.questions.isEmpty else { return conclude() }
            phase = .askingDNS
            return .lookUp(evidence.questions)
        case .verdicts(let verdicts):
            evidence.others = verdicts
            return conclude()
        case .answers(let answers):
            evidence.answers = answers
            phase = .callingOthers
            let others = otherCalls
            return others.isEmpty ? conclude() : .call(others)
        case .summaries: return conclude()
        }
    }

    private func conclude() -> CheckupStep {
        let verdicts = evidence.verdicts + evidence.others
        let findings = JointRule.ofGlobalCatalog.compactMap { $0.finding(in: evidence, of: plan) }
        return .done(
            CheckupSummary(plan, verdicts, findings, answers: evidence.answers, conclusion: evidence.conclusion)
        )
    }

    /// A port that is closed is judged along with what the others say; one that need not be open alarms nobody.
    private var calls: [Plan] {
        ["ldap", "gc", "ldaps", "gcs", "cldap", "kerberos", "dns"].compactMap { name in
            guard let service = Service.named(name) else { return nil }
            var call = plan.calling(service)
            if ["gc", "gcs", "dns"].contains(name) { call.criteria.ignored += Plan.unansweredIDs }
            return call
        }
    }

    /// The hosts that DNS names besides; what else is wrong with them is not this host's.
    private var otherCalls: [Plan] {
        guard let service = Service.named("gc") else { return [] }
        return evidence.otherCatalogs.prefix(Self.otherLimit).compactMap { name in
            guard let host = try? Host(name) else { return nil }
            var call = plan
            call.target = Target(text: "gc://\(name)", service: service, host: host, port: service.port)
            call.connectPatience = EveryPort.connectPatience
            call.criteria.serverName = nil
            call.criteria.ignored = Explanation.all.map(\.id)
            return call
        }
    }
}

/// Every port that is usually checked on a host: a closed one is listed, and alarms nobody.
public struct EveryPort: Checkup {
    private let plan: Plan
    private let plans: [Plan]
    private let judgesEachAddress: Bool

    /// - Parameters:
    ///   - plan: how to call and judge each port of its target's host.
    ///   - judgesEachAddress: every port of every address is a call of its own.
    public init(_ plan: Plan, judgesEachAddress: Bool = false) {
        self.plan = plan
        self.judgesEachAddress = judgesEachAddress
        plans = Service.checkedWithAll.compactMap { service in
            guard var call = plan.calling(service) else { return nil }
            call.criteria.forgiven += Plan.unansweredIDs
            return call
        }
    }

    public func begin() -> CheckupStep { plans.first.map { .resolve($0) } ?? .done(nil) }

    public func next(_ outcome: CheckupOutcome) -> CheckupStep {
        switch outcome {
        case .addresses(nil): .call(Array(plans.prefix(1)))
        case .addresses(let addresses?): .call(plans.flatMap { calls($0, addresses) })
        case .verdicts(let verdicts):
            .done(CheckupSummary(plan, verdicts, JointRule.findings(by: JointRule.ofPorts, in: verdicts, of: plan)))
        case .answers, .summaries: .done(nil)
        }
    }

    private func calls(_ plan: Plan, _ addresses: [String]) -> [Plan] {
        judgesEachAddress ? plan.onEach(addresses) : [plan.reaching(addresses)]
    }
}

extension EveryPort {
    /// The fields of what is called, as a sentence lists them: `mail, news, web and directory`.
    public static func fields(joinedBy conjunction: String) -> String {
        let called = Set(Service.checkedWithAll.map(\.kind.field))
        let words = Field.allCases.filter(called.contains).map(\.words)
        return [words.dropLast().joined(separator: ", "), words.last ?? ""].joined(separator: " \(conjunction) ")
    }
}

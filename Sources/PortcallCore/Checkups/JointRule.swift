/// One thing worth telling that several calls show together.
struct JointRule<Evidence>: Sendable {
    let explanation: Explanation
    let examine: @Sendable (Evidence) -> Sighting?

    init(_ explanation: Explanation, _ examine: @escaping @Sendable (Evidence) -> Sighting?) {
        self.explanation = explanation
        self.examine = examine
    }
}

extension JointRule {
    /// What the rules see together.
    static func findings(by rules: [JointRule], in evidence: Evidence, of plan: Plan) -> [Finding] {
        rules.compactMap { $0.finding(in: evidence, of: plan) }
    }

    /// What is told of the host of the plan that asked for it.
    func finding(in evidence: Evidence, of plan: Plan) -> Finding? {
        examine(evidence).map { $0.filled(with: ["host": plan.target.host.text.escaped]).finding(explanation) }
    }
}

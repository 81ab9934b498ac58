/// Every address of a target, each called and judged alone.
public struct EveryAddress: Checkup {
    private let plan: Plan

    /// - Parameter plan: how to call and judge each address of its target's host.
    public init(_ plan: Plan) {
        self.plan = plan
    }

    public func begin() -> CheckupStep { .resolve(plan) }

    public func next(_ outcome: CheckupOutcome) -> CheckupStep {
        guard case .addresses(let addresses) = outcome else { return .done(nil) }
        // Without an address, the call itself says why.
        return .call(plan.onEach(addresses))
    }
}

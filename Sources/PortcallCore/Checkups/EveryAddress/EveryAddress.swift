/// Every address of a target, each called and judged alone.
public struct EveryAddress: Checkup {
    private let plan: Plan

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

extension Plan {
    /// A call for each of the addresses; the same call where there are none.
    func onEach(_ addresses: [String]?) -> [Plan] {
        guard let addresses else { return [self] }
        return addresses.map { reaching([$0]) }
    }

    /// The same call to these addresses of the host, which is not looked up.
    func reaching(_ addresses: [String]) -> Plan {
        var plan = self
        plan.addresses = addresses
        return plan
    }
}

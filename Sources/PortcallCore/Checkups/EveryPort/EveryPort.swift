/// Every mail, news, web and directory port of one host: a closed one is listed, and alarms nobody.
public struct EveryPort: Checkup {
    /// Whoever drops packets is found out in the time of three attempts of the system's to connect.
    static let connectPatience = Duration.seconds(5)

    private let plan: Plan
    private let plans: [Plan]
    private let judgesEachAddress: Bool

    /// - Parameters:
    ///   - plan: how to call and judge each port of its target's host.
    ///   - judgesEachAddress: every port of every address is a call of its own.
    public init(_ plan: Plan, judgesEachAddress: Bool = false) {
        self.plan = plan
        self.judgesEachAddress = judgesEachAddress
        plans = Service.ofHosts.map { service in
            var call = plan.calling(service)
            call.criteria.ignored += Plan.unansweredIDs
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

extension Plan {
    /// The findings that say nothing but that no connection came about.
    static let unansweredIDs = ["connect-refused", "connect-timeout", "unreachable"]

    /// The same call to another service of the host, on its usual port.
    func calling(_ service: Service) -> Plan {
        var plan = self
        let host = target.host
        let text = "\(service.name)://\(host.bracketed)"
        plan.target = Target(text: text, service: service, host: host, port: service.port)
        plan.connectPatience = EveryPort.connectPatience
        return plan
    }
}

extension Service {
    /// What a host is asked about all its ports: a row for each port of mail, news, web and directory.
    static let ofHosts = all.reduce(into: [Service]()) { rows, row in
        guard row.kind.field != .other, row.transport == .tcp, !rows.contains(where: { $0.port == row.port }) else {
            return
        }
        rows.append(row)
    }
}

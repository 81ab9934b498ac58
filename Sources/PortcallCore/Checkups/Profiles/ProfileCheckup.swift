/// What a server of one role must be reachable for: every port of its profile, and no other.
///
/// Where the endpoint mapper is among them it does what the checkup of the mapper does, and of a domain controller what
/// the checkup of the global catalog does, for those know more of their ports than each port says.
public struct ProfileCheckup: Checkup {
    private enum Phase {
        case resolving
        case calling
        case checking
    }

    private let plan: Plan
    private let profile: Profile
    private var phase = Phase.resolving
    private var evidence: ProfileEvidence

    /// - Parameters:
    ///   - profile: what is called, as far as it is needed by whoever is asked for.
    ///   - plan: how to call and judge each port of its target's host.
    public init(_ profile: Profile, _ plan: Plan) {
        self.profile = profile
        self.plan = plan
        evidence = ProfileEvidence(profile, plan)
    }

    public func begin() -> CheckupStep {
        // Paths that lead to hosts of their own are looked up one by one.
        guard let first = calls.first ?? plan.calling(.dns), profile.hosts.isEmpty else { return .call(calls) }
        return .resolve(first)
    }

    public mutating func next(_ outcome: CheckupOutcome) -> CheckupStep {
        switch (phase, outcome) {
        case (.resolving, .addresses(let addresses)):
            phase = .calling
            guard let addresses else { return .call(Array((calls.isEmpty ? everyCall : calls).prefix(1))) }
            return calls.isEmpty ? check() : .call(calls.map { $0.reaching(addresses) })
        case (.resolving, .verdicts(let verdicts)), (.calling, .verdicts(let verdicts)):
            phase = .calling
            evidence.verdicts += verdicts
            return check()
        case (.checking, .summaries(let summaries)):
            evidence.take(summaries)
            return conclude()
        case (.resolving, _), (.calling, _), (.checking, _): return conclude()
        }
    }

    private mutating func check() -> CheckupStep {
        guard !checkups.isEmpty, !evidence.isUnresolved else { return conclude() }
        phase = .checking
        return .run(checkups)
    }

    private var places: [DataPath] { profile.places }

    private var hasCatalog: Bool { places.contains { $0.endpoint?.service == Service.gc.name } }
    private var hasMapper: Bool { places.contains { $0.endpoint?.service == Service.msrpc.name } }

    private var checkups: [any Checkup] {
        let catalog: [any Checkup] = hasCatalog ? [GlobalCatalog(plan)] : []
        return catalog + (hasMapper ? [MappedPorts(unforced)] : [])
    }

    /// Whether it matters that the mapper is closed, the profile says.
    private var unforced: Plan {
        var plan = plan
        plan.criteria.forgiven += Plan.unansweredIDs
        return plan
    }

    /// What one of the checkups calls is not called twice.
    private var calls: [Plan] {
        let covered = (hasCatalog ? GlobalCatalog.services : []) + (hasMapper ? MappedPorts.services : [])
        return places.filter { place in !covered.contains { $0.name == place.endpoint?.service } }.compactMap(call)
    }

    private var everyCall: [Plan] { places.compactMap(call) }

    /// A port that is closed is judged along with what the profile says of it.
    private func call(_ place: DataPath) -> Plan? {
        guard let end = place.endpoint, let port = end.port else { return nil }
        guard let service = end.service.flatMap(Service.named) else { return nil }
        return plan.callingUnforced(service, of: profile.host(of: place), port: port)
    }

    private func conclude() -> CheckupStep {
        let own = JointRule.findings(by: JointRule.ofProfiles, in: evidence, of: plan)
        return .done(
            CheckupSummary(
                plan,
                evidence.verdicts,
                own + evidence.findings,
                answers: evidence.answers,
                conclusion: evidence.conclusion,
                lines: evidence.lines
            )
        )
    }
}

extension Profile {
    /// The hosts that its paths name; none where they end at whichever server is called.
    var hosts: [String] { paths.flatMap(\.rows).compactMap { PortRow.named($0)?.host }.withoutRepetition }

    func host(of place: DataPath) -> Host? {
        place.rows.lazy.compactMap { PortRow.named($0)?.host }.first.flatMap { try? Host($0) }
    }
}

extension PortRow {
    /// Its role is a host: the settings of a service have one for each protocol.
    fileprivate var host: String? { role.hasSuffix(".com") ? role : nil }
}

/// What the ports of one profile show.
struct ProfileEvidence: Sendable {
    let profile: Profile
    let plan: Plan
    /// Of all calls, in their order.
    var verdicts: [Verdict] = []
    /// What the checkups inside say, but for what is told of all ports at once.
    private(set) var findings: [Finding] = []
    private(set) var answers: [DNSAnswer] = []
    private(set) var lines: [FactLine] = []
    private var conclusions: [String] = []

    init(_ profile: Profile, _ plan: Plan) {
        self.profile = profile
        self.plan = plan
    }

    mutating func take(_ summaries: [CheckupSummary]) {
        for summary in summaries {
            verdicts += summary.verdicts
            answers += summary.answers
            lines += summary.lines
            conclusions += summary.conclusion.map { [$0] } ?? []
            findings += summary.findings.filter { !Self.toldOfAll.contains($0.id) }
        }
    }

    /// Of single ports that are closed, and of all that are filtered, the profile itself tells.
    private static let toldOfAll =
        [Explanation.gcPortClosed, .portFiltered, .certificatesDiffer].map(\.id) + Plan.unansweredIDs

    var isUnresolved: Bool { verdicts.contains { $0.observation.isUnresolved } }

    /// The path that a call was made for; nil for a port that the endpoint mapper named, and for another host.
    func place(of seen: Observation) -> DataPath? { profile.place(of: seen.plan.target) }

    /// What must answer and cannot be reached, though nothing on the way is known to keep it closed.
    var missing: [(place: DataPath, seen: Observation)] {
        guard !isUnresolved else { return [] }
        let filtered = FilteredPorts.all(in: verdicts).flatMap(\.filtered).map(\.plan.target)
        let isOther = findings.contains { $0.id == Explanation.gcNotGlobalCatalog.id }
        return verdicts.map(\.observation).compactMap { seen in
            guard let place = place(of: seen), place.mustAnswer, seen.isOutOfReach else { return nil }
            guard !filtered.contains(seen.plan.target) else { return nil }
            // That the host is no global catalog has been told, and so is why.
            if isOther, seen.plan.service == .gc { return nil }
            return (place, seen)
        }
    }

    /// What the reference has encrypted by TLS, and was not.
    var unprotected: [(place: DataPath, seen: Observation)] {
        verdicts.map(\.observation).compactMap { seen in
            guard let place = place(of: seen), place.isToBeTLS, seen.plan.service.security != .none else { return nil }
            guard seen.facts.isConfirmed, seen.tls == nil, seen.ending != .interrupted else { return nil }
            return seen.stages.contains { $0.name == .handshake && $0.outcome == .failed } ? nil : (place, seen)
        }
    }

    /// How many ports were called, and what the checkups inside come to.
    var conclusion: String? {
        let called = verdicts.filter { place(of: $0.observation) != nil }
        let needed = called.compactMap { place(of: $0.observation) }.count(where: \.mustAnswer)
        guard !called.isEmpty, !isUnresolved else { return nil }
        let must = needed == 0 ? "none of them must" : needed == 1 ? "1 of them must" : "\(needed) of them must"
        let paths = "\(profile.name): \(called.count) port\(called.count == 1 ? "" : "s"); \(must) answer."
        return ([paths] + conclusions).joined(separator: "\n")
    }
}

extension Observation {
    /// No connection came about, or no datagram back.
    fileprivate var isOutOfReach: Bool {
        guard ending != .interrupted else { return false }
        return plan.service.transport == .udp ? !facts.isConfirmed : address == nil
    }
}

extension DataPath {
    /// The reference says that TLS encrypts it.
    fileprivate var isToBeTLS: Bool {
        ["TLS", "SSL", "HTTPS", "LDAPS"].contains { encryption?.contains($0) == true }
    }
}

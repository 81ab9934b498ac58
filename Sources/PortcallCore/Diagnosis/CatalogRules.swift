extension JointRule where Evidence == CatalogEvidence {
    /// What holds for a domain controller that should be a global catalog.
    static let ofGlobalCatalog = [
        gcPortClosed, gcNotGlobalCatalog, gcRefused, gcTimeout, gcUnreachable, srvMissing, srvStale, certificatesDiffer,
    ]

    private static let gcPortClosed = JointRule(.gcPortClosed) { seen in
        guard let how = seen.howCatalogIsClosed, seen.claimsCatalog == true else { return nil }
        let said =
            seen.netlogon?.isGlobalCatalog == true
            ? "the netlogon answer has the flag of a global catalog" : "389 says isGlobalCatalogReady: TRUE"
        return Sighting("3268: \(how); \(said)")
    }

    private static let gcNotGlobalCatalog = JointRule(.gcNotGlobalCatalog) { seen in
        guard let how = seen.howCatalogIsClosed, seen.claimsCatalog == false else { return nil }
        let what = seen.rootDSE?.kind.rawValue ?? "a domain controller"
        return Sighting("3268: \(how); on 389 it does not say that it is one", ["what": "\(what) without port 3268"])
    }

    private static let gcRefused = closed(.connectRefused, .refused)
    private static let gcTimeout = closed(.connectTimeout, .timedOut)
    private static let gcUnreachable = closed(.unreachable, nil)

    /// 3268 is closed, and nothing else tells whether it should be open; or 3269 is, and 3268 is not.
    private static func closed(_ explanation: Explanation, _ failure: Attempt.Failure?) -> JointRule {
        JointRule(explanation) { seen in
            guard let port = seen.portClosedForItself, let last = port.attempts.last?.failure else { return nil }
            let isMeant = failure.map { last == $0 } ?? (last != .refused && last != .timedOut)
            guard isMeant else { return nil }
            let evidence = "\(port.plan.target.port): \(last.words)"
            return Sighting(evidence, port.places.merging(["reason": last.words]) { $1 })
        }
    }

    private static let srvMissing = JointRule(.srvMissing) { seen in
        guard let name = seen.hostName else { return nil }
        var missing = seen.lists.filter { list in list.isKnown && !list.catalogs.contains { seen.isThisHost($0) } }
            .map { "\($0.question): \($0.catalogs.isEmpty ? $0.words : $0.catalogs.listed(most: 4))" }
        let asked = seen.answers.filter { $0.question.type != .srv }
        if !asked.isEmpty, asked.allSatisfy(\.isKnown), seen.addresses.isEmpty { missing.append("\(name): no address") }
        guard !missing.isEmpty else { return nil }
        return Sighting(missing.joined(separator: "; "), ["name": name.escaped])
    }

    private static let srvStale = JointRule(.srvStale) { seen in
        let stale = seen.others.compactMap { other in
            other.observation.reasonItIsNoCatalog.map { "\(other.observation.plan.target.host.text): \($0)" }
        }
        guard !stale.isEmpty else { return nil }
        return Sighting(
            stale.joined(separator: "; "),
            [
                "names": seen.others.filter { $0.observation.reasonItIsNoCatalog != nil }
                    .map(\.observation.plan.target.host.text.escaped).listed(most: 4)
            ]
        )
    }

    private static let certificatesDiffer = JointRule(.certificatesDiffer) { seen in
        JointRule<[Verdict]>.certificatesDiffer.examine(seen.verdicts)
    }
}

extension CatalogEvidence {
    /// Why the port of the global catalog cannot be reached; nil where it can.
    fileprivate var howCatalogIsClosed: String? {
        closed("gc").map { $0.attempts.last?.failure.words ?? "no answer" }
    }

    fileprivate var portClosedForItself: Observation? {
        guard let gc = closed("gc") else { return closed("gcs") }
        return claimsCatalog == nil ? gc : nil
    }

    private func closed(_ service: String) -> Observation? {
        guard let seen = verdict(service)?.observation, seen.address == nil else { return nil }
        if case .resolveFailed = seen.ending { return nil }
        return seen
    }
}

extension Observation {
    /// Why a host that DNS names as a global catalog is none.
    fileprivate var reasonItIsNoCatalog: String? {
        if case .resolveFailed(let reason) = ending { return reason }
        guard address != nil else { return attempts.last?.failure.words ?? "no answer" }
        guard let rootDSE = directory?.rootDSE else { return "no rootDSE on 3268" }
        switch rootDSE.isGlobalCatalogReady {
        case true?: return nil
        case false?: return "isGlobalCatalogReady: FALSE"
        case nil: return "\(rootDSE.kind.rawValue) answers"
        }
    }
}

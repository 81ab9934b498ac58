extension JointRule where Evidence == CatalogEvidence {
    /// What holds for a domain controller that should be a global catalog.
    static let ofGlobalCatalog = [
        gcPortClosed, gcNotGlobalCatalog, portFiltered, closed(.connectRefused), closed(.connectTimeout),
        closed(.unreachable),
        srvMissing, srvStale, certificatesDiffer,
    ]

    private static let gcPortClosed = JointRule(.gcPortClosed) { seen in
        guard let how = seen.howCatalogIsClosed, seen.claimsCatalog == true, !seen.isFiltered(.gc) else { return nil }
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

    private static let portFiltered = JointRule(.portFiltered) { seen in
        JointRule<[Verdict]>.portFiltered { seen.isNeeded($0.plan.service) }.examine(seen.verdicts)
    }

    /// Ports that a domain controller has open, told together: mostly they are closed for one reason.
    private static func closed(_ explanation: Explanation) -> JointRule {
        JointRule(explanation) { seen in
            let closed = seen.portsClosed(as: explanation.id)
            guard let first = closed.first else { return nil }
            let ports = closed.map(\.portInWords)
            let reason = first.attempts.last?.failure.words ?? "no answer"
            let places = ["port": ports.listed(most: closed.count), "reason": reason]
            return Sighting("\(ports.joined(separator: ", ")): \(reason)", first.places.merging(places) { $1 })
        }
    }

    private static let srvMissing = JointRule(.srvMissing) { seen in
        guard let name = seen.hostName else { return nil }
        var missing = seen.dueLists.filter { list in !list.catalogs.contains { seen.isThisHost($0) } }
            .map { "\($0.question): \($0.catalogs.isEmpty ? $0.outcomeInWords : $0.catalogs.listed(most: 4))" }
        let asked = seen.answers.filter { $0.question.type != .srv }
        if !asked.isEmpty, asked.allSatisfy(\.isKnown), seen.addresses.isEmpty { missing.append("\(name): no address") }
        guard !missing.isEmpty else { return nil }
        return Sighting(missing.joined(separator: "; "), ["name": name.escaped])
    }

    static let srvStale = JointRule(.srvStale) { seen in
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
        closed(.gc).map { $0.attempts.last?.failure.words ?? "no answer" }
    }

    /// The ports that no connection came about with, for a reason of that id, and of which no other finding tells.
    fileprivate func portsClosed(as id: String) -> [Observation] {
        verdicts.filter { verdict in
            let service = verdict.observation.plan.service
            return mustBeOpen(service) && !isFiltered(service)
                && verdict.findings.contains {
                    $0.id == id || ($0.id == Explanation.timeout.id && verdict.isUnansweredDatagram(as: id))
                }
        }.map(\.observation)
    }

    /// Other ports of its address answer, and this one is dropped or forbidden.
    fileprivate func isFiltered(_ service: Service) -> Bool {
        FilteredPorts.all(in: verdicts).contains { $0.filtered.contains { $0.plan.service == service } }
    }

    /// A firewall that keeps it closed does harm.
    fileprivate func isNeeded(_ service: Service) -> Bool {
        switch service {
        case .gc, .gcs: claimsCatalog != false && (service == .gc || !lacksCertificate)
        default: mustBeOpen(service)
        }
    }

    private func mustBeOpen(_ service: Service) -> Bool {
        switch service {
        // Not every domain controller is a name server.
        case .dns: false
        case .gc: claimsCatalog == nil
        case .gcs: (howCatalogIsClosed == nil || claimsCatalog == nil) && !lacksCertificate
        case .ldaps: !lacksCertificate
        default: true
        }
    }

    /// Then its TLS ports are closed as well, and that has been told.
    private var lacksCertificate: Bool {
        verdicts.contains { $0.findings.contains { $0.id == Explanation.tlsNoCertificate.id } }
    }

    private func closed(_ service: Service) -> Observation? {
        guard let seen = verdict(service)?.observation, seen.address == nil else { return nil }
        if case .resolveFailed = seen.ending { return nil }
        return seen.ending == .interrupted ? nil : seen
    }
}

extension Verdict {
    fileprivate func isUnansweredDatagram(as id: String) -> Bool {
        observation.plan.service.transport == .udp && id == Explanation.connectTimeout.id
    }
}

extension Observation {
    /// Why a host that DNS names as a global catalog is none.
    fileprivate var reasonItIsNoCatalog: String? {
        if case .resolveFailed(let reason) = ending { return reason }
        guard ending != .interrupted else { return nil }
        guard address != nil else { return attempts.last?.failure.words ?? "no answer" }
        guard let rootDSE = directory?.rootDSE else { return "no rootDSE on 3268" }
        switch rootDSE.isGlobalCatalogReady {
        case true?: return nil
        case false?: return "isGlobalCatalogReady: FALSE"
        case nil: return "\(rootDSE.kind.rawValue) answers"
        }
    }
}

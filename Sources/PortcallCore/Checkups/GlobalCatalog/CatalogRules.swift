extension JointRule where Evidence == CatalogEvidence {
    /// What holds for a domain controller that should be a global catalog.
    static let ofGlobalCatalog = [
        gcPortClosed, gcNotGlobalCatalog, portFiltered, closed(.connectRefused), closed(.connectTimeout),
        closed(.unreachable),
        dcIdentityDiffers, dcNotAdvertised, srvMissing, srvUnknown, srvStale, down(.connectRefused),
        down(.connectTimeout), down(.unreachable), certificatesDiffer,
    ]

    private static let gcPortClosed = JointRule(.gcPortClosed) { seen in
        guard let how = seen.howCatalogIsClosed, let claim = seen.claim, claim.isCatalog, !seen.isFiltered(.gc) else {
            return nil
        }
        return Sighting("3268: \(how); \(claim.words)")
    }

    private static let gcNotGlobalCatalog = JointRule(.gcNotGlobalCatalog) { seen in
        guard let how = seen.howCatalogIsClosed, let claim = seen.claim, !claim.isCatalog else { return nil }
        let kind = seen.rootDSE?.kind ?? .activeDirectory
        return Sighting(
            "3268: \(how); \(claim.words)",
            fix: kind.fixWhereCatalogIsDue,
            ["what": "\(kind.rawValue) without port 3268"]
        )
    }

    private static let portFiltered = JointRule(.portFiltered) { seen in
        JointRule<[Verdict]>.portFiltered { seen.isNeeded($0.plan.service) }.examine(seen.verdicts)
    }

    /// Ports that a domain controller has open, told together: mostly they are closed for one reason.
    private static func closed(_ explanation: Explanation) -> JointRule {
        JointRule(explanation) { seen in
            let closed = seen.portsClosed(as: explanation.id)
            let reason = closed.first?.attempts.last?.failure.words ?? "no answer"
            guard let first = closed.first else { return nil }
            let ports = closed.map(\.portInWords)
            let named = "port\(ports.count == 1 ? "" : "s") \(ports.inWords)"
            let answering = seen.answering.joined(separator: ", ")
            let open = answering.isEmpty ? "nothing else answers" : "open: \(answering)"
            let places = [
                "which": named, "packets": "connections", "cause": first.causeOfRefusal,
                "what":
                    "There is no way to \(named) of \(first.plan.target.host.text.escaped) from this machine.",
            ]
            return Sighting(
                "\(reason); \(open)",
                fix: explanation.id == Explanation.connectRefused.id ? first.fixOfRefusal : nil,
                first.places.merging(places) { $1 }
            )
        }
    }

    private static let certificatesDiffer = JointRule(.certificatesDiffer) { seen in
        // Another machine behind one of the ports shows its own certificate, and that has been told.
        guard !seen.isOfSeveralMachines else { return nil }
        return JointRule<[Verdict]>.certificatesDiffer.examine(seen.own)
    }
}

extension CatalogEvidence {
    /// Why the port of the global catalog cannot be reached; nil where it can.
    var howCatalogIsClosed: String? {
        closed(.gc).map { $0.attempts.last?.failure.words ?? "no answer" }
    }

    /// The ports of it that answer.
    fileprivate var answering: [String] {
        own.map(\.observation).filter { seen in
            seen.facts.isConfirmed || seen.plan.service.transport == .tcp && seen.address != nil
        }.map(\.portInWords)
    }

    /// The ports that no connection came about with, for a reason of that id, and of which no other finding tells.
    ///
    /// One that need not be open is among them where nothing answers at all.
    fileprivate func portsClosed(as id: String) -> [Observation] {
        let isAlike = answering.isEmpty
        return own.filter { verdict in
            let service = verdict.observation.plan.service
            return (mustBeOpen(service) || isAlike && service == .dns) && !isFiltered(service)
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
        // That it is no domain controller has been told.
        case _ where isForeign: false
        case .gc: claimsCatalog == nil
        case .gcs: (howCatalogIsClosed == nil || claimsCatalog == nil) && !lacksCertificate
        case .ldaps: !lacksCertificate
        default: true
        }
    }

    /// Then its TLS ports are closed as well, and that has been told.
    private var lacksCertificate: Bool {
        own.contains { $0.findings.contains { $0.id == Explanation.tlsNoCertificate.id } }
    }

    private func closed(_ service: Service) -> Observation? {
        guard let seen = verdict(service)?.observation, seen.address == nil, !seen.isUnresolved else { return nil }
        return seen.ending == .interrupted ? nil : seen
    }
}

extension Verdict {
    fileprivate func isUnansweredDatagram(as id: String) -> Bool {
        observation.plan.service.transport == .udp && id == Explanation.connectTimeout.id
    }
}

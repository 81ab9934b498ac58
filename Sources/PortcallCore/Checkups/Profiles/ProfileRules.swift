extension JointRule where Evidence == ProfileEvidence {
    /// What holds for the ports of a profile.
    static let ofProfiles = [
        pathMissing, pathUnprotected, programMissing, portFiltered, certificatesDiffer, versionsDisagree,
    ]

    /// All of them at once: mostly one program or one rule of a firewall is missing.
    private static let pathMissing = JointRule(.pathMissing) { seen in
        let missing = seen.missing
        guard !missing.isEmpty else { return nil }
        let ports = missing.map(\.seen.portInWords)
        let evidence = missing.map { _, call in
            "\(call.portInWords): \(call.attempts.last?.failure.words ?? "no answer")"
        }
        let roles = missing.flatMap(\.place.from).map(\.words).withoutRepetition
        return Sighting(
            evidence.joined(separator: "; "),
            [
                "ports": ports.listed(most: 12), "do": ports.count == 1 ? "does" : "do",
                "it": ports.count == 1 ? "it" : "them",
                "who": roles.listed(most: 6), "need": roles.count == 1 ? "needs" : "need",
                "profile": seen.profile.title,
            ]
        )
    }

    private static let pathUnprotected = JointRule(.pathUnprotected) { seen in
        let open = seen.unprotected
        guard !open.isEmpty else { return nil }
        let ports = open.map(\.seen.portInWords)
        let evidence = open.map { place, call in
            "\(call.portInWords) (\(place.path.shortened)): \(place.encryption ?? "")"
        }
        return Sighting(
            evidence.joined(separator: "; "),
            ["ports": ports.listed(most: 12), "is": ports.count == 1 ? "is" : "are"]
        )
    }

    private static let programMissing = JointRule(.rpcProgramMissing) { seen in
        let maps = seen.verdicts.compactMap { $0.observation.remoteCalls?.endpoints }
        guard let map = maps.first, !map.isEmpty else { return nil }
        let missing = seen.profile.programs.filter { program in !map.contains { $0.program == program } }
        guard !missing.isEmpty else { return nil }
        let listed = map.map(\.title).withoutRepetition
        return Sighting(
            "the map has \(listed.listed(most: 12))",
            ["programs": missing.map(\.name).listed(most: 6), "profile": seen.profile.title]
        )
    }

    private static let portFiltered = JointRule(.portFiltered) { seen in
        JointRule<[Verdict]>.portFiltered { seen.place(of: $0)?.mustAnswer == true }.examine(seen.verdicts)
    }

    private static let certificatesDiffer = JointRule(.certificatesDiffer) { seen in
        JointRule<[Verdict]>.certificatesDiffer.examine(seen.verdicts)
    }

    private static let versionsDisagree = JointRule(.versionsDisagree) { seen in
        JointRule<[Verdict]>.versionsDisagree.examine(seen.verdicts)
    }
}

extension Profile {
    /// What the endpoint mapper of such a server lists: Outlook's programs, or those of a domain controller.
    fileprivate var programs: [RPCProgram] {
        switch name {
        case "exchange-2000", "exchange-2010-cas":
            [RPCInterface.store, .referral].compactMap(RPCProgram.of)
        case "exchange-domain-controller":
            RPCProgram.directory.filter { ["DRS", "Netlogon", "LSA"].contains($0.label) }
        default: []
        }
    }
}

extension Role {
    /// As a sentence names it.
    var words: String {
        switch self {
        case .internet: "the Internet"
        case .client: "clients"
        case .exchange: "Exchange servers"
        case .hub: "Hub Transport"
        case .edge: "Edge Transport"
        case .cas: "Client Access"
        case .mailbox: "Mailbox servers"
        case .um: "Unified Messaging"
        case .domainController: "domain controllers"
        case .pbx: "telephone systems"
        case .ocs: "Communications servers"
        case .administrator: "administrators"
        }
    }
}

extension String {
    /// Of paths told as one, the first and how many more there are.
    var shortened: String { split(separator: "; ").map(String.init).listed(most: 1) }
}

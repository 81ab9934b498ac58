extension Rule {
    /// What holds for every directory.
    static let directory = [
        Rule(one: .ldapTLSRequired) { seen in
            guard let refused = seen.directory?.inClear.refusals.first(where: \.demandsTLS) else { return nil }
            return seen.sightingOfDemand(refused)
        },
        Rule(one: .ldapSigningRequired) { seen in
            guard let bind = seen.directory?.inClear.bind, bind.code == 8 else { return nil }
            return seen.sightingOfDemand(bind)
        },
        Rule(one: .ldapBindRefused) { seen in
            guard let told = seen.directory, let bind = told.insideTLS.bind ?? told.inClear.bind else { return nil }
            let isExplained = told.insideTLS.bind == nil && (bind.demandsTLS || bind.code == 8)
            guard !bind.isSuccess, !isExplained else { return nil }
            let learned =
                told.rootDSE == nil
                ? "Nor does it show its rootDSE, so it tells nothing of itself."
                : "Its rootDSE can be read all the same."
            let asks = seen.tls?.asksForCertificate == true
            let reason = asks ? "It asked for a client certificate, and may let in nobody without one." : nil
            let meaning = [bind.meaning(of: .bind), reason].compactMap(\.self).joined(separator: " ")
            return Sighting(
                bind.words,
                fix: asks
                    ? "Show it the client certificate that it gives to those who may ask; else check it from its own "
                        + "tools." : bind.fixOfBind,
                ["meaning": meaning, "learned": learned]
            )
        },
        Rule(one: .rootDSEUnreadable) { seen in
            guard let told = seen.directory, told.rootDSE == nil else { return nil }
            guard let search = told.insideTLS.search ?? told.inClear.search else { return nil }
            let places = (told.insideTLS.references + told.inClear.references).filter { !search.referrals.contains($0) }
            let referred = places.isEmpty ? "" : " (referred to \(places.listed(most: 3)))"
            let evidence = search.isSuccess ? "success, and no entry\(referred)" : search.words + referred
            let meaning = search.isSuccess ? nil : search.meaning(of: .search)
            return Sighting(
                evidence,
                ["meaning": [meaning, seen.endAtUpgrade].compactMap(\.self).joined(separator: " ")]
            )
        },
        Rule(one: .dcNotSynchronized) { seen in
            guard let rootDSE = seen.directory?.rootDSE, rootDSE.isSynchronized == false else { return nil }
            return Sighting("isSynchronized: FALSE", ["name": rootDSE.dnsHostName ?? seen.plan.target.host.text])
        },
        Rule(one: .clockSkew) { seen in
            guard let skew = seen.clockSkew, abs(skew) > ClockSkew.tolerated else { return nil }
            let theirs = seen.directory?.rootDSE?["currentTime"].first ?? ""
            let evidence = seen.evidence(ofClock: "currentTime: \(theirs)", at: seen.clockMoment ?? .zero)
            return Sighting(evidence, ClockSkew.places(skew))
        },
        Rule(one: .gcWrongForest) { seen in
            guard let rootDSE = seen.directory?.rootDSE, let forest = rootDSE.forest else { return nil }
            let context = rootDSE["rootDomainNamingContext"].first ?? ""
            return seen.sightingOfWrongForest(forest, "rootDomainNamingContext: \(context)")
        },
    ]

    /// What holds where a global catalog is due.
    static let globalCatalog = [
        Rule(one: .gcNotReady) { seen in
            guard let rootDSE = seen.directory?.rootDSE, rootDSE.isGlobalCatalogReady == false else { return nil }
            return Sighting("isGlobalCatalogReady: FALSE", ["missing": rootDSE.missingContexts])
        },
        Rule(one: .gcNotGlobalCatalog) { seen in
            guard let rootDSE = seen.directory?.rootDSE, rootDSE.isGlobalCatalogReady == nil else { return nil }
            let kind = rootDSE.kind.rawValue
            let what = rootDSE.isDomainController ? "a plain domain controller" : kind
            let contexts = rootDSE.namingContexts.listed(most: 4)
            return Sighting(
                "no isGlobalCatalogReady" + (contexts.isEmpty ? "" : "; namingContexts: \(contexts)"),
                fix: rootDSE.kind.fixWhereCatalogIsDue,
                ["what": rootDSE.kind == .other ? rootDSE.vendor?.escaped ?? what : what]
            )
        },
    ]
}

extension RootDSE.Kind {
    /// What to do where it answers and a global catalog should; nil where it can become one.
    var fixWhereCatalogIsDue: String? {
        switch self {
        case .activeDirectory, .samba: nil
        case .lightweight, .openLDAP, .directory389, .vmdir, .eDirectory, .domino, .exchange55, .other:
            "It cannot be one: correct the name, the record or the forwarding that leads here, and call a domain "
                + "controller of Active Directory."
        case .freeIPA:
            "FreeIPA has no global catalog: correct the name or the record that leads here, and call a domain "
                + "controller of Active Directory, as of a forest that trusts this domain."
        }
    }
}

extension LDAPRound {
    var refusals: [LDAPResult] { [bind, search].compactMap(\.self).filter { !$0.isSuccess } }
}

extension RootDSE {
    /// What the catalog lacks, as far as the contexts it has show it.
    fileprivate var missingContexts: String {
        guard let forest, !domains.isEmpty else { return "" }
        guard domains.contains(forest) else { return "The forest's root domain \(forest) is missing so far." }
        return "Of the forest's domains it holds \(domains.listed(most: 4)) so far."
    }
}

extension LDAPResult {
    /// What to do about a refused bind; nil for what the explanation says.
    fileprivate var fixOfBind: String? {
        switch code {
        case 2: "Update the server, or find what stands before it: today's clients speak LDAP version 3 alone."
        case 51, 52: "Look at the server's log and load: it refuses for now, and not for good."
        default: nil
        }
    }
}

extension Observation {
    /// What was asked for and not answered.
    fileprivate var endAtUpgrade: String? {
        guard case .closed = ending, plan.service.security == .upgrade, facts.upgrade == .unknown else { return nil }
        return "Asked for StartTLS all the same it closed the connection, so whether it has TLS is not known."
    }

    /// A demand is well where TLS can be had; where the server hung up at once, nobody knows whether it can.
    fileprivate func sightingOfDemand(_ refused: LDAPResult) -> Sighting {
        guard case .closed = ending, plan.service.security == .upgrade, tls == nil else {
            return Sighting(refused.words, ["ended": ""])
        }
        return Sighting(
            "\(refused.words); then it closed the connection",
            severity: .warning,
            ["ended": "It then hung up, so whether TLS can be had on this port is not known."]
        )
    }

    /// The forest is another one than `--forest` names.
    func sightingOfWrongForest(_ forest: String, _ evidence: String) -> Sighting? {
        guard let wanted = plan.criteria.forest?.lowercased() else { return nil }
        let name = wanted.hasSuffix(".") ? String(wanted.dropLast()) : wanted
        guard forest.lowercased() != name else { return nil }
        return Sighting(evidence, ["forest": forest.escaped, "wanted": name.escaped])
    }
}

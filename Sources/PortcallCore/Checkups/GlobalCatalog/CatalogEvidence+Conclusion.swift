extension CatalogEvidence {
    /// What a person can act on: ready or not, of which forest, and what holds it up.
    var conclusion: String {
        let name = names
        guard let rootDSE else {
            return "\(name) does not answer as a directory, so nothing is known of its global catalog."
        }
        return [state(name, rootDSE), level(rootDSE), dnsInWords, clockInWords].compactMap(\.self).joined(
            separator: " "
        )
    }

    /// What it calls itself, which is another name than the one typed where that is an alias, or leads elsewhere.
    private var names: String {
        let own = (hostName ?? plan.target.host.text).escaped
        let place = addressCount > 1 ? address.map { " (at \($0), one of \(addressCount) addresses)" } ?? "" : ""
        guard case .name(let typed) = plan.target.host, !isThisHost(typed) else { return own + place }
        return "\(typed.escaped)\(place), which calls itself \(own),"
    }

    private func state(_ name: String, _ rootDSE: RootDSE) -> String {
        let forest = rootDSE.forest.map { " of the forest \($0)" } ?? ""
        guard !isForeign else {
            return
                "\(name) is \(rootDSE.kind.rawValue), no domain controller of Active Directory and no global catalog."
        }
        guard let catalog, verdict(.gc)?.observation.directory != nil else { return stateWithoutPort(name, forest) }
        if let other = catalog.dnsHostName, other.asHostName != (rootDSE.dnsHostName ?? other).asHostName {
            return "\(name) answers on 3268 as another host, \(other.escaped)."
        }
        switch catalog.isGlobalCatalogReady {
        case true?:
            let seeing = catalog.domains.count
            let domains = seeing > 1 ? ", with \(seeing) domains" : ""
            return "\(name) is a global catalog\(forest)\(domains), and it is ready."
        case false?: return "\(name) is not ready as a global catalog\(forest)."
        case nil: return "\(name) answers on 3268 as \(catalog.kind.rawValue), and is no global catalog."
        }
    }

    private func stateWithoutPort(_ name: String, _ forest: String) -> String {
        guard claimsCatalog == true else {
            return "\(name) is \((rootDSE?.kind ?? .activeDirectory).rawValue)\(forest), and no global catalog."
        }
        let isKnown = verdict(.gc)?.observation.ending != .interrupted
        let port = isKnown ? "its port 3268 cannot be used from here" : "its port 3268 was not asked to the end"
        return "\(name) says that it is a global catalog\(forest), and \(port)."
    }

    private func level(_ rootDSE: RootDSE) -> String? {
        let site = (rootDSE.site ?? netlogon?.site).map { "site \($0.escaped)" }
        let facts = [rootDSE.product?.name.escaped, site].compactMap(\.self)
        return facts.isEmpty ? nil : "It is \(facts.joined(separator: ", "))."
    }

    private var dnsInWords: String? {
        guard !lists.isEmpty else { return nil }
        guard lists.allSatisfy(\.isKnown) else {
            let unknown = lists.first { !$0.isKnown && $0.isWithheld } ?? lists.first { !$0.isKnown }
            return "The DNS could not be asked about it: \(unknown?.outcomeInWords ?? "no answer")."
        }
        // What only its own name server knows is known to clients that ask there.
        let isMeant = plan.criteria.forest.map { $0.lowercased() == rootDSE?.forest?.lowercased() } ?? true
        let all = isMeant ? "DNS" : "The DNS of its own domain"
        let who = generalLists.allSatisfy(\.isKnown) ? all : "Its own DNS, asked instead of this machine's,"
        let others = otherCatalogs.isEmpty ? "" : ", and \(otherCatalogs.count) more"
        guard lackingLists.isEmpty else {
            let isPortAtFault = lackingLists.allSatisfy { !ports(in: $0).isEmpty }
            guard !isPortAtFault else { return "\(who) names it with another port than its own." }
            let place = lackingLists.count < dueLists.count ? "everywhere where" : "where"
            return "\(who) does not name it \(place) clients look."
        }
        return "\(who) names it\(isCatalog ? "" : " as a domain controller")\(others).\(validation ?? "")"
    }

    /// A company's own names have no signatures, and clients of a domain ask for none: that is worth a word, no more.
    private var validation: String? {
        let isBogus = lists.contains { if case .bogus = $0.validation { true } else { false } }
        guard !isBogus else { return " DNSSEC does not vouch for it." }
        let isUnknown = generalLists.contains { $0.isKnown && $0.validation == .unknown }
        return isUnknown ? " Whether that is true could not be checked by DNSSEC." : nil
    }

    private var clockInWords: String? {
        let skews = own.compactMap { $0.observation.clockSkew ?? $0.observation.kerberosSkew }
        guard let skew = skews.max(by: { abs($0) < abs($1) }) else { return nil }
        return abs(skew) <= ClockSkew.tolerated
            ? "Its clock agrees with this machine's to \(max(1, abs(skew))) s." : nil
    }
}

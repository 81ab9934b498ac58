extension CatalogEvidence {
    /// What a person can act on: ready or not, of which forest, and what holds it up.
    var conclusion: String {
        let name = (hostName ?? plan.target.host.text).escaped
        guard let rootDSE else {
            return "\(name) does not answer as a directory, so nothing is known of its global catalog."
        }
        return [state(name, rootDSE), level(rootDSE), dnsInWords, clockInWords].compactMap(\.self).joined(
            separator: " "
        )
    }

    private func state(_ name: String, _ rootDSE: RootDSE) -> String {
        let forest = rootDSE.forest.map { " of the forest \($0)" } ?? ""
        guard let catalog else {
            guard claimsCatalog == true else {
                return "\(name) is \(rootDSE.kind.rawValue)\(forest), and no global catalog."
            }
            return "\(name) says that it is a global catalog\(forest), and its port 3268 cannot be used from here."
        }
        switch catalog.isGlobalCatalogReady {
        case true?:
            let seeing = catalog.domains.count
            let domains = seeing > 1 ? ", with \(seeing) domains" : ""
            return "\(name) is a global catalog\(forest)\(domains), and it is ready."
        case false?: return "\(name) is not ready as a global catalog\(forest): parts of the forest are missing."
        case nil: return "\(name) answers on 3268 as \(catalog.kind.rawValue), and is no global catalog."
        }
    }

    private func level(_ rootDSE: RootDSE) -> String? {
        let site = (rootDSE.site ?? netlogon?.site).map { "site \($0.escaped)" }
        let facts = [rootDSE.product?.name.escaped, site].compactMap(\.self)
        return facts.isEmpty ? nil : "It is \(facts.joined(separator: ", "))."
    }

    private var dnsInWords: String? {
        guard !lists.isEmpty else { return nil }
        let unknown = lists.filter { !$0.isKnown }
        if let first = unknown.first { return "The DNS could not be asked about it: \(first.words)." }
        let missing = lists.filter { list in !list.catalogs.contains { isThisHost($0) } }
        let others = otherCatalogs.isEmpty ? "" : ", and \(otherCatalogs.count) more"
        return missing.isEmpty ? "DNS names it\(others)." : "DNS does not name it everywhere where clients look."
    }

    private var clockInWords: String? {
        guard let skew = verdicts.lazy.compactMap(\.observation.clockSkew).first else { return nil }
        return abs(skew) <= ClockSkew.tolerated
            ? "Its clock agrees with this machine's to \(max(1, abs(skew))) s." : nil
    }
}

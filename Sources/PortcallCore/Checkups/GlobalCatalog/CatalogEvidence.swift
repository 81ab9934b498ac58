/// All that is known of one domain controller: what it says on its ports, and what the DNS says of it.
struct CatalogEvidence: Sendable {
    let plan: Plan
    var verdicts: [Verdict] = []
    var answers: [DNSAnswer] = []
    /// Other hosts that DNS names as global catalogs.
    var others: [Verdict] = []

    init(_ plan: Plan) {
        self.plan = plan
    }

    func verdict(_ service: Service) -> Verdict? {
        verdicts.first { $0.observation.plan.service == service }
    }

    /// The directory as it shows itself in general, or else in its part of the forest.
    var rootDSE: RootDSE? { rootDSE(of: .ldap, .ldaps, .gc, .gcs) }

    /// What the port of the global catalog shows.
    var catalog: RootDSE? { rootDSE(of: .gc, .gcs) }

    var netlogon: NetlogonAnswer? { verdict(.cldap)?.observation.netlogon }

    /// Whether the host is a global catalog by its own words elsewhere than on the port of the global catalog.
    var claimsCatalog: Bool? {
        let said = rootDSE(of: .ldap, .ldaps)
        if said?.isGlobalCatalogReady == true || netlogon?.isGlobalCatalog == true { return true }
        return said == nil && netlogon == nil ? nil : false
    }

    /// What the server says, else what the operator named: the DNS is asked where the server should be.
    var forest: String? { rootDSE?.forest ?? netlogon?.forest ?? plan.criteria.forest }
    /// Whether it is to be used as a global catalog; one that is not ready yet, or is none, is named nowhere as one.
    var isCatalog: Bool { catalog?.isGlobalCatalogReady ?? claimsCatalog ?? false }
    var domain: String? { rootDSE?.domain ?? netlogon?.domain }
    /// The name under which DNS should have it.
    var hostName: String? {
        if let name = rootDSE?.dnsHostName ?? netlogon?.host, !name.isEmpty { return name }
        if case .name(let name) = plan.target.host { return name }
        return nil
    }

    /// Of the first of these services that shows one.
    private func rootDSE(of services: Service...) -> RootDSE? {
        services.lazy.compactMap { verdict($0)?.observation.directory?.rootDSE }.first
    }
}

extension CatalogEvidence {
    /// What the DNS is asked: the records of MS-ADTS section 6.3.2.3 that clients look for, and the host's addresses.
    var questions: [DNSQuestion] {
        let lists = [
            forest.map { "_gc._tcp.\($0) SRV" }, forest.map { "_ldap._tcp.gc._msdcs.\($0) SRV" },
            domain.map { "_ldap._tcp.dc._msdcs.\($0) SRV" },
        ]
        guard rootDSE != nil || netlogon != nil else { return [] }
        let asked = lists.compactMap(\.self).compactMap { try? DNSQuestion($0) }
        return asked + (hostName.map(DNSQuestion.addresses) ?? [])
    }

    var lists: [DNSAnswer] { answers.filter { $0.question.type == .srv } }
    var addresses: [String] { answers.filter { $0.question.type != .srv }.flatMap(\.addresses) }

    /// The lists of global catalogs alone.
    var catalogLists: [DNSAnswer] { lists.filter(\.isOfCatalogs) }

    /// The lists that should name the host, as far as they are known.
    var dueLists: [DNSAnswer] { (isCatalog ? lists : lists.filter { !$0.isOfCatalogs }).filter(\.isKnown) }

    /// Other hosts in the lists of global catalogs, by name: name servers turn their lists round.
    var otherCatalogs: [String] { Set(catalogLists.flatMap(\.catalogs)).filter { !isThisHost($0) }.sorted() }

    func isThisHost(_ name: String) -> Bool { name.lowercased() == hostName?.lowercased() }
}

extension DNSAnswer {
    /// The hosts of an SRV list in lower case; the root, which says that there are none, is not among them.
    var catalogs: [String] { hosts.map { $0.lowercased() }.filter { !$0.isEmpty && $0 != "." } }

    fileprivate var isOfCatalogs: Bool {
        let name = question.name.description.lowercased()
        return name.hasPrefix("_gc._tcp.") || name.hasPrefix("_ldap._tcp.gc._msdcs.")
    }

    /// There was an answer, be it that there is nothing.
    var isKnown: Bool { if case .failed = outcome { false } else { true } }
}

extension DNSQuestion {
    /// What is asked for the addresses of a name; nothing where it cannot be one.
    static func addresses(of name: String) -> [DNSQuestion] {
        ["A", "AAAA"].compactMap { try? DNSQuestion("\(name) \($0)") }
    }
}

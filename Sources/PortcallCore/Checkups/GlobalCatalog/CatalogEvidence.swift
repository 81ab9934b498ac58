/// All that is known of one domain controller: what it says on its ports, and what the DNS says of it.
struct CatalogEvidence: Sendable {
    let plan: Plan
    /// Of all calls, in their order.
    var verdicts: [Verdict] = []
    var answers: [DNSAnswer] = []
    /// Other hosts that DNS names as global catalogs.
    var others: [Verdict] = []
    /// How many addresses the name has.
    var addressCount = 1

    init(_ plan: Plan) {
        self.plan = plan
    }

    /// The address that is judged: several may be several machines, and what they say is not joined.
    var address: String? {
        verdicts.lazy.filter { $0.observation.plan.service.transport == .tcp }.compactMap(\.observation.address).first
    }

    /// The calls to that address, and those that reached none.
    var own: [Verdict] {
        guard let address else { return verdicts }
        return verdicts.filter { $0.observation.address == nil || $0.observation.address == address }
    }

    /// Where calls went, for one more call; nil where there was no address.
    var calledAddresses: [String]? { address.map { [$0] } ?? verdicts.last?.observation.plan.addresses }

    func verdict(_ service: Service) -> Verdict? {
        own.first { $0.observation.plan.service == service }
    }

    /// The directory as it shows itself in general, or else in its part of the forest.
    var rootDSE: RootDSE? { rootDSE(of: .ldap, .ldaps, .gc, .gcs)?.rootDSE }

    /// What the port of the global catalog shows.
    var catalog: RootDSE? { rootDSE(of: .gc, .gcs)?.rootDSE }

    /// What answers as a directory is none of Active Directory, whatever else of it looks alike.
    var isForeign: Bool { rootDSE?.isDomainController == false }

    /// What the ping tells of this host; one that comes from another is told as that, and counts for nothing else.
    var netlogon: NetlogonAnswer? {
        guard let netlogon = ping else { return nil }
        let name = rootDSE?.dnsHostName?.asHostName
        return name == nil || name == netlogon.host.asHostName ? netlogon : nil
    }

    /// What the ping tells, of whichever host.
    var ping: NetlogonAnswer? { verdict(.cldap)?.observation.netlogon }

    /// Whether the host is a global catalog by its own words elsewhere than on the port of the global catalog, and in
    /// which; the directory's own count more than a flag of the ping's, which other products always set.
    var claim: (isCatalog: Bool, words: String)? {
        if let said = rootDSE(of: .ldap, .ldaps) {
            guard said.rootDSE.isDomainController else {
                return (false, "\(said.port) answers as \(said.rootDSE.kind.rawValue)")
            }
            if let isReady = said.rootDSE.isGlobalCatalogReady {
                return (isReady, "\(said.port) says isGlobalCatalogReady: \(isReady ? "TRUE" : "FALSE")")
            }
        }
        return netlogon.map { netlogon in
            let flag = netlogon.isGlobalCatalog ? "has" : "lacks"
            return (netlogon.isGlobalCatalog, "the netlogon answer \(flag) the flag of a global catalog")
        }
    }

    var claimsCatalog: Bool? { claim?.isCatalog }

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

    /// Of the first of these services that shows one, and on which port.
    private func rootDSE(of services: Service...) -> (rootDSE: RootDSE, port: Int)? {
        services.lazy.compactMap { service in
            let seen = verdict(service)?.observation
            return seen.flatMap { seen in seen.directory?.rootDSE.map { ($0, seen.plan.target.port) } }
        }.first
    }

    func isThisHost(_ name: String) -> Bool { name.asHostName == hostName?.asHostName }
}

extension String {
    /// As host names are compared: in lower case, without the dot at the end.
    var asHostName: String { (hasSuffix(".") ? String(dropLast()) : self).lowercased() }
}

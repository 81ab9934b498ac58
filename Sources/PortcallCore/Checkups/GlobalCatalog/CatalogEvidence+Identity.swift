/// In which ways what answers on one address is not one domain controller.
struct IdentityDifference: Equatable {
    /// What differs, in the plural: `hosts`.
    let what: String
    /// Each with who says so: `dc1.corp.example (389)`.
    let one: String
    let other: String
    /// The fields that say so, in the servers' words.
    let evidence: String
    let fix: String
}

/// Something that a source says of itself: `dc1.corp.example`, in its `dnsHostName`.
private struct Statement {
    let text: String
    let source: String
    let field: String

    init?(_ text: String?, _ source: String, _ field: String) {
        guard let text, !text.isEmpty else { return nil }
        (self.text, self.source, self.field) = (text, source, field)
    }
}

// What the ports, the ping, the KDC and the DNS say of who is there.
extension CatalogEvidence {
    /// What differs, each kind once.
    var identityDifferences: [IdentityDifference] {
        isForeign ? [] : [machineDifference, realmDifference, addressDifference].compactMap(\.self)
    }

    /// Several machines share the address.
    var isOfSeveralMachines: Bool { machineDifference != nil }

    /// Ports and ping tell of different hosts, or else domains, or else forests: the first is the cause of the others.
    private var machineDifference: IdentityDifference? {
        let telling = directories.filter(\.rootDSE.isDomainController)
        let hosts = telling.map { Statement($0.rootDSE.dnsHostName, $0.port, "dnsHostName") }
        let domains = telling.map { Statement($0.rootDSE.domain, $0.port, "defaultNamingContext") }
        let forests = telling.map { Statement($0.rootDSE.forest, $0.port, "rootDomainNamingContext") }
        return difference("hosts", hosts + [Statement(ping?.host, Self.ping, "DnsHostName")])
            ?? difference("domains", domains + [Statement(ping?.domain, Self.ping, "DnsDomainName")])
            ?? difference("forests", forests + [Statement(ping?.forest, Self.ping, "DnsForestName")])
    }

    /// Every port that shows a rootDSE.
    private var directories: [(rootDSE: RootDSE, port: String)] {
        [Service.ldap, .ldaps, .gc, .gcs].compactMap { service in
            let seen = verdict(service)?.observation
            return seen.flatMap { seen in
                seen.directory?.rootDSE.map { ($0, String(seen.plan.target.port)) }
            }
        }
    }

    /// The realm of a domain is its name in capitals ([MS-KILE] section 3.3.5.1.1); some servers tell none.
    private var realmDifference: IdentityDifference? {
        guard let realm = (verdict(.kerberos)?.observation.facts.service as? KerberosFacts)?.realm, let domain,
            !realm.isEmpty, realm.asHostName != domain.asHostName
        else { return nil }
        let source = rootDSE?.domain == nil ? Self.ping : "the directory"
        return IdentityDifference(
            what: "domains",
            one: "\(domain.escaped) (\(source))",
            other: "\(realm.escaped) (the realm of the Kerberos server on 88)",
            evidence: "88: realm \(realm)",
            fix: "Find out what answers on port 88 there: another machine behind the same address, or a Kerberos "
                + "server of its own beside the directory."
        )
    }

    /// An address of another family says nothing; nor does the loopback, by which a machine calls itself.
    private var addressDifference: IdentityDifference? {
        guard let address, let hostName, let named = try? Host(address) else { return nil }
        let known = addresses.filter { $0.contains(":") == address.contains(":") }
        guard !known.isEmpty, !known.contains(where: { (try? Host($0)) == named }) else { return nil }
        let isLocal = address.isOfLoopback && !known.contains(where: \.isOfLoopback)
        guard !isLocal, !address.lowercased().hasPrefix("fe80:") else { return nil }
        return IdentityDifference(
            what: "addresses",
            one: "\(address) (where it was called)",
            other: "\(known.listed(most: 3)) (what DNS has for \(hostName.escaped))",
            evidence: "\(hostName) A, AAAA: \(addresses.listed(most: 4))",
            fix: "Correct the address records of the server, which clients go by, or call it at the address that they "
                + "have; where addresses are translated on the way, nothing is wrong."
        )
    }

    /// The first that says otherwise than the first of all.
    private func difference(_ what: String, _ statements: [Statement?]) -> IdentityDifference? {
        let said = statements.compactMap(\.self)
        guard let first = said.first, let other = said.first(where: { !$0.agrees(with: first) }) else { return nil }
        let words = { (one: Statement) in
            "\(one.text.escaped) (\(said.filter { $0.agrees(with: one) }.map(\.source).listed(most: 5)))"
        }
        return IdentityDifference(
            what: what,
            one: words(first),
            other: words(other),
            evidence: [first, other].map { "\($0.source): \($0.field): \($0.text)" }.joined(separator: "; "),
            fix: Self.machinesFix
        )
    }

    private static let ping = "the netlogon ping"
    private static let machinesFix =
        "Look for what shares the address between machines: a load balancer, forwarded ports, or an address that two "
        + "machines have. Clients need every port of one domain controller."
}

extension Statement {
    func agrees(with other: Statement) -> Bool { text.asHostName == other.text.asHostName }
}

extension String {
    fileprivate var isOfLoopback: Bool { self == "::1" || hasPrefix("127.") }
}

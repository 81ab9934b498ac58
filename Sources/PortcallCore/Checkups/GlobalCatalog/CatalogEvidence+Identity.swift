/// In which ways what answers on one address is not one domain controller.
struct IdentityDifference: Equatable {
    /// What differs, in the plural: `hosts`.
    let what: String
    /// Each with who says so: `dc1.corp.example (389)`.
    let one: String
    let other: String
    let fix: String
}

// What the ports, the ping, the KDC and the DNS say of who is there.
extension CatalogEvidence {
    /// The first of each kind that differs; the same host of two domains is one difference, not two.
    var identityDifferences: [IdentityDifference] {
        guard !isForeign else { return [] }
        let telling = directories.filter(\.rootDSE.isDomainController)
        let hosts = telling.compactMap { seen in seen.rootDSE.dnsHostName.map { ($0, seen.source) } }
            + (ping.map { [($0.host, Self.pingSource)] } ?? [])
        let domains = telling.compactMap { seen in seen.rootDSE.domain.map { ($0, seen.source) } }
            + (ping.map { [($0.domain, Self.pingSource)] } ?? [])
        let forests = telling.compactMap { seen in seen.rootDSE.forest.map { ($0, seen.source) } }
            + (ping.map { [($0.forest, Self.pingSource)] } ?? [])
        let machines = [
            difference("hosts", hosts, Self.machinesFix) ?? difference("domains", domains, Self.machinesFix)
                ?? difference("forests", forests, Self.machinesFix)
        ]
        return (machines + [realmDifference, addressDifference]).compactMap(\.self)
    }

    /// Every port that shows a rootDSE.
    private var directories: [(rootDSE: RootDSE, source: String)] {
        [Service.ldap, .ldaps, .gc, .gcs].compactMap { service in
            let seen = verdict(service)?.observation
            return seen.flatMap { seen in
                seen.directory?.rootDSE.map { ($0, "port \(seen.plan.target.port)") }
            }
        }
    }

    /// The realm of a domain is its name in capitals ([MS-KILE] section 3.3.5.1.1); some servers tell none.
    private var realmDifference: IdentityDifference? {
        guard let realm = (verdict(.kerberos)?.observation.facts.service as? KerberosFacts)?.realm, let domain,
            !realm.isEmpty, realm.asHostName != domain.asHostName
        else { return nil }
        let source = rootDSE?.domain == nil ? Self.pingSource : "the directory"
        return IdentityDifference(
            what: "domains",
            one: "\(domain.escaped) (\(source))",
            other: "\(realm.escaped) (the realm of the Kerberos server on 88)",
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
            fix: "Correct the address records of the server, which clients go by, or call it at the address that they "
                + "have; where addresses are translated on the way, nothing is wrong."
        )
    }

    private func difference(_ what: String, _ said: [(name: String, source: String)], _ fix: String)
        -> IdentityDifference?
    {
        let said = said.filter { !$0.name.isEmpty }
        guard let first = said.first,
            let other = said.first(where: { $0.name.asHostName != first.name.asHostName })
        else { return nil }
        let alike = { (name: String) in
            said.filter { $0.name.asHostName == name.asHostName }.map(\.source).listed(most: 5)
        }
        return IdentityDifference(
            what: what,
            one: "\(first.name.escaped) (\(alike(first.name)))",
            other: "\(other.name.escaped) (\(alike(other.name)))",
            fix: fix
        )
    }

    private static let pingSource = "the netlogon ping"
    private static let machinesFix =
        "Look for what shares the address between machines: a load balancer, forwarded ports, or an address that two "
        + "machines have. Clients need every port of one domain controller."
}

extension String {
    fileprivate var isOfLoopback: Bool { self == "::1" || hasPrefix("127.") }
}

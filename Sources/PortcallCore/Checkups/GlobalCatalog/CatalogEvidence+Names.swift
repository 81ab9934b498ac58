// What the DNS says of the host, and who says it.
extension CatalogEvidence {
    /// What the DNS is asked: the records of MS-ADTS section 6.3.2.3 that clients look for, and the host's addresses.
    ///
    /// A directory that is none of Active Directory has no such records.
    var questions: [DNSQuestion] {
        guard rootDSE != nil || netlogon != nil, !isForeign else { return [] }
        let lists = [
            forest.map { "_gc._tcp.\($0) SRV" }, forest.map { "_ldap._tcp.gc._msdcs.\($0) SRV" },
            domain.map { "_ldap._tcp.dc._msdcs.\($0) SRV" },
        ]
        let asked = lists.compactMap(\.self).compactMap { try? DNSQuestion($0) }
        return asked + (hostName.map(DNSQuestion.addresses) ?? [])
    }

    /// What the name servers of this machine say of the lists.
    var generalLists: [DNSAnswer] { answers.filter { $0.question.type == .srv && $0.server == nil } }

    /// What the controller's own name server says of them, where it was asked.
    var ownLists: [DNSAnswer] { answers.filter { $0.question.type == .srv && $0.server != nil } }

    /// Each list as it is known: from the name servers of this machine, else from the controller's own.
    var lists: [DNSAnswer] { best { $0.question.type == .srv } }

    /// The host's addresses, likewise.
    var addressAnswers: [DNSAnswer] { best { $0.question.type != .srv } }

    private func best(_ isMeant: (DNSAnswer) -> Bool) -> [DNSAnswer] {
        let meant = answers.filter(isMeant)
        return meant.filter { $0.server == nil }.map { answer in
            guard !answer.isKnown else { return answer }
            return meant.first { $0.server != nil && $0.question == answer.question && $0.isKnown } ?? answer
        }
    }

    var addresses: [String] { addressAnswers.flatMap(\.addresses) }

    /// The lists of global catalogs alone.
    var catalogLists: [DNSAnswer] { lists.filter(\.isOfCatalogs) }

    /// The lists that should name the host, as far as they are known.
    var dueLists: [DNSAnswer] { (isCatalog ? lists : lists.filter { !$0.isOfCatalogs }).filter(\.isKnown) }

    /// Those of them that do not name it, or not with its port.
    var lackingLists: [DNSAnswer] { dueLists.filter { !names($0, on: $0.duePort) } }

    /// Other hosts in the lists of global catalogs, by name: name servers turn their lists round.
    var otherCatalogs: [String] { Set(catalogLists.flatMap(\.catalogs)).filter { !isThisHost($0) }.sorted() }

    /// With which ports a list names the host.
    func ports(in list: DNSAnswer) -> [Int] {
        list.data.compactMap { content in
            guard case .service(_, _, let port, let name) = content, isThisHost(name.host) else { return nil }
            return Int(port)
        }
    }

    private func names(_ list: DNSAnswer, on port: Int) -> Bool { ports(in: list).contains(port) }

    /// The address of the controller, where a name server answers there.
    var ownNameServer: String? {
        verdict(.dns)?.observation.facts.isConfirmed == true ? address : nil
    }

    /// The name servers of this machine have no list at all, be it that they do not know or that there is none.
    var isInNeedOfOwnDNS: Bool {
        generalLists.contains { !$0.isKnown } || generalLists.allSatisfy { $0.outcome != .found }
    }
}

extension DNSAnswer {
    /// The hosts of an SRV list in lower case; the root, which says that there are none, is not among them.
    var catalogs: [String] { hosts.map { $0.lowercased() }.filter { !$0.isEmpty && $0 != "." } }

    var isOfCatalogs: Bool {
        let name = question.name.description.lowercased()
        return name.hasPrefix("_gc._tcp.") || name.hasPrefix("_ldap._tcp.gc._msdcs.")
    }

    /// The port that a list must name ([MS-ADTS] section 6.3.2.3).
    var duePort: Int { isOfCatalogs ? 3268 : 389 }
}

extension DNSQuestion {
    /// What is asked for the addresses of a name; nothing where it cannot be one.
    static func addresses(of name: String) -> [DNSQuestion] {
        ["A", "AAAA"].compactMap { try? DNSQuestion("\(name) \($0)") }
    }
}

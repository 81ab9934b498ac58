extension RootDSE {
    /// What kind of directory answers.
    package enum Kind: String, Sendable {
        /// A domain controller of Windows.
        case activeDirectory = "a domain controller"
        case samba = "a Samba domain controller"
        /// AD LDS, called ADAM before 2008: Active Directory's engine without a domain.
        case lightweight = "an AD LDS instance"
        case openLDAP = "an OpenLDAP server"
        case directory389 = "a 389 Directory Server"
        /// An identity server on a 389 Directory Server: it answers the netlogon ping, and is none of Active Directory.
        case freeIPA = "a FreeIPA server (389 Directory Server)"
        case vmdir = "a VMware directory (vmdir)"
        case eDirectory = "an eDirectory server"
        case domino = "a Domino server"
        /// Of Exchange 5.5, or of the Site Replication Service that takes its place.
        case exchange55 = "possibly the directory of Exchange 5.5"
        case other = "another LDAP directory"
    }

    package var kind: Kind {
        let vendor = vendor?.lowercased() ?? ""
        let version = vendorVersion?.lowercased() ?? ""
        if vendor.contains("samba") { return .samba }
        if hasCapability(1851) { return .lightweight }
        if hasCapability(800) { return .activeDirectory }
        if self["objectClass"].contains("OpenLDAProotDSE") { return .openLDAP }
        if vendor.contains("389 project") || version.contains("-directory/") {
            return isOfFreeIPA ? .freeIPA : .directory389
        }
        if vendor.contains("vmware") || !self["vmwPlatformServicesControllerVersion"].isEmpty { return .vmdir }
        if version.contains("edirectory") || vendor.contains("novell") { return .eDirectory }
        if vendor.contains("lotus") || version.contains("domino") { return .domino }
        return isLikeExchange55 ? .exchange55 : .other
    }

    /// What only FreeIPA adds to a 389 Directory Server: extended operations below its own arc, the certificate system's
    /// context, or what its topology plugin shows.
    private var isOfFreeIPA: Bool {
        self["supportedExtension"].contains { $0.hasPrefix("2.16.840.1.113730.3.8.10.") }
            || namingContexts.contains { $0.lowercased() == "o=ipaca" } || !self["ipaTopologyPluginVersion"].isEmpty
    }

    /// No vendor, none of Microsoft's capabilities, an organisation at the top, and no extended operation, of which it
    /// knows none: no capture of one is public.
    private var isLikeExchange55: Bool {
        vendor == nil && self["supportedCapabilities"].isEmpty && self["supportedExtension"].isEmpty
            && namingContexts.contains { $0.lowercased().hasPrefix("o=") || $0.lowercased().hasPrefix("/o=") }
    }

    /// Where EdgeSync puts recipients: the root that only Exchange makes.
    private var isOfEdge: Bool {
        namingContexts.contains { $0.lowercased().replacing(" ", with: "") == "ou=msexchangegateway" }
    }

    package var product: Product? { product(of: nil) }

    /// Which software it is; `build` is the release of Windows that the server's refusals show, where they do.
    func product(of build: String?) -> Product? {
        let release = build ?? controllerLevel.map(WindowsRelease.controller)
        switch kind {
        case .activeDirectory:
            let name = isReadOnly ? "Active Directory, a read-only domain controller" : "Active Directory"
            return Product(release.map { "\(name) on \($0)" } ?? name, .stated)
        case .lightweight:
            let name = "Active Directory Lightweight Directory Services" + (release.map { " on \($0)" } ?? "")
            guard isOfEdge else { return Product(name, .stated) }
            return Product(
                "\(name), of an Edge Transport server",
                .likely,
                exchange: ExchangeVersion(.v2007 ... .subscription)
            )
        case .samba:
            let version = vendorVersion.map { " \($0)" } ?? ""
            return Product("Samba Active Directory\(version)", .stated)
        case .openLDAP: return Product("OpenLDAP", .stated)
        case .exchange55:
            let name = "Exchange 5.5 directory, or Site Replication Service"
            return Product(name, .possible, exchange: ExchangeVersion(.v55 ... .v2003))
        case .directory389, .freeIPA, .vmdir, .eDirectory, .domino, .other:
            let name = [vendor, vendorVersion].compactMap(\.self).joined(separator: ", ")
            guard kind == .freeIPA else { return name.isEmpty ? nil : Product(name, .stated) }
            return Product("FreeIPA (\(name))", .likely)
        }
    }

    /// It is part of a forest, as a domain controller is.
    package var isDomainController: Bool {
        switch kind {
        case .activeDirectory, .samba: true
        case .lightweight, .openLDAP, .directory389, .freeIPA, .vmdir, .eDirectory, .domino, .exchange55, .other: false
        }
    }

    /// On one line.
    var title: String {
        let host = dnsHostName.map { " of \($0)" } ?? ""
        let count = attributes.count
        return "rootDSE\(host), \(count) attribute\(count == 1 ? "" : "s")"
    }

    /// The naming contexts that are domains of the forest, as far as this server has them.
    package var domains: [String] {
        namingContexts.compactMap { DistinguishedName($0).dnsName }
            .filter { !$0.hasPrefix("domaindnszones.") && !$0.hasPrefix("forestdnszones.") }
    }
}

extension RootDSE {
    /// A line a fact, as a person wants to know it first.
    var lines: [FactLine] {
        let lines: [(String, String?, String)] = [
            (
                "host", [dnsHostName, site.map { "site \($0)" }].compactMap(\.self).joined(separator: ", "),
                "dnsHostName, serverName"
            ),
            (
                "domain", [domain, forest.map { "forest \($0)" }].compactMap(\.self).joined(separator: ", "),
                "defaultNamingContext, rootDomainNamingContext"
            ),
            ("level", levels, "domainControllerFunctionality and its like"),
            ("state", state, "isGlobalCatalogReady, isSynchronized, supportedCapabilities"),
            ("contexts", namingContexts.listed(most: 6), "namingContexts"),
            ("mechanisms", mechanisms.listed(most: 8), "supportedSASLMechanisms"),
        ]
        return lines.compactMap { label, text, source in
            text.flatMap { $0.isEmpty ? nil : FactLine(label, $0, from: "the rootDSE: \(source)") }
        }
    }

    private var levels: String? {
        let levels = [
            domainLevel.map { "domain \(WindowsRelease.level($0))" },
            forestLevel.map { "forest \(WindowsRelease.level($0))" },
            controllerLevel.map { "controller \(WindowsRelease.controller($0))" },
        ]
        return levels.compactMap(\.self).joined(separator: ", ")
    }

    private var state: String? {
        let states = [
            isGlobalCatalogReady.map { $0 ? "global catalog ready" : "no global catalog, or not ready" },
            isSynchronized.map { $0 ? "synchronized" : "not synchronized" },
            isReadOnly ? "read-only" : nil,
            usn.map { "highest USN \($0)" },
        ]
        return states.compactMap(\.self).joined(separator: ", ")
    }

    /// For programs: what the attributes mean; what the server does not say is not in it.
    var understood: Record {
        var record = Record([("kind", .text(kind.rawValue))])
        let texts = [
            ("host", dnsHostName), ("site", site), ("domain", domain), ("forest", forest),
            ("domain_level", domainLevel.map(WindowsRelease.level)),
            ("forest_level", forestLevel.map(WindowsRelease.level)),
            ("controller_level", controllerLevel.map(WindowsRelease.controller)),
            ("current_time", currentTime?.description), ("vendor", vendor), ("vendor_version", vendorVersion),
        ]
        for case (let label, let text?) in texts { record[label] = .text(text) }
        let flags = [
            ("global_catalog_ready", isGlobalCatalogReady), ("synchronized", isSynchronized),
            ("read_only", isDomainController ? isReadOnly : nil),
        ]
        for case (let label, let flag?) in flags { record[label] = .flag(flag) }
        record["highest_usn"] = usn.map { .integer($0) }
        let lists = [
            ("capabilities", "supportedCapabilities"), ("controls", "supportedControl"),
            ("extensions", "supportedExtension"), ("features", "supportedFeatures"),
        ]
        for (label, attribute) in lists where !self[attribute].isEmpty {
            record[label] = .texts(self[attribute].map(ObjectNames.name))
        }
        return record
    }
}

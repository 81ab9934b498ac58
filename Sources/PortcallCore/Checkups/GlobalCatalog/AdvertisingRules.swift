// Whether the host is what it says, and offers itself to clients as what it is.
extension JointRule where Evidence == CatalogEvidence {
    static let dcIdentityDiffers = JointRule(.dcIdentityDiffers) { seen in
        let differences = seen.identityDifferences
        guard let first = differences.first else { return nil }
        return Sighting(
            differences.map(\.evidence).joined(separator: "; "),
            fix: first.fix,
            [
                "what": differences.map(\.what).withoutRepetition.listed(most: 3),
                "host": seen.plan.target.host.text.escaped, "one": first.one, "other": first.other,
            ]
        )
    }

    /// Windows' clients ask the ping for a controller that has the role they need, and pass over one that lacks it.
    static let dcNotAdvertised = JointRule(.dcNotAdvertised) { seen in
        guard let netlogon = seen.netlogon, !netlogon.isPaused, !seen.isForeign else { return nil }
        // One that is not synchronized does not advertise itself, which has been told.
        guard seen.rootDSE?.isSynchronized != false else { return nil }
        let due: [(role: NetlogonAnswer.Role, isDue: Bool)] = [
            (.globalCatalog, seen.catalog?.isGlobalCatalogReady == true || seen.rootDSE?.isGlobalCatalogReady == true),
            (.kerberos, seen.isKeyDistributionCentre), (.time, true),
        ]
        let lacking = due.filter { $0.isDue && netlogon.flags & $0.role.bit == 0 }.map(\.role)
        guard let first = lacking.first else { return nil }
        let bits = lacking.map { "0x\(String($0.bit, radix: 16))" }.joined(separator: " and ")
        let isSamba = seen.rootDSE?.kind == .samba
        return Sighting(
            "flags of the netlogon answer: 0x\(String(netlogon.flags, radix: 16)), without \(bits)",
            fix: isSamba ? fixOfSamba : lacking.count > 1 ? fixOfSeveral : first.fix,
            [
                "name": netlogon.host.escaped,
                "roles": lacking.map(\.words).joined(separator: " or "),
            ]
        )
    }

    private static let fixOfSeveral =
        "Look at the services Kerberos Key Distribution Center, Windows Time and Netlogon there, and at the log of the "
        + "last; then restart it."
    private static let fixOfSamba =
        "Look at its server services: without kdc it is no Kerberos server, without ntp_signd no time server. Whether it "
        + "is a global catalog samba-tool drs options DC shows (IS_GC). Then restart it."
}

extension CatalogEvidence {
    /// What answers on 88 gives out tickets.
    fileprivate var isKeyDistributionCentre: Bool {
        guard let seen = verdict(.kerberos)?.observation, seen.facts.isConfirmed else { return false }
        return (seen.facts.service as? KerberosFacts)?.isOutOfService != true
    }
}

extension NetlogonAnswer {
    /// What a domain controller offers itself as ([MS-ADTS] section 6.3.1.2).
    enum Role {
        case globalCatalog
        case kerberos
        case time

        var bit: UInt32 {
            switch self {
            case .globalCatalog: 0x4
            case .kerberos: 0x20
            case .time: 0x40
            }
        }

        var words: String {
            switch self {
            case .globalCatalog: "a global catalog"
            case .kerberos: "a Kerberos server"
            case .time: "a time server"
            }
        }

        var fix: String {
            switch self {
            case .globalCatalog:
                "Restart the Netlogon service there and look at its log: it offers the role once it has seen that the "
                    + "catalog is ready."
            case .kerberos:
                "Look at the service Kerberos Key Distribution Center there, then restart the Netlogon service."
            case .time:
                "Look at the Windows Time service there (w32tm /query /status): it must run, and be a time server; "
                    + "then restart the Netlogon service."
            }
        }
    }
}

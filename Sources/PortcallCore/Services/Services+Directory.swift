extension Service {
    /// The directory, and the global catalog that Exchange cannot do without.
    static let directory = [ldap, cldap, ldaps, gc, gcs, srs, ldap55, adlds, adldss]

    static let ldap = Service(
        "ldap",
        "LDAP",
        .ldap,
        port: 389,
        security: .upgrade,
        reference: "RFC 4511",
        role: "The directory: Active Directory on a domain controller, or the directory of Exchange 5.5 itself.",
        isCheckedWithAll: true,
        policy: .directory(counterpart: "ldaps")
    )

    static let cldap = Service(
        "cldap",
        "the netlogon ping",
        .cldap,
        port: 389,
        transport: .udp,
        security: .none,
        reference: "MS-ADTS",
        role: "One datagram by which Exchange and Windows find a domain controller, its site and its roles."
    )

    static let ldaps = Service(
        "ldaps",
        "LDAP over TLS",
        .ldap,
        port: 636,
        security: .implicit,
        reference: "RFC 4513",
        role: "The same with TLS from the first byte; a domain controller needs a certificate for it.",
        isCheckedWithAll: true
    )

    static let gc = Service(
        "gc",
        "the global catalog",
        .globalCatalog,
        port: 3268,
        security: .upgrade,
        reference: "MS-ADTS",
        role: "Part of every object of the forest: Exchange looks up recipients here, and stops without it.",
        isCheckedWithAll: true,
        policy: .directory(counterpart: "gcs")
    )

    static let gcs = Service(
        "gcs",
        "the global catalog over TLS",
        .globalCatalog,
        port: 3269,
        security: .implicit,
        reference: "MS-ADTS",
        role: "The same with TLS from the first byte.",
        isCheckedWithAll: true
    )

    static let srs = Service(
        "srs",
        "the Site Replication Service",
        .ldap,
        port: 379,
        security: .upgrade,
        reference: "RFC 4511",
        role: "In Exchange 2000 and 2003, the Exchange 5.5 directory for sites that still have 5.5 servers.",
        isCheckedWithAll: true,
        policy: .directory()
    )

    static let ldap55 = Service(
        "ldap55",
        "LDAP of Exchange 5.5",
        .ldap,
        port: 390,
        security: .upgrade,
        reference: "RFC 4511",
        role: "The directory of Exchange 5.5 on a domain controller, where Active Directory has 389.",
        isCheckedWithAll: true,
        policy: .directory()
    )

    static let adlds = Service(
        "adlds",
        "AD LDS on Edge",
        .ldap,
        port: 50_389,
        security: .upgrade,
        reference: "RFC 4511",
        role: "Recipients and configuration of an Edge Transport server, for that server alone.",
        isCheckedWithAll: true,
        policy: Policy(refusingTLS: .warning, isSelfSignedNormal: true, isTrustOpportunistic: true)
    )

    static let adldss = Service(
        "adldss",
        "AD LDS on Edge over TLS",
        .ldap,
        port: 50_636,
        security: .implicit,
        reference: "RFC 4513",
        role: "EdgeSync from the mailbox servers; the certificate that Edge signed for itself is what they expect.",
        isCheckedWithAll: true,
        policy: Policy(isSelfSignedNormal: true, isTrustOpportunistic: true)
    )
}

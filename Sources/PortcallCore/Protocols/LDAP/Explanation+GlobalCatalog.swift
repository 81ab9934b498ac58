extension Explanation {
    static let globalCatalog = [gcNotReady, gcNotGlobalCatalog]

    static let gcNotReady = Explanation(
        "gc-not-ready",
        .critical,
        message:
            "The server says that its global catalog is not ready: either it is still copying the forest, or it "
            + "is not to be a global catalog. Do not rely on it. {missing}",
        fix:
            "See whether it is to be a global catalog (the box in its NTDS Settings). If so, wait for replication, and "
            + "see repadmin /showrepl where that does not end; if not, call one that is.",
        meaning: [
            "isGlobalCatalogReady is FALSE. After the box 'Global Catalog' is ticked, every domain of the forest is "
                + "replicated; until all are there the server does not advertise itself, and DNS does not name it. "
                + "Exchange does not use it. Where the box is not ticked, no waiting helps.",
            "A domain that cannot be reached holds it up for ever. The directory service log tells: event 1578 names "
                + "what is missing, event 1119 says that the server is a global catalog now.",
        ],
        confirm: [
            .dialogue, .ldp, .nltest,
            Probe("See what has been replicated and what fails:", "repadmin /showrepl {host}"),
            Probe("See whether the box is ticked (options has IS_GC):", "repadmin /options {host}"),
        ],
        remedies: [
            Remedy(
                "Windows",
                "repadmin /options SERVER +IS_GC ticks the box. Then mend what repadmin /showrepl shows; repadmin /kcc makes the connections that are missing. "
                    + "Event 1126 says that no global catalog can be found at all."
            ),
            Remedy(
                "Samba",
                "samba-tool drs options DC --dsa-option=+IS_GC sets it; samba-tool drs showrepl shows what fails."
            ),
            Remedy("Clients", "Point Exchange elsewhere meanwhile: Set-ExchangeServer -StaticGlobalCatalogs."),
        ]
    )

    static let gcNotGlobalCatalog = Explanation(
        "gc-not-global-catalog",
        .critical,
        message: "What answers is {what}, and not a global catalog.",
        fix: "Call a domain controller that is a global catalog, or make this one so.",
        meaning: [
            "A domain controller says in its rootDSE whether its global catalog is ready; this server says neither "
                + "yes nor no. It speaks LDAP, and holds other things: mail and logins that need the whole forest "
                + "fail or find half of it."
        ],
        confirm: [.dialogue, .ldp, .nltest, .srvRecords],
        remedies: [
            Remedy(
                "Windows",
                "In Active Directory Sites and Services tick Global Catalog in its NTDS Settings; wait for event 1119."
            ),
            Remedy("Samba", "samba-tool drs options DC --dsa-option=+IS_GC."),
            Remedy("OpenLDAP", "It cannot be one: move it off port 3268, or correct the name that leads here."),
            Remedy("Load balancer", "Look at which pool stands behind 3268 and 3269."),
        ]
    )
}

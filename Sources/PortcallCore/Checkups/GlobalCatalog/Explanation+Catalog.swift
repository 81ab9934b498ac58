extension Explanation {
    /// What a domain controller's ports and the DNS show together.
    static let catalog = [
        gcPortClosed, portFiltered, dcIdentityDiffers, dcNotAdvertised, srvMissing,
        srvUnknown, srvStale, certificatesDiffer,
    ]

    static let gcPortClosed = Explanation(
        "gc-port-closed",
        .critical,
        message: "{host} says that it is a global catalog, and its port 3268 does not answer from here.",
        fix:
            "See on the server whether it listens on 3268; if it was promoted just now, restart it. Then look for a firewall "
            + "that rejects 3268 and 3269.",
        meaning: [
            "The directory on 389 or 636, or the answer to the netlogon ping, says that this domain controller is a global "
                + "catalog. Its port is closed all the same: a firewall lets 389 through and forgot 3268, or the box "
                + "was ticked and the server has not opened the port yet. Exchange and Outlook use 3268, and fail.",
            "It is told of a port that is refused: nothing listens there, or a firewall rejects. Where packets are "
                + "dropped, or an ICMP message forbids them, port-filtered says so.",
        ],
        confirm: [
            Probe("From this machine:", "nc -vz {host} 3268"),
            Probe("From Windows, where Exchange runs:", "Test-NetConnection {host} -Port 3268"),
            Probe("On the server itself:", "netstat -ano | findstr :3268"),
            Probe("See what Windows thinks of it:", "nltest /dsgetdc:DOMAIN /gc /force"),
        ],
        remedies: [
            Remedy("Firewall", "Allow TCP 3268 and 3269 wherever 389 is allowed: Exchange needs both."),
            Remedy(
                "Windows",
                "Look for event 1119 in the directory service log; after a promotion, restart the server."
            ),
            Remedy(
                "Samba",
                "samba-tool drs options DC --dsa-option=+IS_GC, and look whether ldap is among server services."
            ),
        ]
    )

    static let srvMissing = Explanation(
        "srv-missing",
        .warning,
        message: "{what} {learned}",
        fix: "Have the server register its records, and ask the name server that serves the domain.",
        meaning: [
            "Windows and Exchange find a global catalog through SRV records (_gc._tcp and _ldap._tcp.gc._msdcs of the "
                + "forest, _ldap._tcp.dc._msdcs of the domain). A server that is missing there works and is never used.",
            "The name servers of this machine were asked, or the one named for it. One that does not know the "
                + "domain at all, as a provider's, says so too: then this machine looks in the wrong place.",
            "A record with another port stays when the right one is registered beside it: delete it first.",
        ],
        confirm: [
            Probe(
                "See which global catalogs DNS names, in both lists:",
                "dig +short _gc._tcp.{forest} SRV _ldap._tcp.gc._msdcs.{forest} SRV"
            ),
            Probe("From Windows:", "Resolve-DnsName -Type SRV _ldap._tcp.gc._msdcs.{forest}"),
            Probe(
                "Check what the server should have registered:",
                "dcdiag /s:{host} /test:DNS /DnsRecordRegistration /v"
            ),
        ],
        remedies: [
            Remedy(
                "Windows",
                "nltest /dsregdns, or restart the service Netlogon; event 5774 tells which record is refused and why."
            ),
            Remedy("Samba", "samba_dnsupdate --verbose registers them, and tells what fails."),
            Remedy(
                "DNS",
                "Allow dynamic updates for _msdcs and the domain, and forward both to the domain's name servers."
            ),
        ]
    )

    static let srvStale = Explanation(
        "srv-stale",
        .warning,
        message: "DNS names hosts as global catalogs of the forest that are none: {names}.",
        fix: "Where such a host is to be a global catalog, make it one; else take its records out of the lists.",
        meaning: [
            "Clients try the hosts that SRV records name. One that answers on 3268 as something else, or whose name has "
                + "no address, costs every client a wait or an error, now and then and never twice alike. A host that "
                + "does not answer at all is told as that: it may be down for an hour, and its records right.",
            "Records stay behind when a domain controller is removed by force, when it is no longer a global catalog, "
                + "or where old records are not scavenged.",
        ],
        confirm: [
            Probe("See which global catalogs DNS names:", "dig +short _gc._tcp.{forest} SRV"),
            Probe("Check each of them:", "portcall gc --forest {forest}"),
            Probe("See which Windows knows:", "Get-ADForest | Select-Object -ExpandProperty GlobalCatalogs"),
        ],
        remedies: [
            Remedy(
                "Windows",
                "ntdsutil metadata cleanup removes what is left of a server that is gone for good; then delete its "
                    + "records in _msdcs and _gc. nltest /dsregdns on one that is there corrects its own."
            ),
            Remedy("Samba", "samba-tool domain demote --remove-other-dead-server=NAME, then samba-tool dns delete."),
            Remedy("DNS", "Turn on aging and scavenging for the zones of the domain."),
        ]
    )
}

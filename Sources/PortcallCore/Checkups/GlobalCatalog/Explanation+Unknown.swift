extension Explanation {
    static let srvUnknown = Explanation(
        "srv-unknown",
        .warning,
        otherwise: "a note where no name server answered at all",
        message: "Whether DNS leads clients to {name} cannot be known: {reason}. {learned}",
        fix: "Ask a name server that serves the domain, or see that those of this machine answer.",
        meaning: [
            "Windows and Exchange find a global catalog through SRV records of the domain. The name servers that were "
                + "asked, those of this machine or the one named for it, gave no list: neither that the server is in "
                + "it nor that it is not. Clients that ask the same name servers find nobody.",
            "A list of several controllers is often longer than a datagram holds. A name server then says so, and "
                + "whoever asks comes again over TCP; a firewall that lets DNS through over UDP alone breaks just that.",
            "It is only a note where no name server answered at all: that says nothing about the domain.",
        ],
        confirm: [
            Probe("Ask as clients do:", "dig _gc._tcp.{forest} SRV"),
            Probe("The same over TCP:", "dig +tcp _gc._tcp.{forest} SRV"),
            Probe("Ask the controller itself:", "dig @{host} _gc._tcp.{forest} SRV"),
            Probe("From Windows:", "Resolve-DnsName -Type SRV _ldap._tcp.gc._msdcs.{forest}"),
        ],
        remedies: [
            Remedy("Firewall", "Allow 53 over UDP and TCP between clients and the name servers of the domain."),
            Remedy(
                "Windows",
                "On the name server, Get-DnsServerZone shows whether the zone is loaded or paused; event 4013 says that "
                    + "it waits for the directory."
            ),
            Remedy("BIND", "rndc zonestatus ZONE; its log says why a zone was not loaded, or who may not ask."),
            Remedy("Samba", "samba-tool dns query DC ZONE @ ALL; the log of the process that serves DNS says more."),
        ]
    )
}

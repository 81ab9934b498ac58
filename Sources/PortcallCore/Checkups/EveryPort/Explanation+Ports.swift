extension Explanation {
    /// What the ports of one host show together.
    static let ports = [noPortAnswers, portFiltered, certificatesDiffer, portsDisagree, versionsDisagree]

    static let noPortAnswers = Explanation(
        "no-port-answers",
        .critical,
        message: "No \(EveryPort.fields(joinedBy: "or")) port of {host} answers from here.",
        fix: "Check that this is the right host, that it is up, and the firewalls between.",
        meaning: [
            "A single closed port is nothing to worry about, for no host serves everything. Here not one connection "
                + "came about: the name leads elsewhere, the machine is down, or a firewall lets nothing through.",
            "Where all are closed, the machine answers and refuses; where none answers, packets vanish on the way.",
        ],
        confirm: [
            Probe("Ask the name servers:", "dig {host} A {host} AAAA"),
            Probe("See how far packets come:", "traceroute {host}"),
            Probe("From Windows PowerShell:", "Test-NetConnection {host} -InformationLevel Detailed"),
        ],
        remedies: [
            Remedy("Firewall", "Allow the ports that are meant to be reached from here."),
            Remedy("DNS", "Correct the A and AAAA records where the name leads to another machine."),
            Remedy("Any server", "Start the services, and have them listen on an address that others can reach."),
        ]
    )

    static let portsDisagree = Explanation(
        "ports-disagree",
        .note,
        message: "The clear-text port and the TLS port of one service on {host} differ.",
        fix: "Check that both ports lead to the same server, and that it is configured alike on both.",
        meaning: [
            "Clients are moved from one port to the other sooner or later, and expect to find the same there. Another "
                + "product on the TLS port means that a proxy or a forwarding rule leads elsewhere; other mechanisms "
                + "mean that one of the two was forgotten when log-in was changed."
        ],
        confirm: [
            Probe("See both:", "portcall {host}:143 {host}:993")
        ],
        remedies: [
            Remedy("Firewall", "Compare where the two ports are forwarded to."),
            Remedy("Exchange", "Compare LoginType in Get-PopSettings and Get-ImapSettings on all servers."),
            Remedy("Any server", "Compare the settings of the two listeners."),
        ]
    )
}

extension Explanation {
    static let portFiltered = Explanation(
        "port-filtered",
        .critical,
        otherwise: "a note where none of the ports need be open",
        message:
            "A firewall keeps {ports} of {addresses} from being reached from here: other ports of the same address "
            + "answer.",
        fix: "Allow {allowed} from here, on the firewalls between and on the server's own.",
        meaning: [
            "The machine is up, for other ports of the same address answer or are refused. Packets to these are dropped, or "
                + "an ICMP message comes back that forbids them. The server's own firewall does that as well as one on "
                + "the way.",
            "Of datagrams nobody says that they were dropped: silence counts as that where a connection to the same port "
                + "is answered.",
            "A server whose queue of new connections is full drops them too; then the port answers now and then.",
            "Where all ports of a host are tried it is a note, for nobody need reach them all from everywhere.",
        ],
        confirm: [
            Probe("From this machine, each port:", "for port in {ports}; do nc -vz -w 5 {host} $port; done"),
            Probe("See how far packets come:", "traceroute -T -p PORT {host}"),
            Probe("From Windows PowerShell:", "Test-NetConnection {host} -Port PORT"),
            Probe("See on the server itself whether it listens:", "ss -ltnp"),
        ],
        remedies: [
            Remedy(
                "Firewall",
                "Allow these ports from the machines that need them, and see its log for what it drops."
            ),
            Remedy(
                "Windows",
                "Get-NetFirewallRule -Enabled True -Direction Inbound shows what the server lets in; the rules of a role are "
                    + "set up along with it and can be off."
            ),
            Remedy("Any server", "nft list ruleset, or iptables -L -n -v, shows what a Linux server itself drops."),
        ]
    )
}

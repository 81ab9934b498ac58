extension Explanation {
    static let reaching = [
        resolveFailed, connectRefused, connectTimeout, unreachable, addressFailed, timeout, closedEarly, interrupted,
    ]

    static let resolveFailed = Explanation(
        "resolve-failed",
        .critical,
        message: "{what}, so nothing can be called: {reason}.",
        fix: "Check the spelling, then the name's A and AAAA records and this machine's name servers.",
        meaning: [
            "The system's resolver gave no address for the name. Either the name does not exist, it has no address "
                + "of the family asked for, or the name servers of this machine do not answer.",
            "The name is asked as every other program here asks it, /etc/hosts included. Inside a company the answer "
                + "may differ from outside.",
        ],
        confirm: [
            Probe("Ask the name servers:", "dig {host} A {host} AAAA"),
            Probe("Ask as programs do:", "getent ahosts {host}"),
            Probe("From Windows PowerShell:", "Resolve-DnsName {host}"),
        ],
        remedies: [
            Remedy("DNS", "Publish the A or AAAA record, in the inside and the outside view where there are two."),
            Remedy("Any server", "Check /etc/resolv.conf, or the adapter's DNS servers, of the machine that asks."),
        ]
    )

    static let connectRefused = Explanation(
        "connect-refused",
        .critical,
        message: "{address} refuses {packets} on {which}: {cause}.",
        fix: "Start the service, or check that it listens on this port and address; then look at the firewalls.",
        meaning: [
            "The connection, or the datagram, was rejected at once. A machine on which no program has the TCP port open "
                + "does so with a reset; a firewall that rejects sends an ICMP message or a reset in the machine's "
                + "name, and the error that programs get is the same for all of them.",
            "Linux shows which of the two it was; where it was an ICMP message, it is quoted with its sender. Other "
                + "ports of the same address tell too: where they are refused alike, the whole machine is closed.",
            "Over UDP there is no reset: the machine itself answers with ICMP 'port unreachable' (code 3) where no program "
                + "has the port. A firewall sends the same, or 'prohibited' (9, 10, 13), often from another address.",
        ],
        confirm: [
            .connect, .testNetConnection, .listeners,
            Probe("On the server itself, of datagrams:", "ss -lunp 'sport = :{port}'", .over(.udp)),
        ],
        remedies: [.firewall]
    )

    static let connectTimeout = Explanation(
        "connect-timeout",
        .critical,
        message: "{address} does not answer on {which} at all: packets vanish on the way, there or back.",
        fix: "Look for a firewall that drops, a wrong address in DNS, or a machine that is down.",
        meaning: [
            "Neither yes nor no came back. A machine that is up and has the port closed would refuse; silence means "
                + "that a firewall drops the packets, the machine is off, or its answers go elsewhere (routing, NAT)."
        ],
        confirm: [
            .connect, .testNetConnection,
            Probe("See how far packets come:", "traceroute -T -p {port} {host}", .over(.tcp)),
            Probe("See how far datagrams come:", "traceroute -U -p {port} {host}", .over(.udp)),
        ],
        remedies: [
            .firewall,
            Remedy("Windows", "Get-NetFirewallRule -Enabled True -Direction Inbound shows what the server lets in."),
        ]
    )

    static let unreachable = Explanation(
        "unreachable",
        .critical,
        message: "{what}",
        fix: "Check this machine's network, the route to the server, and the firewall between.",
        meaning: [
            "The network itself said no: no route to the host, network unreachable, or the ICMP message of a firewall "
                + "or router that forbids the connection. It is not the service that fails."
        ],
        confirm: [Probe("See the route:", "ip route get ADDRESS"), .connect, .testNetConnection],
        remedies: [.firewall, Remedy("Any server", "Check VPN, default route and IPv6 of the machine that asks.")]
    )

    static let addressFailed = Explanation(
        "address-failed",
        .warning,
        otherwise: "a note where this machine has no route of that family",
        at: .connect,
        message: "{host} has an address that cannot be reached, which clients try as well: {addresses}.",
        fix: "Make the service answer on every address that DNS names, or take the address out of DNS.",
        meaning: [
            "Clients try the addresses of a name in order. A dead one costs each of them a wait, and some never try "
                + "the second. An IPv6 address that nothing listens on is the usual case.",
            "It is only a note where this machine has no route of that family: that says nothing about the server.",
        ],
        confirm: [
            Probe("See the addresses:", "dig +short {host} A {host} AAAA"),
            Probe("Judge each alone:", "portcall check {host}:{port} --each-address"),
        ],
        remedies: [
            Remedy("Any server", "Let the service listen on that address too."),
            Remedy("DNS", "Remove the record of an address that does not serve."),
        ]
    )

    static let timeout = Explanation(
        "timeout",
        .critical,
        message: "The time ({seconds} s) was up at the stage {stage}, while waiting for {waiting}. {cause}",
        fix: "Look at the server's log and load at that moment; ask again when it has less to do.",
        meaning: [
            "The server began to talk, or was sent something, and then the answer did not come in time. Overload, a "
                + "program that waits for another service, a delay on purpose, or a device that loses packets after "
                + "the first.",
            "Silence where TLS begins has three usual reasons. The port does not speak TLS, and its server waits for "
                + "more. A device on the way, or an old load balancer, cannot take the ClientHello: then a smaller one "
                + "(under 256 bytes, TLS 1.2 alone), which portcall sends over one more connection, is answered. Or "
                + "large packets are lost, so that the server's certificate never arrives.",
            "A datagram that was dropped is told by nobody, and often nobody says that nothing listens.",
        ],
        confirm: [.dialogue, .patientOpenssl],
        remedies: [
            Remedy(
                "Firewall",
                "A connection came about, so the port is open: look for inspection of TLS, intrusion prevention, and "
                    + "whether ICMP 'fragmentation needed' (IPv6: 'packet too big') passes. Of datagrams: allow them."
            ),
            Remedy("Any server", "Look at the log and the load of that moment."),
        ]
    )

    static let closedEarly = Explanation(
        "closed-early",
        .critical,
        message: "{what}",
        fix: "Look at the server's log for this moment; a limit, a crash, or a device between ends connections so.",
        meaning: [
            "The connection was up and the dialogue had begun, and then it was closed or reset without a goodbye. "
                + "A server that refuses mostly says so; one that hangs up without a word has crashed or hit a limit, or "
                + "something between cut the connection.",
            "Where TLS is up and the service never says a word, what ends TLS (a load balancer, a proxy) mostly has no "
                + "healthy server behind it.",
        ],
        confirm: [.dialogue, .openssl],
        remedies: [
            Remedy("Any server", "Look at its log for this moment: a crash, or a limit that was reached."),
            Remedy("Firewall", "Look for intrusion prevention or session limits that reset connections."),
        ]
    )

    static let interrupted = Explanation(
        "interrupted",
        .warning,
        message: "The check was interrupted at the stage {stage}; what was learned until then is shown.",
        fix: "Run it again and let it finish.",
        meaning: [
            "The check was stopped (Ctrl-C) before it was done. Nothing is wrong with the server because of that."
        ],
        confirm: [Probe("Run it again:", "portcall check {host}:{port}")],
        remedies: [Remedy("Any server", "Nothing to fix.")]
    )
}

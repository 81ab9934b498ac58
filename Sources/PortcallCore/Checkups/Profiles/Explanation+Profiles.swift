extension Explanation {
    /// What the ports of a profile show together.
    static let profiles = [pathMissing, pathUnprotected, rpcProgramMissing, versionsDisagree]

    static let pathMissing = Explanation(
        "path-missing",
        .critical,
        message: "{ports} of {host} {do} not answer from here, and {who} {need} {it} ({profile}).",
        fix: "Start what listens there, or allow it from here on the firewalls between and on the server's own.",
        meaning: [
            "The role does not work without this path: mail waits, mailboxes do not open, or users cannot be looked up. "
                + "'portcall profile' shows who needs it and for what, and which rows of the port reference say so.",
            "The call came back refused, or the machine is not there at all. Where other ports of the address answer and "
                + "this one is dropped on the way, it is told as port-filtered instead.",
            "It is judged from here: the servers that need the path may stand behind other firewalls.",
        ],
        confirm: [
            Probe(
                "From the machine that needs it, each port:",
                "for port in {ports}; do nc -vz -w 5 {host} $port; done"
            ),
            Probe("From Windows PowerShell:", "Test-NetConnection {host} -Port PORT"),
            Probe("On the server, what listens:", "netstat -abno"),
        ],
        remedies: [
            Remedy(
                "Firewall",
                "Allow the port from the servers that need it. Between Exchange servers, and between them and domain "
                    + "controllers, Microsoft supports no closed port at all."
            ),
            Remedy(
                "Exchange",
                "Test-ServiceHealth names the services of the role that do not run; Get-Service MSExchange* shows them all."
            ),
            Remedy(
                "Windows",
                "Get-NetFirewallRule -DisplayName MSExchange* shows the rules that set-up made; 'portcall profile' names the "
                    + "rule of each path."
            ),
        ]
    )

    static let pathUnprotected = Explanation(
        "path-unprotected",
        .warning,
        message: "{ports} of {host} {is} not encrypted, and the port reference says that this path is.",
        fix: "Give the service a certificate and have it offer TLS, or find out what on the way takes TLS away.",
        meaning: [
            "Between the roles of Exchange these paths are encrypted as they are set up, with the certificate that the "
                + "server signed for itself where there is no other. That one is not means that somebody turned it off, that "
                + "no certificate is assigned to the service, or that a firewall inspects mail and hides STARTTLS.",
            "What crosses the network there can be read and changed on the way.",
        ],
        confirm: [
            Probe("See whether TLS is offered:", "openssl s_client -connect {host}:25 -starttls smtp </dev/null"),
            .exchangeCertificates,
        ],
        remedies: [
            Remedy(
                "Exchange",
                "Enable-ExchangeCertificate -Services names what a certificate serves; of a connector, AuthMechanism must have "
                    + "Tls and ExchangeServer (Get-ReceiveConnector)."
            ),
            Remedy("Firewall", "Turn off the inspection of SMTP (fixup, ESMTP inspection) between Exchange servers."),
        ]
    )

    static let rpcProgramMissing = Explanation(
        "rpc-program-missing",
        .warning,
        message: "The endpoint mapper of {host} does not list {programs} ({profile}).",
        fix: "Start the service that it belongs to; one that runs already registers anew when it is started again.",
        meaning: [
            "Clients ask the endpoint mapper on 135 where a program listens. What it does not list they cannot find, "
                + "though the machine is up and the mapper answers.",
            "The program is stopped, has not come up yet, or the host is a server of another role.",
        ],
        confirm: [
            Probe("See the map:", "portcall rpc {host}"),
            Probe("From Windows, with PortQry:", "portqry -n {host} -e 135"),
            Probe("On Exchange:", "Test-ServiceHealth", .with("Exchange")),
        ],
        remedies: [
            Remedy(
                "Exchange",
                "EMSMDB is the RPC Client Access service of 2010 (MSExchangeRPC), and the information store before; RFR is the "
                    + "Address Book service (MSExchangeAB), and the System Attendant before."
            ),
            Remedy(
                "Windows",
                "DRS and LSA belong to Active Directory Domain Services (NTDS), Netlogon to the service of that name."
            ),
            Remedy(
                "Samba",
                "samba-tool processes shows whether the endpoint server runs; 'server services' must have rpc."
            ),
        ]
    )
}

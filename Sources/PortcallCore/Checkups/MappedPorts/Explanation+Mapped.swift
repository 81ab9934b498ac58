extension Explanation {
    /// What the endpoint mapper and its ports show together.
    static let mapped = [rpcEndpointUnreachable]

    static let rpcEndpointUnreachable = Explanation(
        "rpc-endpoint-unreachable",
        .critical,
        message: "The endpoint mapper of {host} names {ports}, and {it} not reached from here. {how}",
        fix:
            "Allow TCP {numbers} from here on the firewalls between and on the server's own, or give the programs fixed "
            + "ports and allow those: ports that the system hands out change whenever a program starts.",
        meaning: [
            "MS-RPC needs two ports: a client asks the endpoint mapper on 135 where a program is, and then calls the port "
                + "that it names. A firewall that lets 135 through and not the others is the commonest fault between Exchange, "
                + "Outlook and domain controllers: everything looks open, and nothing works.",
            "The ports come from a range: 49152 to 65535 since Windows 2008, 1025 to 5000 before, from 6005 on where "
                + "Exchange 2010 uses RPC over HTTP. A firewall must allow the range, follow RPC itself (an inspection that reads "
                + "the mapper's answers), or programs must have fixed ports.",
            "A port that is refused may also be that of a program which ended without telling the mapper; then starting it "
                + "again mends it.",
        ],
        confirm: [
            Probe("From this machine, each port:", "for port in {ports}; do nc -vz -w 5 {host} $port; done"),
            Probe("From Windows PowerShell:", "Test-NetConnection {host} -Port PORT"),
            Probe("From Windows, the map and what it names, with PortQry:", "portqry -n {host} -e 135"),
            Probe("On the server itself, from an elevated prompt:", "netstat -abno"),
        ],
        remedies: [
            Remedy(
                "Firewall",
                "Allow the ports named, or the range, from the machines that need them; a firewall that inspects RPC must let "
                    + "the interfaces through."
            ),
            Remedy(
                "Windows",
                "netsh int ipv4 show dynamicport tcp shows the range. Fixed ports of a domain controller: 'TCP/IP Port' below "
                    + "HKLM\\SYSTEM\\CurrentControlSet\\Services\\NTDS\\Parameters, DCTcpipPort below Netlogon\\Parameters. "
                    + "The rules 'Active Directory Domain Controller (RPC)' let them in."
            ),
            Remedy(
                "Exchange",
                "Fixed ports of 2010: 'TCP/IP Port' below HKLM\\SYSTEM\\CurrentControlSet\\Services\\MSExchangeRPC\\"
                    + "ParametersSystem, and RpcTcpPort below MSExchangeAB\\Parameters; of 2003: 'TCP/IP Port' below "
                    + "MSExchangeIS\\ParametersSystem and MSExchangeSA\\Parameters. Restart the services."
            ),
            Remedy(
                "Samba",
                "rpc server dynamic port range, and rpc server port with the name of a service, in smb.conf."
            ),
        ]
    )
}

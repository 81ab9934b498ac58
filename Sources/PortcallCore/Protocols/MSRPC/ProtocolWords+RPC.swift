extension ProtocolWords {
    static let msrpc = ProtocolWords(
        products: ["Windows", "Exchange", "Samba"],
        dialogue: DialogueByHand(inClear: [
            Probe("From Windows, with PortQry:", "portqry -n {host} -e {port}"),
            Probe("With Samba's tools:", "rpcclient -U% -c epmlookup 'ncacn_ip_tcp:{host}[{port}]'"),
        ]),
        advice: [
            Advice(
                .connectRefused,
                meaning: ["Every Windows has the endpoint mapper on 135; where it is refused, a firewall does so."],
                windows,
                samba
            ),
            Advice(
                .connectTimeout,
                meaning: [
                    "Windows Firewall drops 135 unless a rule of a role allows it, as MSExchangeRPCEPMap (GFW) (TCP-In) "
                        + "does on Exchange. 135 alone is not enough: the ports that its map names must be open too."
                ],
                windows
            ),
            Advice(.timeout, windows, samba),
            Advice(
                .closedEarly,
                meaning: ["A firewall that inspects RPC ends connections to interfaces that it does not allow."],
                windows,
                samba
            ),
            Advice(.closedBeforeGreeting, windows, samba),
            tooLong,
        ],
        source: "the endpoint map, or its answer to the bind"
    )

    static let rpcOverHTTP = ProtocolWords(
        products: ["Windows", "Exchange"],
        dialogue: DialogueByHand(inClear: [
            Probe("See the banner, which is ncacn_http/1.0:", "nc -w 5 {host} {port} </dev/null")
        ]),
        advice: [
            Advice(.connectRefused, proxied, exchange),
            Advice(
                .connectTimeout,
                meaning: [
                    "Clients reach these ports through the RPC proxy of a web server alone, so that nobody else needs them "
                        + "to be open."
                ]
            ),
            Advice(
                .silent,
                meaning: [
                    "The RPC runtime says ncacn_http/1.0 by itself, before the program behind it does anything: silence "
                        + "means that the port is another program's."
                ]
            ),
            Advice(.timeout, exchange, proxied),
            Advice(.closedEarly, exchange, proxied),
            Advice(.closedBeforeGreeting, exchange, proxied),
            Advice(
                .serviceUnusable,
                meaning: [
                    "Exchange 2003 and 2007 have the store on 6001, the referral on 6002 and the address book on 6004. "
                        + "Exchange 2010 has the store on 6001, and referral and address book on 6002 and on 6004. From 2013 "
                        + "to 2019 only 6001 is there. 6003 is in Microsoft's list, and unused."
                ],
                exchange,
                proxied
            ),
            tooLong,
        ],
        source: "the endpoint map, or its answer to the bind"
    )

    private static let tooLong = Advice(
        .limitExceeded,
        meaning: [
            "Of a map 10,000 entries are read, nearly 1 MiB, and 1,000 answers; then its handle is given back. The largest "
                + "servers have some hundred entries."
        ],
        Remedy("Windows", "Restart what registers again and again; only a reboot clears the mapper's own table.")
    )

    private static let windows = Remedy(
        "Windows",
        "Get-Service RpcEptMapper, RpcSs; Get-NetFirewallRule -Enabled True -Direction Inbound shows what may reach them."
    )

    private static let samba = Remedy(
        "Samba",
        "rpc must be among server services, and interfaces must cover the address."
    )

    private static let exchange = Remedy(
        "Exchange",
        "Get-Service MSExchangeRPC, MSExchangeAB, MSExchangeIS; Outlook Anywhere must be enabled on the server "
            + "(Get-OutlookAnywhere)."
    )

    private static let proxied = Remedy(
        "Windows",
        "ValidPorts below HKLM\\SOFTWARE\\Microsoft\\Rpc\\RpcProxy on the RPC proxy says which servers and ports it lets "
            + "clients reach."
    )
}

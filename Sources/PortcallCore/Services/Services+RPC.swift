extension Service {
    /// Remote procedure calls of Windows and Exchange.
    static let remoteCalls = [msrpc, rpchttp]

    static let msrpc = Service(
        "msrpc",
        "the RPC endpoint mapper",
        .msrpc,
        port: 135,
        security: .none,
        reference: "MS-RPCE",
        role:
            "Where the programs of Exchange and of the directory are: MAPI, address book, replication; each has a port of "
            + "its own besides."
    )

    static let rpchttp = Service(
        "rpchttp",
        "RPC over HTTP",
        .rpcOverHTTP,
        port: 593,
        otherPorts: [6001, 6002, 6004],
        security: .none,
        reference: "MS-RPCH",
        role:
            "Outlook Anywhere behind its proxy: the mapper on 593, the store on 6001, referral on 6002, address book on "
            + "6004; 6003 is listed and unused."
    )
}

extension Explanation {
    static let rpcMapperRefuses = Explanation(
        "rpc-mapper-refuses",
        .warning,
        at: .answer,
        message: "The MS-RPC server on port {port} answers, and refuses what it was asked: {meaning}",
        fix: "Look at the server's log and at its RPC policies, and ask again from a machine of the domain.",
        meaning: [
            "What answers speaks MS-RPC, so the way to it is open. It gave no map: the bind or the call ended in a no, "
                + "whose code is quoted. So it is not known which programs have registered, and on which ports.",
            "Access denied is a policy. RestrictRemoteClients on the server (Restrict Unauthenticated RPC clients) turns "
                + "away who does not log in, and portcall never does. EnableAuthEpResolution lets clients of the domain "
                + "log in to the mapper, so that they may be well where this is told.",
            "An interface that is not supported means that another program of MS-RPC has the port than the endpoint "
                + "mapper, which is on 135 alone, and on 593 behind RPC over HTTP.",
        ],
        confirm: [.dialogue],
        remedies: [
            Remedy(
                "Windows",
                "reg query 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Rpc' shows RestrictRemoteClients and "
                    + "EnableAuthEpResolution; Get-Service RpcEptMapper, RpcSs must both run."
            ),
            Remedy("Samba", "rpc must be among server services; its log says which bind or call it turned away."),
        ]
    )
}

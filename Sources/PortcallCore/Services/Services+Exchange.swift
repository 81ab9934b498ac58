extension Service {
    /// What Exchange's servers say to each other, in protocols of their own.
    static let betweenExchanges = [resvc, mrs, replication]

    static let resvc = Service(
        "resvc",
        "the routing engine",
        .linkState,
        port: 691,
        security: .none,
        reference: "KB 842026",
        role: "Link state between the servers of a routing group of Exchange 2000 and 2003; gone since Exchange 2007.",
        policy: Policy(patience: nil)
    )

    static let mrs = Service(
        "mrs",
        "the Mailbox Replication Service",
        .netTCP,
        port: 808,
        security: .none,
        reference: "MC-NMF",
        role: "Moves of mailboxes between servers, since Exchange 2010; net.tcp with a login by Kerberos or NTLM."
    )

    static let replication = Service(
        "replication",
        "the log copier",
        .logCopier,
        port: 64_327,
        security: .none,
        reference: "MS-NNS",
        role: "Logs and seeds of databases between the members of a database availability group, since Exchange 2010.",
        policy: Policy(patience: nil)
    )
}

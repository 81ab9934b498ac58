extension Service {
    /// What Exchange's servers say to each other, in protocols of their own.
    static let betweenExchanges = [resvc]

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
}

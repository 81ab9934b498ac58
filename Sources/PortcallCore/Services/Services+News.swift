extension Service {
    /// News.
    static let news = [nntp, nntps]

    static let nntp = Service(
        "nntp",
        "NNTP",
        .nntp,
        port: 119,
        security: .upgrade,
        reference: "RFC 3977",
        role: "News: public folders of Exchange 5.0 to 2003; gone since Exchange 2007.",
        isCheckedWithAll: true,
        policy: Policy(counterpart: "nntps")
    )

    static let nntps = Service(
        "nntps",
        "NNTP over TLS",
        .nntp,
        port: 563,
        security: .implicit,
        reference: "RFC 8143",
        role: "The same with TLS from the first byte.",
        isCheckedWithAll: true
    )
}

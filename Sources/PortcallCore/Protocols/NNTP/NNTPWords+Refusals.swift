extension NNTPWords {
    /// What its refusals mean, the particular ones first.
    static func reason(for refusal: Refusal) -> Reason? {
        let known = KnownRefusal.reason(for: refusal, among: tls + products + KnownRefusal.everybodys)
        // In answer to STARTTLS it refuses that, unless it ends the connection.
        guard known == nil, refusal.words.hasPrefix("400"), refusal.stage != .starttls else { return known }
        return Reason("The service is unavailable for now (RFC 3977 section 3.2.1).")
    }

    /// The same of what came in clear where TLS is due: INN and Cyrus say so there that TLS fails.
    static func reason(forClearText text: String) -> Reason? {
        guard text.hasPrefix("4") || text.hasPrefix("5") else { return nil }
        let refusal = Refusal(text, at: nil, from: nil)
        return KnownRefusal.reason(for: refusal, among: tls + products + KnownRefusal.everybodys) ?? .inClear
    }

    private static let tls: [KnownRefusal] = [
        .brokenTLS(
            by: .only("Cyrus"),
            fix: "See that tls_server_cert and tls_server_key in imapd.conf name files that the user cyrus can read, "
                + "and that the two belong together."
        ),
        .brokenTLS(
            by: .anybody,
            fix: "See that it can read certificate and key, and that the two belong together: on INN those of "
                + "tlscertfile and tlskeyfile in inn.conf, as the user news; its log names the file."
        ),
    ]

    private static let products = [
        KnownRefusal(
            "you have no permission to talk",
            by: .presumably("INN"),
            means: Reason(
                "INN says so to a client that readers.conf lets in nowhere.",
                fix:
                    "Add this client's address to hosts of an auth group in readers.conf, or call from one that is served."
            )
        ),
        KnownRefusal(
            "too many connects per minute",
            by: .presumably("INN"),
            means: Reason(
                "INN says so when more connections came in a minute than innd takes.",
                fix: "Call again in a minute, or raise the limits of innd, its options -H and -T."
            )
        ),
        KnownRefusal(
            "load at",
            by: .presumably("INN"),
            means: Reason(
                "INN says so while the load of its machine is above what nnrpd works at.",
                fix: "Find what keeps the machine busy, or raise nnrpdloadlimit in inn.conf."
            )
        ),
        KnownRefusal(
            "server paused",
            "is paused",
            "throttled",
            "throttling",
            "no space left",
            by: .presumably("INN"),
            means: Reason(
                "INN says so when it is paused or short of disk.",
                fix: "Look at ctlinnd mode for why; make room where it is short, then let it run again with ctlinnd go "
                    + "and the reason it gives."
            )
        ),
        KnownRefusal(
            "leafnode must have",
            by: .presumably("Leafnode"),
            means: Reason(
                "Leafnode wants a full host name that is nobody else's.",
                fix: "Set hostname in Leafnode's file config, or give the machine such a name."
            )
        ),
        KnownRefusal(
            "connection refused",
            by: .presumably("Windows"),
            means: Reason(
                "Windows says so when it does not allow this client's address.",
                fix: "See Access, Connection control in the properties of the NNTP virtual server."
            )
        ),
    ]
}

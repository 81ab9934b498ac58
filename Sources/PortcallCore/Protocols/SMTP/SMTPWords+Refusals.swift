extension SMTPWords {
    /// Words that leave no doubt, whatever they answer.
    static let certain = upgrade + clients + limits

    /// Words that others say in other cases too.
    static let likely = servers + KnownRefusal.everybodys + lastly

    private static let limitOfTLS =
        "By its words a limit is reached, of TLS sessions or of what this client may ask in a while; certificate and key "
        + "need not be wrong."

    /// About TLS, and in answer to STARTTLS.
    private static let upgrade = [
        KnownRefusal(
            "421 4 7 66",
            "451 4 7 66",
            "454 4 7 66",
            "550 4 7 66",
            "tls 1 0 and 1 1 are not supported",
            means: Reason(
                "It refuses TLS 1.0 and 1.1: this connection must use TLS 1.2 or later.",
                fix:
                    "Find what keeps this connection from TLS 1.2 or later: the TLS library of whoever calls, or a device "
                    + "between."
            )
        ),
        KnownRefusal(
            "too many new tls sessions",
            "too many tls",
            by: .presumably("Postfix"),
            at: [.starttls],
            means: Reason(
                limitOfTLS,
                fix:
                    "Wait and ask less often, or raise the limit for this client: smtpd_client_new_tls_session_rate_limit; "
                    + "clients of smtpd_client_event_limit_exceptions have none."
            )
        ),
        KnownRefusal(
            "too many new tls sessions",
            "too many tls",
            "too many connections",
            "too many sessions",
            "unusual rate",
            "rate limit",
            "limit exceeded",
            "too frequently",
            at: [.starttls],
            means: Reason(limitOfTLS, fix: "Wait and ask less often, or raise the limit for this client.")
        ),
        KnownRefusal(
            "tls not available",
            "tls is not available",
            "tls currently unavailable",
            "tls unavailable",
            "tls initialization failed",
            "error initializing tls",
            "starttls failed",
            "tls support not available",
            "unable to initialize security subsystem",
            means: Reason("Servers that say so mostly have trouble with their own certificate or key.")
        ),
        KnownRefusal(
            "454",
            at: [.starttls],
            means: Reason(
                "It says that TLS is not to be had for now (RFC 3207 section 4): its certificate or key cannot be used, "
                    + "or a limit is reached."
            )
        ),
        KnownRefusal(
            "501",
            at: [.starttls],
            means: Reason(
                "It calls the command a mistake of syntax, though it lists it and the command takes nothing along.",
                fix:
                    "See on the server's own machine what it answers to STARTTLS: if all is well there, something on the "
                    + "way changes the command."
            )
        ),
        KnownRefusal(
            "500",
            "502",
            "503",
            at: [.starttls],
            means: Reason(
                "It lists the command and does not take it: something between may list it, or answer, in the server's "
                    + "place.",
                fix:
                    "See on the server's own machine what it answers to EHLO and to STARTTLS; if all is well there, find "
                    + "the proxy or firewall between."
            )
        ),
    ]

    /// By these words something was sent before it was its turn.
    static func isEarly(_ refusal: Refusal) -> Bool {
        ["synchronization error", "talk too soon", "talks too soon", "protocol error"].contains(where: refusal.says)
    }

    /// About the client.
    private static let clients = [
        KnownRefusal(
            "block list",
            "blocklist",
            "blocklisted",
            "black list",
            "blacklist",
            "blacklisted",
            "dnsbl",
            "rbl",
            "spamhaus",
            "spamcop",
            "barracudacentral",
            "block listed",
            "black listed",
            "blocked",
            "block for spam",
            "listed by",
            "listed in",
            "listed at",
            "reputation",
            "user complaints",
            "policy restrictions",
            "banned sending ip",
            "5 7 606",
            unless: ["not listed", "only hosts listed", "only clients listed"],
            means: Reason(
                "By its words the address of this client is on a block list, or has a poor reputation; that is no fault "
                    + "of the server's.",
                fix: "Call from another address to compare; to get this one off the list, follow what the words name."
            )
        ),
        KnownRefusal(
            "cannot find your hostname",
            "cannot find your reverse hostname",
            "reverse dns",
            "no ptr",
            "ptr record",
            "reverse lookup",
            "dns ptr",
            "ptr lookup",
            "rdns",
            means: Reason(
                "By its words it serves only clients whose address has a name in DNS; that is no fault of the server's.",
                fix:
                    "Give this client's address a PTR record, with a name that leads back to it, or call from an address "
                    + "that has one."
            )
        ),
        KnownRefusal(
            "client host rejected",
            "not authenticated",
            "5 7 57",
            means: Reason(
                "By its words it does not want this client, by its address or its network.",
                fix: "Call from another address to compare, or let the server serve this one."
            )
        ),
        KnownRefusal(
            "greylist",
            "greylisted",
            "greylisting",
            "graylisted",
            "graylisting",
            means: Reason(
                "By its words it turns first visits away for a while, against spam.",
                fix: "Ask again after some minutes, from the same address."
            )
        ),
        KnownRefusal(
            "synchronization error",
            "protocol synchronization error",
            "pregreet",
            "talks too soon",
            "talk too soon",
            "client sent data before",
            "improper command pipelining",
            means: early
        ),
        KnownRefusal("521 5 5 1 protocol error", "550 5 5 1 protocol error", at: [.greeting], means: early),
    ]

    /// The client said something before it was its turn, which it did not; said in answer to nothing else.
    private static let early = Reason(
        "It says that something was sent before it had greeted. portcall sends nothing then, so a proxy or load balancer "
            + "before the server does: most often a PROXY header.",
        fix: "Turn off the PROXY header for this server, or let the server expect it: on Exim hosts_proxy, on Postfix "
            + "smtpd_upstream_proxy_protocol or postscreen_upstream_proxy_protocol."
    )
}

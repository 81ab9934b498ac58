// Refusals about how many, how often and how fast.
extension SMTPWords {
    private static let tooMany = "By its words it has as many connections as it allows, from this client or in all."

    /// About how many, how often and how fast.
    static let limits = [
        KnownRefusal(
            "connection rate",
            "rate limit",
            "rate limited",
            "rate limiting",
            "rate exceeded",
            "too frequently",
            "too frequent",
            "too often",
            "too fast",
            "throttled",
            "throttling",
            "connects per minute",
            "connections per minute",
            "frequency limited",
            means: Reason(
                "By its words it limits how often a client may connect, and this one has come too often.",
                fix:
                    "Wait and call less often, or raise the limit for this client: on Sendmail ClientRate in the access "
                    + "database, on Postfix smtpd_client_connection_rate_limit, on Exim ratelimit in its ACLs."
            )
        ),
        KnownRefusal(
            "maximum number of concurrent",
            "exceeded a limit",
            "per source limit",
            by: .presumably("Exchange"),
            means: Reason(
                tooMany,
                fix: "Raise the limit of the receive connector: MaxInboundConnectionPerSource for one client, "
                    + "MaxInboundConnection for all (Set-ReceiveConnector)."
            )
        ),
        KnownRefusal(
            "too many connections",
            by: .only("Postfix"),
            means: Reason(
                tooMany,
                fix: "End connections that are forgotten, or raise smtpd_client_connection_count_limit; clients of "
                    + "smtpd_client_event_limit_exceptions have none. Then postfix reload."
            )
        ),
        KnownRefusal(
            "too many connections",
            "too many concurrent",
            "too many simultaneous",
            "too many open",
            "too many sessions",
            "too many clients",
            "too many smtp",
            means: Reason(
                tooMany,
                fix: "See at the server who holds its connections and which limit is reached: end those that are "
                    + "forgotten, or raise the limit (on Postfix smtpd_client_connection_count_limit, on Exim "
                    + "smtp_accept_max and smtp_accept_max_per_host)."
            )
        ),
    ]
}

extension SMTPWords {
    /// Words of one product, or of whoever answers in a server's place.
    static let servers = [
        KnownRefusal(
            "cannot connect",
            "could not connect",
            "unable to connect",
            "failed to connect",
            "connect error",
            "connection … smtp server failed",
            "connection … mail server failed",
            "connection … remote server failed",
            "proxy … not available",
            "proxy … unavailable",
            "proxy … cannot",
            "proxy … could not",
            "proxy … failed",
            "scanner … cannot",
            "scanner … could not",
            "mail shield",
            unless: ["open proxy"],
            means: Reason(
                "A program between here and the server says so, as an antivirus scanner or a mail proxy does: it could "
                    + "not reach the server itself.",
                fix:
                    "Find the program that answers in the server's place, on this machine or on the way, and see why it "
                    + "cannot reach the server; call from another machine to compare.",
                isInPlaceOfServer: true
            )
        ),
        KnownRefusal(
            "service not active",
            by: .presumably("Exchange"),
            means: Reason("Exchange says so when its transport component is inactive.", fix: exchangeComponents)
        ),
        KnownRefusal(
            "421 4 3 2",
            "451 4 3 2",
            by: .only("Exchange"),
            means: Reason(
                "Exchange says so when its transport is in maintenance, inactive or under back pressure.",
                fix: exchangeComponents
            )
        ),
        KnownRefusal(
            "insufficient system resources",
            by: .presumably("Exchange"),
            means: Reason(
                "Exchange says so when disk or memory is short (back pressure).",
                fix:
                    "Make room on the disk of the queue, or find what takes the memory: the Application event log names "
                    + "the resource."
            )
        ),
        KnownRefusal(
            "insufficient system storage",
            "insufficient disk space",
            "queue disk full",
            means: Reason(
                "By its words it is short of disk for its queue.",
                fix: "Make room on the disk of the server's queue."
            )
        ),
        KnownRefusal(
            "server local error",
            by: .presumably("Postfix"),
            means: Reason(
                "Postfix says so where a load balancer's PROXY header is due and does not come "
                    + "(smtpd_upstream_proxy_protocol), or where it fails inside.",
                fix: "Call the load balancer instead, or take smtpd_upstream_proxy_protocol off this port's lines in "
                    + "master.cf; the mail log tells which it is."
            )
        ),
        KnownRefusal(
            "no smtp service here",
            "does not accept mail",
            "does not accept email",
            means: Reason(
                "It says that it takes no mail here (RFC 5321 section 3.1).",
                fix: "Look up which hosts take the mail, the MX records of the domain, or call the port for submission."
            )
        ),
    ]

    /// What a code says by itself, where the words beside it are not known.
    static let lastly = [
        KnownRefusal(
            "421 4 3 2",
            means: Reason(
                "By its code it does not serve for now (RFC 3463: the system takes no messages); Exchange, Sendmail and "
                    + "others say so.",
                fix: "Look at the server's log at this moment; on Exchange, see Get-ServerComponentState SERVER."
            )
        ),
        KnownRefusal(
            "250",
            "200",
            at: [.starttls],
            means: Reason(
                "Its go-ahead has the wrong code: 220 is due (RFC 3207 section 4), and clients wait for nothing else.",
                fix: "Mend or update what answers there to STARTTLS, a proxy or a library of the server's."
            )
        ),
        KnownRefusal(
            "421",
            "451",
            "530",
            "550",
            "554",
            at: [.starttls],
            means: Reason(
                "It refuses the command for a reason that its own words name; certificate and key need not be wrong.",
                fix: "Act on the server's own words, and look at its log for this moment."
            )
        ),
        KnownRefusal(
            "554 5 7 1",
            "550 5 7 1",
            "554 5 7 0",
            at: [.greeting],
            means: Reason(
                "By its words it does not want this client, by its address or its network.",
                fix: "Call from another address to compare, or let the server serve this one."
            )
        ),
    ]

    private static let exchangeComponents =
        "See Get-ServerComponentState SERVER for what is inactive, and set it active with Set-ServerComponentState; with "
        + "all active, look for back pressure in the Application event log."
}

extension KnownRefusal {
    /// What servers of mailboxes and news, and what stands before them, say in words that need no more than themselves.
    static let everybodys = [
        KnownRefusal(
            "cannot connect to pop server",
            "cannot connect to pop3 server",
            "cannot connect to imap server",
            "cannot connect to imap4 server",
            "cannot connect to smtp server",
            "cannot connect to nntp server",
            "cannot connect to news server",
            "cannot connect to mail server",
            "could not connect to mail server",
            "cannot connect to the server",
            "could not connect to the server",
            "unable to connect to the server",
            "connect error 10060",
            "connect error 10061",
            "connect error 10065",
            "mfe proxy",
            "mail proxy error",
            "unable to connect to the pop3 server",
            "unable to connect to the imap server",
            "could not connect to backend",
            "cannot connect to backend",
            "backend unavailable",
            means: Reason(
                "A program between here and the server says so, as an antivirus scanner or a mail proxy does: it "
                    + "could not reach the server itself.",
                fix: "Find the program that answers in the server's place, on this machine or on the way, and see why "
                    + "it cannot reach the server; call from another machine to compare.",
                isInPlaceOfServer: true
            )
        ),
        KnownRefusal(
            "too many connections",
            "too many simultaneous connections",
            "too many concurrent connections",
            "too many open connections",
            "too many sessions",
            "too many clients",
            "too many users",
            "maximum number of connections",
            "maximum connections",
            "max connections",
            "connection limit",
            "connections limit",
            "connection queue full",
            "too many connects",
            means: Reason(
                "By its words it has as many connections as it allows, from this client or in all.",
                fix: "See at the server who holds its connections and which limit is reached: end those that are "
                    + "forgotten, or raise the limit."
            )
        ),
        KnownRefusal(
            "intrusion prevention",
            "intrusion detection",
            "blacklisted",
            "blacklist",
            "blocklist",
            "block list",
            "blocklisted",
            "ip blocked",
            "ip is blocked",
            "address blocked",
            "address is blocked",
            "host blocked",
            "you are blocked",
            "has been blocked",
            "have been blocked",
            "is blocked",
            "banned",
            means: Reason(
                "By its words it has blocked the address of this client; others may be served.",
                fix: "Take this client's address off the server's list of blocked ones, and mend what put it there; "
                    + "call from another address to compare."
            )
        ),
        KnownRefusal(
            "access denied",
            "access not allowed",
            "not allowed to connect",
            "not permitted to connect",
            "host not allowed",
            "address not allowed",
            "connection not allowed",
            "no permission to talk",
            "not authorized to connect",
            "unauthorized host",
            means: Reason(
                "Servers that say so mostly do not serve this client, by its address or its network.",
                fix: "Let the server serve this client's address, or call from one that it serves."
            )
        ),
        KnownRefusal(
            "shutting down",
            "shut down",
            "shutdown",
            "going down",
            "maintenance",
            "restarting",
            "being restarted",
            means: Reason(
                "By its words it is being stopped, restarted or worked on.",
                fix: "Ask whoever works on it; start the service again where nobody does."
            )
        ),
        KnownRefusal(
            "internal error",
            "internal login failure",
            "internal failure",
            "fatal error",
            "internal server error",
            means: Reason(
                "By its words something that it needs fails inside.",
                fix: "Look at the server's log at this moment: it says what fails."
            )
        ),
        KnownRefusal(
            "busy",
            "overloaded",
            "overload",
            "load too high",
            "try again later",
            "try later",
            "temporary problem",
            "temporary failure",
            "temporarily unavailable",
            "temporarily not available",
            means: Reason(
                "By its words it cannot serve for now.",
                fix: "Look at the server's load and log at this moment, and ask again later."
            )
        ),
    ]

    /// It has trouble with its own certificate or key, and says so where TLS is asked for or due.
    static func brokenTLS(by speaker: Speaker, fix: String) -> KnownRefusal {
        KnownRefusal(
            "error initializing tls",
            "tls initialization failed",
            "tls init failed",
            "starttls failed",
            "starttls negotiation failed",
            "tls negotiation failed",
            "tls support not available",
            "tls not available",
            by: speaker,
            means: Reason("Servers that say so mostly have trouble with their own certificate or key.", fix: fix)
        )
    }
}

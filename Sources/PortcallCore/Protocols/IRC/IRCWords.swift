/// What IRC servers are known to say.
enum IRCWords {
    static let notExchange = "Exchange 2000 has no IRC over TLS, so whatever answers here is another server"

    /// `sasl=PLAIN,EXTERNAL` of CAP LS 302; without a list none is known.
    static func mechanisms(in capabilities: [String]) -> [String] {
        capabilities.first { $0.hasPrefix("sasl=") }
            .map { $0.dropFirst(5).split(separator: ",").prefix(20).map { $0.uppercased() } } ?? []
    }

    /// What its refusals mean, the particular ones first.
    static func reason(for refusal: Refusal) -> Reason? {
        KnownRefusal.reason(for: refusal, among: known + KnownRefusal.everybodys)
    }

    private static let known = [
        KnownRefusal(
            "throttled",
            "throttling",
            "reconnect too fast",
            "reconnecting too fast",
            "connecting too fast",
            "reconnect so fast",
            means: Reason(
                "By its words this client has connected too often in a short time.",
                fix: "Wait some minutes, and call less often; or let the server exempt this address from its throttle."
            )
        ),
        KnownRefusal(
            "k lined",
            "klined",
            "g lined",
            "glined",
            "z lined",
            "zlined",
            "d lined",
            "you are not welcome",
            means: Reason(
                "By its words the server, or its network, has banned this client's address.",
                fix:
                    "Take this client's address off the server's bans (STATS k and g show them), or call from another one."
            )
        ),
        KnownRefusal(
            "server is full",
            "server full",
            "all connections in use",
            "no more connections allowed",
            "too many host connections",
            "too many may connections",
            "too may connections",
            "no more connections from your host",
            "connection class is full",
            means: Reason(
                "By its words it has as many connections as it allows, from this client or in all.",
                fix:
                    "See at the server which limit is reached, that of an address, of a class or of all, and raise it or "
                    + "end what holds its connections."
            )
        ),
        KnownRefusal(
            "unauthorised connection",
            "unauthorized connection",
            "not authorised to connect",
            "not authorized to use this server",
            "no authorization",
            "no auth block",
            means: Reason(
                "By its words it serves none but those whom its configuration names.",
                fix: "Let a connection class of the server take this client's address, or call from one that it takes."
            )
        ),
        KnownRefusal(
            "starttls is not enabled",
            "starttls is not available",
            "starttls failed",
            "tls is not enabled",
            means: Reason(
                "Servers that say so have trouble with their own certificate or key, or TLS is not set up.",
                fix:
                    "See that it can read certificate and key, and that the two belong together; its log names the file."
            )
        ),
    ]
}

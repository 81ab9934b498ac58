/// Which software answers, by its greeting.
enum IMAPWords {
    static func product(in greeting: String) -> Product? {
        ExchangeMailbox.product(in: greeting) ?? ProductMark.product(in: greeting, among: names)
    }

    /// Most specific first.
    private static let names = [
        ProductMark("Dovecot"), ProductMark("Waiting for authentication process", "Dovecot"),
        ProductMark("Cyrus IMAP", "Cyrus"), ProductMark("Cyrus IMAP4", "Cyrus"),
        ProductMark("Courier-IMAP", "Courier"), ProductMark("Zimbra"), ProductMark("hMailServer"),
        ProductMark("MailEnable"), ProductMark("MDaemon"), ProductMark("CommuniGate Pro"), ProductMark("Kerio Connect"),
        ProductMark("Domino"), ProductMark("IceWarp"), ProductMark("Stalwart"), ProductMark("Gimap", "Google"),
    ]
}

extension ProtocolKind {
    static let imap = ProtocolKind(
        name: "IMAP",
        field: .mail,
        signatures: [Signature("an IMAP server", begins: "* OK", "* BYE", "* PREAUTH", "* NO", "* BAD")],
        requests: .lines("* CAPABILITY", "* STARTTLS", "* ID NIL", "* LOGOUT"),
        rules: [
            Rule(one: .imapPreauth) { seen in
                guard (seen.facts.service as? IMAPFacts)?.isPreauthenticated == true else { return nil }
                let isClear = seen.plan.service.security == .upgrade
                return Sighting(seen.facts.greeting ?? "", ["when": isClear ? " and before TLS could start" : ""])
            }
        ],
        explanations: [.imapPreauth],
        words: .imap,
        meaningOfClearText: { ProtocolWords.Mailbox.imap.reason(forClearText: $0)?.meaning ?? "" },
        fixOfClearText: { ProtocolWords.Mailbox.imap.reason(forClearText: $0)?.fix },
        open: { plan, _ in LineDialogue(IMAPGrammar(plan), plan) }
    )
}

extension Explanation {
    fileprivate static let imapPreauth = Explanation(
        "imap-preauth",
        .critical,
        at: .greeting,
        message:
            "The server says that this connection is logged in already (PREAUTH), without a password{when}.",
        fix: "Turn PREAUTH off for network clients; it is for servers that are started by a local program.",
        meaning: [
            "PREAUTH means that the user is known some other way (RFC 9051 section 7.1.4). Over the network nobody is, "
                + "and a client that believes it never asks for TLS: somebody in the middle can keep it in clear."
        ],
        confirm: [.dialogue],
        remedies: [
            Remedy(
                "Any server",
                "Look for a proxy or tunnel in front that logs in by itself, and at the server's settings."
            )
        ]
    )
}

/// Which software answers, by its greeting.
enum POP3Words {
    static func product(in greeting: String) -> Product? {
        ExchangeMailbox.product(in: greeting) ?? ProductMark.product(in: greeting, among: names)
    }

    /// A greeting with a timestamp takes APOP: `<1896.697170952@dbc.example>` (RFC 1939 section 7).
    static func offersAPOP(_ greeting: String) -> Bool {
        guard let open = greeting.firstIndex(of: "<"), let close = greeting[open...].firstIndex(of: ">") else {
            return false
        }
        return greeting[open..<close].contains("@")
    }

    /// What its refusals mean.
    static func meaning(ofRefusal refusal: String) -> String? {
        let text = refusal.uppercased()
        if text.contains("[SYS/TEMP]") { return "The server itself fails, for now (RFC 3206)." }
        if text.contains("[SYS/PERM]") { return "The server itself fails, until somebody mends it (RFC 3206)." }
        return ExchangeMailbox.meaning(ofRefusal: refusal)
    }

    /// Most specific first.
    private static let names = [
        ProductMark("Dovecot"), ProductMark("Cyrus POP3", "Cyrus"), ProductMark("Qpopper"),
        ProductMark("QPOP", "Qpopper"),
        ProductMark("Zimbra"), ProductMark("hMailServer"), ProductMark("MailEnable"), ProductMark("MDaemon"),
        ProductMark("CommuniGate Pro"), ProductMark("Kerio Connect"), ProductMark("Lotus Notes POP3", "Lotus Domino"),
        ProductMark("Domino"), ProductMark("IceWarp"), ProductMark("Stalwart"), ProductMark("Gpop", "Google"),
        ProductMark("Hello there.", "Courier"),
    ]
}

extension ProtocolKind {
    static let pop3 = ProtocolKind(
        name: "POP3",
        field: .mail,
        signatures: [Signature("a POP3 server", begins: "+OK", "-ERR")],
        requests: .lines("CAPA", "STLS", "QUIT"),
        words: .pop3,
        meaningOfClearText: { ExchangeMailbox.meaning(ofClearText: $0) },
        open: { plan, _ in LineDialogue(POP3Grammar(), plan) }
    )
}

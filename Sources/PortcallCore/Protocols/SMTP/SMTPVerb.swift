/// A verb or keyword of Exchange's own, and what seeing it means.
struct SMTPVerb: Sendable {
    let name: String
    let meaning: String
    /// Whether a server that faces the Internet shows it.
    let isExpectedFromInternet: Bool

    private init(_ name: String, _ meaning: String, fromInternet isExpected: Bool = false) {
        self.name = name
        self.meaning = meaning
        isExpectedFromInternet = isExpected
    }

    /// In the order to show them.
    static let all = [
        SMTPVerb("X-LINK2STATE", "Exchange 2000/2003 exchanges routing information (link state, \"X-LSA-2\") here."),
        SMTPVerb("X-LSA-2", "The link state algorithm of Exchange 2000/2003, by its own name."),
        SMTPVerb("XEXCH50", "Exchange 2000 to 2010 passes on message properties that SMTP has no place for."),
        SMTPVerb("X-EXPS", "Exchange servers log in to each other here (GSSAPI, NTLM).", fromInternet: true),
        SMTPVerb("X-ANONYMOUSTLS", "TLS between Exchange servers with their own certificates.", fromInternet: true),
        SMTPVerb("XRDST", "Exchange 2010 and later: where a message is routed to.", fromInternet: true),
        SMTPVerb("XSHADOW", "Exchange 2010 keeps a second copy of each message until it is delivered."),
        SMTPVerb("XSHADOWREQUEST", "Exchange 2013 and later asks for a second copy of each message."),
        SMTPVerb("X-MESSAGECONTEXT", "Exchange passes on address book and property data between its servers."),
        SMTPVerb("XMESSAGECONTEXT", "Exchange passes on address book and property data between its servers."),
        SMTPVerb("X-EXCHANGEAUTH", "Exchange servers log in to each other with Kerberos inside TLS."),
        SMTPVerb("XPROXY", "The front end of Exchange hands a session on to the back end."),
        SMTPVerb("XPROXYFROM", "The front end tells the back end who the client was."),
        SMTPVerb("XPROXYTO", "The back end lets the front end send on its behalf."),
        SMTPVerb("XSESSIONPARAMS", "Exchange servers tell each other about the session."),
        SMTPVerb("XOORG", "Exchange passes on the organisation a message comes from."),
        SMTPVerb("XORIGFROM", "Exchange passes on the sender before forwarding."),
        SMTPVerb("XSYSPROBE", "Exchange's own health probes use it."),
        SMTPVerb("TLS", "Exchange 5.5 offers TLS by this word; today's clients look for STARTTLS."),
    ]
}

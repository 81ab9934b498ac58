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

/// What servers are known to mean by their refusals.
enum SMTPWords {
    /// A sentence, or nil for words nobody has explained.
    static func meaning(ofRefusal refusal: String) -> String? {
        let text = refusal.lowercased()
        return refusals.first { text.contains($0.mark) }?.meaning
    }

    /// The first that fits counts.
    private static let refusals: [(mark: String, meaning: String)] = [
        ("4.7.66", "It refuses TLS 1.0 and 1.1: this connection must use TLS 1.2 or later."),
        ("421 4.3.2", "Exchange says so when its transport is in maintenance, inactive or under back pressure."),
        ("service not active", "Exchange says so when its transport component is inactive."),
        ("4.3.1", "Exchange says so when disk or memory is short (back pressure)."),
        ("insufficient system resources", "Exchange says so when disk or memory is short (back pressure)."),
        ("tls not available", "The server has trouble with its own certificate or key."),
        ("tls currently unavailable", "The server has trouble with its own certificate or key."),
        ("454 4.7.0", "The server has trouble with its own certificate or key, or with TLS as such."),
        ("no client certificate", "It wants a client certificate before it serves."),
        ("5.7.606", "The address of this client is on Microsoft's block list; the server is fine."),
        ("banned sending ip", "The address of this client is on Microsoft's block list; the server is fine."),
        ("block list", "The address of this client is on a block list; the server is fine."),
        ("blocklist", "The address of this client is on a block list; the server is fine."),
        ("blacklist", "The address of this client is on a block list; the server is fine."),
        ("dnsbl", "The address of this client is on a block list; the server is fine."),
        ("spamhaus", "The address of this client is on a block list; the server is fine."),
        ("too many connections", "It has as many connections as it allows, from this client or in all."),
        ("too many concurrent", "It has as many connections as it allows, from this client or in all."),
        ("greylist", "It turns first visits away for a while, against spam."),
        ("try again later", "It asks to come back later."),
        ("invalid domain name", "It does not like the name said in EHLO."),
        ("5.5.4", "It does not like the name said in EHLO."),
        ("not authenticated", "It serves only clients that log in, or of other networks."),
        ("5.7.57", "It serves only clients that log in, or of other networks."),
        ("554 5.7.1", "It does not want this client, by its address or its network."),
        ("access denied", "It does not want this client, by its address or its network."),
    ]
}

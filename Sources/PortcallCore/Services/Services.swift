/// THE TABLE: every service portcall can check.
///
/// It is the registry, the port reference and the output of `portcall ports`. Two rows may share a port; the first one
/// is what the bare port means.
extension Service {
    public static let all: [Service] = [
        Service(
            "smtp",
            "SMTP between mail servers",
            .smtp,
            port: 25,
            otherPorts: [2525],
            security: .upgrade,
            reference: "RFC 5321",
            role:
                "Mail from other servers; the link state algorithm's X-LSA-2 and X-LINK2STATE between routing groups.",
            policy: Policy(isTrustOpportunistic: true, patience: .seconds(10))
        ),
        Service(
            "submission",
            "SMTP submission",
            .smtp,
            port: 587,
            security: .upgrade,
            reference: "RFC 6409",
            role: "Mail from users' programs: the Client Frontend receive connector of Exchange 2013 and later.",
            policy: Policy(withoutTLS: .critical, counterpart: "smtps")
        ),
        Service(
            "smtps",
            "SMTP submission over TLS",
            .smtp,
            port: 465,
            security: .implicit,
            reference: "RFC 8314",
            role: "Exchange 2013 and later has plain SMTP with STARTTLS here, for its own front end (Client Proxy)."
        ),
        Service(
            "pop3",
            "POP3",
            .pop3,
            port: 110,
            security: .upgrade,
            reference: "RFC 1939",
            role: "Mailboxes for POP3 programs; off by default since Exchange 2007.",
            policy: Policy(counterpart: "pop3s")
        ),
        Service(
            "pop3s",
            "POP3 over TLS",
            .pop3,
            port: 995,
            security: .implicit,
            reference: "RFC 8314",
            role: "The same with TLS from the first byte; its certificate is enabled for the service POP."
        ),
        Service(
            "imap",
            "IMAP4",
            .imap,
            port: 143,
            security: .upgrade,
            reference: "RFC 9051",
            role: "Mailboxes for IMAP programs; off by default since Exchange 2007.",
            policy: Policy(counterpart: "imaps")
        ),
        Service(
            "imaps",
            "IMAP4 over TLS",
            .imap,
            port: 993,
            security: .implicit,
            reference: "RFC 8314",
            role: "The same with TLS from the first byte; its certificate is enabled for the service IMAP."
        ),
        Service(
            "nntp",
            "NNTP",
            .nntp,
            port: 119,
            security: .upgrade,
            reference: "RFC 3977",
            role: "News: public folders of Exchange 5.0 to 2003; gone since Exchange 2007.",
            policy: Policy(counterpart: "nntps")
        ),
        Service(
            "nntps",
            "NNTP over TLS",
            .nntp,
            port: 563,
            security: .implicit,
            reference: "RFC 8143",
            role: "The same with TLS from the first byte."
        ),
        Service(
            "http",
            "HTTP",
            .http,
            port: 80,
            security: .none,
            reference: "RFC 9112",
            role: "Outlook Web Access of Exchange 5.5 to 2003; later a redirect to 443, or SSL required (403.4)."
        ),
        Service(
            "rvp",
            "RVP, instant messaging",
            .http(.instantMessaging),
            port: 80,
            security: .none,
            reference: "draft-calsyn-rvp-01",
            role: "Instant messaging of Exchange 2000 (/instmsg/); it calls its clients back on ports of their own."
        ),
        Service(
            "https",
            "HTTPS",
            .http,
            port: 443,
            security: .implicit,
            reference: "RFC 9112",
            role: "Everything Outlook, browsers and telephones use: OWA, EWS, ActiveSync, Autodiscover, MAPI, OAB."
        ),
        Service(
            "owa",
            "Outlook on the web",
            .http(.service(.owa)),
            port: 443,
            security: .implicit,
            reference: "RFC 9112",
            role: "Mail in a browser: /owa/, since Exchange 2007."
        ),
        Service(
            "ecp",
            "Exchange admin center",
            .http(.service(.ecp)),
            port: 443,
            security: .implicit,
            reference: "RFC 9112",
            role: "Administration in a browser: /ecp/, since Exchange 2010."
        ),
        Service(
            "ews",
            "Exchange Web Services",
            .http(.service(.ews)),
            port: 443,
            security: .implicit,
            reference: "MS-OXWSCORE",
            role: "Availability, and programs of others: /EWS/Exchange.asmx, since Exchange 2007."
        ),
        Service(
            "activesync",
            "Exchange ActiveSync",
            .http(.service(.activeSync)),
            port: 443,
            security: .implicit,
            reference: "MS-ASHTTP",
            role: "Telephones: /Microsoft-Server-ActiveSync, since Exchange 2003."
        ),
        Service(
            "autodiscover",
            "Autodiscover",
            .http(.service(.autodiscover)),
            port: 443,
            security: .implicit,
            reference: "MS-OXDSCLI",
            role: "How programs find their settings: /autodiscover/autodiscover.xml, since Exchange 2007."
        ),
        Service(
            "mapi",
            "MAPI over HTTP",
            .http(.service(.mapi)),
            port: 443,
            security: .implicit,
            reference: "MS-OXCMAPIHTTP",
            role: "Outlook's own protocol: /mapi/, since Exchange 2013 SP1; 404 where it is off."
        ),
        Service(
            "rpcproxy",
            "Outlook Anywhere",
            .http(.service(.rpcProxy)),
            port: 443,
            security: .implicit,
            reference: "MS-RPCH",
            role: "RPC over HTTP: /rpc/rpcproxy.dll, Exchange 2003 to 2019."
        ),
        Service(
            "oab",
            "Offline address book",
            .http(.service(.oab)),
            port: 443,
            security: .implicit,
            reference: "MS-OXWOAB",
            role: "The address book for download: /OAB/, since Exchange 2007."
        ),
    ]

    /// The service that a port stands for when nothing else is said.
    public static func on(port: Int) -> Service? {
        all.first { $0.port == port } ?? all.first { $0.otherPorts.contains(port) }
    }

    /// The service of that name.
    public static func named(_ name: String) -> Service? {
        all.first { $0.name == name }
    }
}

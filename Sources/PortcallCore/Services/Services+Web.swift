extension Service {
    /// Web servers, and each of Exchange's services behind one.
    static let web = [http, rvp, https, owa, ecp, ews, activesync, autodiscover, mapi, rpcproxy, oab]

    static let http = Service(
        "http",
        "HTTP",
        .http,
        port: 80,
        otherPorts: [81],
        security: .none,
        reference: "RFC 9112",
        role: "Outlook Web Access of Exchange 5.5 to 2003; later a redirect to 443, or SSL required (403.4).",
        isCheckedWithAll: true
    )

    static let rvp = Service(
        "rvp",
        "RVP, instant messaging",
        .http(.instantMessaging),
        port: 80,
        security: .none,
        reference: "draft-calsyn-rvp-01",
        role: "Instant messaging of Exchange 2000 (/instmsg/); it calls its clients back on ports of their own."
    )

    static let https = Service(
        "https",
        "HTTPS",
        .http,
        port: 443,
        otherPorts: [444],
        security: .implicit,
        reference: "RFC 9112",
        role: "Everything Outlook, browsers and telephones use: OWA, EWS, ActiveSync, Autodiscover, MAPI, OAB.",
        isCheckedWithAll: true
    )

    static let owa = Service(
        "owa",
        "Outlook on the web",
        .http(.service(.owa)),
        port: 443,
        security: .implicit,
        reference: "RFC 9112",
        role: "Mail in a browser: /owa/, since Exchange 2007."
    )

    static let ecp = Service(
        "ecp",
        "Exchange admin center",
        .http(.service(.ecp)),
        port: 443,
        security: .implicit,
        reference: "RFC 9112",
        role: "Administration in a browser: /ecp/, since Exchange 2010."
    )

    static let ews = Service(
        "ews",
        "Exchange Web Services",
        .http(.service(.ews)),
        port: 443,
        security: .implicit,
        reference: "MS-OXWSCORE",
        role: "Availability, and programs of others: /EWS/Exchange.asmx, since Exchange 2007."
    )

    static let activesync = Service(
        "activesync",
        "Exchange ActiveSync",
        .http(.service(.activeSync)),
        port: 443,
        security: .implicit,
        reference: "MS-ASHTTP",
        role: "Telephones: /Microsoft-Server-ActiveSync, since Exchange 2003."
    )

    static let autodiscover = Service(
        "autodiscover",
        "Autodiscover",
        .http(.service(.autodiscover)),
        port: 443,
        security: .implicit,
        reference: "MS-OXDSCLI",
        role: "How programs find their settings: /autodiscover/autodiscover.xml, since Exchange 2007."
    )

    static let mapi = Service(
        "mapi",
        "MAPI over HTTP",
        .http(.service(.mapi)),
        port: 443,
        security: .implicit,
        reference: "MS-OXCMAPIHTTP",
        role: "Outlook's own protocol: /mapi/, since Exchange 2013 SP1; 404 where it is off."
    )

    static let rpcproxy = Service(
        "rpcproxy",
        "Outlook Anywhere",
        .http(.service(.rpcProxy)),
        port: 443,
        security: .implicit,
        reference: "MS-RPCH",
        role: "RPC over HTTP: /rpc/rpcproxy.dll, Exchange 2003 to 2019."
    )

    static let oab = Service(
        "oab",
        "Offline address book",
        .http(.service(.oab)),
        port: 443,
        security: .implicit,
        reference: "MS-OXWOAB",
        role: "The address book for download: /OAB/, since Exchange 2007."
    )
}

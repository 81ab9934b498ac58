extension Service {
    /// Mail between servers, from users, and to users.
    static let mail = [smtp, submission, smtps, pop3, pop3s, imap, imaps, sieve, lmtp]

    static let smtp = Service(
        "smtp",
        "SMTP between mail servers",
        .smtp,
        port: 25,
        otherPorts: [475, 717, 2525],
        security: .upgrade,
        reference: "RFC 5321",
        role:
            "Mail from other servers; the link state algorithm's X-LSA-2 and X-LINK2STATE between routing groups.",
        isCheckedWithAll: true,
        policy: Policy(isTrustOpportunistic: true, patience: .seconds(10))
    )

    static let submission = Service(
        "submission",
        "SMTP submission",
        .smtp,
        port: 587,
        security: .upgrade,
        reference: "RFC 6409",
        role: "Mail from users' programs: the Client Frontend receive connector of Exchange 2013 and later.",
        isCheckedWithAll: true,
        policy: Policy(withoutTLS: .critical, loginPurpose: "send mail", servesKnownClients: true, counterpart: "smtps")
    )

    static let smtps = Service(
        "smtps",
        "SMTP submission over TLS",
        .smtp,
        port: 465,
        security: .implicit,
        reference: "RFC 8314",
        role: "Exchange 2013 and later has plain SMTP with STARTTLS here, for its own front end (Client Proxy).",
        isCheckedWithAll: true,
        policy: Policy(loginPurpose: "send mail", servesKnownClients: true)
    )

    static let pop3 = Service(
        "pop3",
        "POP3",
        .pop3,
        port: 110,
        security: .upgrade,
        reference: "RFC 1939",
        role: "Mailboxes for POP3 programs; off by default since Exchange 2007.",
        isCheckedWithAll: true,
        policy: Policy(loginPurpose: "fetch mail", counterpart: "pop3s")
    )

    static let pop3s = Service(
        "pop3s",
        "POP3 over TLS",
        .pop3,
        port: 995,
        security: .implicit,
        reference: "RFC 8314",
        role: "The same with TLS from the first byte; its certificate is enabled for the service POP.",
        isCheckedWithAll: true,
        policy: Policy(loginPurpose: "fetch mail")
    )

    static let imap = Service(
        "imap",
        "IMAP4",
        .imap,
        port: 143,
        security: .upgrade,
        reference: "RFC 9051",
        role: "Mailboxes for IMAP programs; off by default since Exchange 2007.",
        isCheckedWithAll: true,
        policy: Policy(loginPurpose: "read mail", counterpart: "imaps")
    )

    static let imaps = Service(
        "imaps",
        "IMAP4 over TLS",
        .imap,
        port: 993,
        security: .implicit,
        reference: "RFC 8314",
        role: "The same with TLS from the first byte; its certificate is enabled for the service IMAP.",
        isCheckedWithAll: true,
        policy: Policy(loginPurpose: "read mail")
    )

    static let sieve = Service(
        "sieve",
        "ManageSieve",
        .manageSieve,
        port: 4190,
        security: .upgrade,
        reference: "RFC 5804",
        role: "Filters of mailboxes, put there by users' mail programs; no Exchange has it.",
        isCheckedWithAll: true
    )

    static let lmtp = Service(
        "lmtp",
        "LMTP",
        .lmtp,
        port: 24,
        security: .upgrade,
        reference: "RFC 2033",
        role: "Mail from a mail server into mailboxes, between machines of one site; no Exchange has it."
    )
}

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
            "ldap",
            "LDAP",
            .ldap,
            port: 389,
            security: .upgrade,
            reference: "RFC 4511",
            role: "The directory: Active Directory on a domain controller, or the directory of Exchange 5.5 itself.",
            policy: .directory
        ),
        Service(
            "cldap",
            "the netlogon ping",
            .cldap,
            port: 389,
            transport: .udp,
            security: .none,
            reference: "MS-ADTS",
            role: "One datagram by which Exchange and Windows find a domain controller, its site and its roles."
        ),
        Service(
            "ldaps",
            "LDAP over TLS",
            .ldap,
            port: 636,
            security: .implicit,
            reference: "RFC 4513",
            role: "The same with TLS from the first byte; a domain controller needs a certificate for it."
        ),
        Service(
            "gc",
            "the global catalog",
            .globalCatalog,
            port: 3268,
            security: .upgrade,
            reference: "MS-ADTS",
            role: "Part of every object of the forest: Exchange looks up recipients here, and stops without it.",
            policy: .directory
        ),
        Service(
            "gcs",
            "the global catalog over TLS",
            .globalCatalog,
            port: 3269,
            security: .implicit,
            reference: "MS-ADTS",
            role: "The same with TLS from the first byte."
        ),
        Service(
            "srs",
            "the Site Replication Service",
            .ldap,
            port: 379,
            security: .upgrade,
            reference: "RFC 4511",
            role: "In Exchange 2000 and 2003, the Exchange 5.5 directory for sites that still have 5.5 servers.",
            policy: .directory
        ),
        Service(
            "ldap55",
            "LDAP of Exchange 5.5",
            .ldap,
            port: 390,
            security: .upgrade,
            reference: "RFC 4511",
            role: "The directory of Exchange 5.5 on a domain controller, where Active Directory has 389.",
            policy: .directory
        ),
        Service(
            "adlds",
            "AD LDS on Edge",
            .ldap,
            port: 50_389,
            security: .upgrade,
            reference: "RFC 4511",
            role: "Recipients and configuration of an Edge Transport server, for that server alone.",
            policy: Policy(refusingTLS: .warning, isSelfSignedNormal: true, isTrustOpportunistic: true)
        ),
        Service(
            "adldss",
            "AD LDS on Edge over TLS",
            .ldap,
            port: 50_636,
            security: .implicit,
            reference: "RFC 4513",
            role: "EdgeSync from the mailbox servers; the certificate that Edge signed for itself is what they expect.",
            policy: Policy(isSelfSignedNormal: true, isTrustOpportunistic: true)
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

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
            policy: Policy(withoutTLS: .critical)
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

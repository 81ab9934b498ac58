extension Explanation {
    static let versionsDisagree = Explanation(
        "versions-disagree",
        .note,
        message: "The ports of {host} are of different versions of Exchange.",
        fix: "Find out whether they lead to one server, and bring all servers behind the name to one version.",
        meaning: [
            "One server has one version. Where ports tell different ones, a load balancer or a forwarding rule leads them to "
                + "different servers, as in the midst of a migration, or an update was not finished on one of several servers.",
            "Banners can be changed, and proxies name themselves: what a port says is told as it says it.",
        ],
        confirm: [
            Probe("See what each says:", "portcall {host}"),
            Probe(
                "On Exchange, every server's version:",
                "Get-ExchangeServer | Format-Table Name,AdminDisplayVersion",
                .with("Exchange")
            ),
        ],
        remedies: [
            Remedy("Exchange", "Install the same cumulative and security update on every server behind the name."),
            Remedy("Firewall", "Compare where the ports are forwarded to."),
        ]
    )
}

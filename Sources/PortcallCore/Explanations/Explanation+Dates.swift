extension Explanation {
    static let dates = [certificateExpired, certificateNotYetValid, certificateExpiresSoon, intermediateExpired]

    static let certificateExpired = Explanation(
        "certificate-expired",
        .critical,
        message: "The certificate expired on {date}, {days} ago; {clients} refuse it or warn their users.",
        fix: "{renew}",
        meaning: [
            "The time judged is past notAfter. If it was renewed already, this port was forgotten: each service "
                + "keeps the old one until it is told or restarted."
        ],
        confirm: [
            Probe(
                "The dates:",
                "openssl s_client -connect {host}:{port}{starttls} </dev/null | openssl x509 -noout -dates"
            ),
            .openssl,
            .exchangeCertificates,
        ],
        remedies: [.certificate]
    )

    static let certificateNotYetValid = Explanation(
        "certificate-not-yet-valid",
        .critical,
        message: "{is} valid from {date} only; until then {clients} refuse it.",
        fix: "Check the clock of this machine, then install a certificate that is valid now.",
        meaning: [
            "The time judged is before notBefore: issued for later, issued by a CA whose clock is wrong, or the clock "
                + "here is."
        ],
        confirm: [.openssl, Probe("Compare clocks:", "date -u")],
        remedies: [.certificate]
    )

    static let certificateExpiresSoon = Explanation(
        "certificate-expires-soon",
        .warning,
        otherwise: "critical within --critical-days",
        message: "The certificate expires on {date}, in {days}.",
        fix: "Renew it now, and see why renewal has not happened by itself.",
        meaning: [
            "Less than 20 % of its lifetime or less than 21 days are left, whichever is less, unless "
                + "another limit was set. An automatic renewal would have come by now."
        ],
        confirm: [
            Probe(
                "The dates:",
                "openssl s_client -connect {host}:{port}{starttls} </dev/null | openssl x509 -noout -dates"
            ),
            .exchangeCertificates,
        ],
        remedies: [.certificate]
    )

    static let intermediateExpired = Explanation(
        "intermediate-expired",
        .critical,
        message:
            "{subject}, above the server's own certificate in the chain, expired on {date}; {clients} refuse the chain "
            + "where they know no other way to a root.{above}",
        fix:
            "{send} the current certificate of {subject} instead of the expired one{orLeaveOut}. Where that CA has none, "
            + "have the server's certificate issued anew by a CA that is valid.",
        meaning: [
            "The leaf may be valid for years: a chain holds only as long as each link. CAs publish new intermediates "
                + "with the same key; the server still sends the old one, or has no other.",
            "Each expired CA is a finding of its own. Where the topmost is expired and no root above it is trusted, the "
                + "date is the cause that is told: who renews it mostly has another root. A CA that is in date, and not "
                + "trusted, is told besides.",
        ],
        confirm: [.datesOfAll, .verify],
        remedies: [
            .certificate,
            Remedy(
                "Windows",
                "Import the new intermediate into the computer's store Intermediate Certification Authorities, remove "
                    + "the expired one, restart the service."
            ),
        ]
    )
}

extension Rule {
    static let httpServiceFailing = Rule(.httpServiceFailing) { seen in
        guard !seen.facts.isRefused, let web = seen.facts.service as? HTTPFacts else { return [] }
        return (web.survey?.faults ?? []).map { fault, entries in
            let names = entries.map { "\($0.path.title) (\($0.path.request.path))" }
            let evidence = entries.map { "\($0.path.request.path): \($0.response?.head.line ?? "no answer")" }
            return Sighting(
                evidence.joined(separator: "; "),
                fix: fault.fix,
                [
                    "services": names.inWords.capitalizedAtStart,
                    "fail": names.count == 1 ? "is there and does not work" : "are there and do not work",
                    "cause": fault.sentence,
                ]
            )
        }
    }
}

extension Explanation {
    static let httpServiceFailing = Explanation(
        "http-service-failing",
        .warning,
        message: "{services} {fail}: {cause}",
        fix: "See what the failing service says to the server itself, and at its application pool.",
        meaning: [
            "The web server answers and a service of Exchange behind it does not work. Each service has an application "
                + "pool and settings of its own, so one may fail while the others serve.",
            "503 comes from HTTP.sys (Server: Microsoft-HTTPAPI/2.0) when an application pool is stopped, and from a "
                + "proxy when no server behind it is healthy. 500.19 is a configuration that IIS cannot read. A 401 "
                + "without WWW-Authenticate leaves no way to log in. 403.4 forbids clear text.",
            "The sites are two: Default Web Site (80 and 443) for clients, and Exchange Back End (81 and 444) for "
                + "Exchange itself. A rule that forwards to the wrong one shows logins and headers of the back end.",
            "404 is no fault: MAPI over HTTP, for one, exists since Exchange 2013 SP1 and can be switched off.",
        ],
        confirm: [
            Probe("Ask by hand:", "curl -ksv https://{host}/owa/ -o /dev/null"),
            Probe("On Exchange, as load balancers ask:", "curl -ks https://{host}/ews/healthcheck.htm"),
            Probe("See the application pools:", "Get-WebAppPoolState | Format-Table ItemXPath,Value"),
        ],
        remedies: [
            Remedy(
                "Exchange",
                "Start-WebAppPool MSExchangeOWAAppPool (or the pool of the service that fails), then "
                    + "Test-ServiceHealth; "
                    + "Get-OwaVirtualDirectory and its kin show the authentication methods. On the site Exchange Back "
                    + "End, port 444 needs the certificate that set-up made."
            ),
            Remedy(
                "Windows",
                "The System log (source WAS) says why a pool stopped; 500.19 is explained by the page that the server "
                    + "shows to itself."
            ),
            Remedy("Any proxy", "See which members of the pool are healthy, and by what path that is decided."),
        ]
    )
}

extension [String] {
    /// `a`, `a and b`, `a, b and c`.
    fileprivate var inWords: String {
        guard count > 1, let last else { return first ?? "" }
        return "\(dropLast().joined(separator: ", ")) and \(last)"
    }
}

extension String {
    fileprivate var capitalizedAtStart: String { prefix(1).uppercased() + dropFirst() }
}

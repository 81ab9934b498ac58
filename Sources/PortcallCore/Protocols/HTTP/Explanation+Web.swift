extension Explanation {
    static let httpServiceFailing = Explanation(
        "http-service-failing",
        .warning,
        otherwise: "critical where that service was asked for by name",
        silences: ["http-gated"],
        message: "{services} {fail}: {cause}",
        fix: "See what the failing service says to the server itself, and at its application pool.",
        meaning: [
            "The web server answers and a service of Exchange behind it does not work. Each service has an application "
                + "pool and settings of its own, so one may fail while the others serve. It is critical where that "
                + "service was asked for by its name.",
            "503 comes from HTTP.sys (Server: Microsoft-HTTPAPI/2.0) when an application pool is stopped or full, or "
                + "when the program that reserved the place does not run, and from a proxy when no server behind it is "
                + "healthy. 500.19 is a configuration that IIS cannot read. A 401 without WWW-Authenticate leaves no "
                + "way to log in. 403.4 forbids clear text.",
            "IIS asks for a client certificate once it knows the path: by renegotiation, which TLS 1.3 has not, so that "
                + "Windows Server 2025 answers 500 with 0x80070032 there, and Server 2022 resets the connection.",
            "The sites are two: Default Web Site (80 and 443) for clients, and Exchange Back End (81 and 444) for "
                + "Exchange itself. A rule that forwards to the wrong one shows logins and headers of the back end.",
            "404 is no fault: MAPI over HTTP, for one, exists since Exchange 2013 SP1 and can be switched off.",
        ],
        confirm: [
            Probe(
                "Ask for the same, and see the answer:",
                "curl -ksv -m 10 {scheme}://{host}:{port}{path} -o /dev/null"
            ),
            Probe("On Exchange, as load balancers ask:", "curl -ks -m 10 https://{host}:{port}/ews/healthcheck.htm"),
            Probe("See the application pools:", "Get-WebAppPoolState | Format-Table ItemXPath,Value"),
        ],
        remedies: [
            Remedy(
                "Exchange",
                "Start-WebAppPool MSExchangeOWAAppPool (or the pool of the service that fails), then "
                    + "Test-ServiceHealth; Get-OwaVirtualDirectory and its kin show the authentication methods, and "
                    + "Get-OutlookAnywhere those of /rpc. On the site Exchange Back End, port 444 needs the "
                    + "certificate that set-up made."
            ),
            Remedy(
                "Windows",
                "The System log (source WAS) says why a pool stopped; 500.19 is explained by the page that the server "
                    + "shows to itself."
            ),
            Remedy("Any proxy", "See which members of the pool are healthy, and by what path that is decided."),
        ]
    )

    static let httpRedirectBroken = Explanation(
        "http-redirect-broken",
        .critical,
        otherwise: "a warning where it leads to clear text of the same host",
        silences: ["http-gated"],
        message: "{way}",
        fix: "Correct the place that the redirect names: https, and what shall be reached there.",
        meaning: [
            "A redirect names the place to ask next (Location). One that names the place that was asked, or places that "
                + "lead to each other, is followed until clients give up: browsers say that there are too many "
                + "redirects. It is none where the answer sets a cookie, for the next request may then be answered "
                + "otherwise.",
            "A redirect from https to http is a warning: whoever follows it sends what comes next in clear, unless "
                + "port 80 leads back to TLS, and then it goes round.",
            "Both are seen where a proxy ends TLS: the server behind takes the request for one in clear, and leads to "
                + "http, or to https again and again. portcall follows no redirect.",
        ],
        confirm: [
            Probe("See where it leads:", "curl -ksI -m 10 {scheme}://{host}:{port}{path} | grep -i ^location"),
            Probe(
                "Follow it, ten times at most:",
                "curl -ksIL -m 30 --max-redirs 10 {scheme}://{host}:{port}{path} | grep -i ^location"
            ),
        ],
        remedies: [
            Remedy(
                "Exchange",
                "Set HTTP Redirect of the Default Web Site to the whole address, https://NAME/owa, with 'Only redirect "
                    + "requests to content in this directory (not subdirectories)', and take it off the virtual "
                    + "directories below, which inherit it."
            ),
            Remedy(
                "Windows",
                "HTTP Redirect of the site in IIS Manager: 'Redirect all requests to exact destination' where all shall "
                    + "arrive at one place, and https:// in that place."
            ),
            Remedy(
                "nginx",
                "Write https:// in the return line. Where nginx itself is behind a proxy that ends TLS: "
                    + "absolute_redirect off. Where it ends TLS for a server behind it: proxy_redirect http:// "
                    + "https://. For the front page alone: location = / { return 301 https://$host/owa/; }."
            ),
            Remedy(
                "Apache",
                "Redirect takes whatever begins with its path: RedirectMatch ^/$ https://NAME/owa/ is for the front "
                    + "page alone. Behind a proxy that ends TLS: ServerName https://NAME."
            ),
            Remedy("Proxy", "Let the proxy speak TLS to the server behind it, or rewrite Location on the way back."),
        ]
    )

    static let httpGated = Explanation(
        "http-gated",
        .note,
        message: "{gate} Nothing is known of what is behind it.",
        fix: "Ask the server behind it, from inside.",
        meaning: [
            "A path that cannot exist is answered like all others, so that what answers stands before the services: a "
                + "sign-in that comes first (Web Application Proxy with AD FS, or another single sign-on), a login of a "
                + "proxy, a rule about addresses, or a page for everything.",
            "It may be meant so, and then nothing is wrong. It says nothing of the services: they may be well, or "
                + "broken, or not there.",
        ],
        confirm: [
            Probe(
                "Ask for what nobody has, and compare:",
                "curl -ksi -m 10 {scheme}://{host}:{port}/portcall-no-such-path | head; curl -ksi -m 10 {scheme}://{host}:{port}{path} | head"
            )
        ],
        remedies: [
            Remedy("Exchange", "Ask it from inside: https://SERVER/owa/healthcheck.htm."),
            Remedy(
                "Windows",
                "IIS that forbids everything in clear: Require SSL in SSL Settings, and HTTP Redirect for whoever types "
                    + "the name alone. Web Application Proxy: Get-WebApplicationProxyApplication shows what is "
                    + "published, and with which pre-authentication."
            ),
            Remedy("nginx", "nginx -T shows deny, auth_basic, auth_request and try_files lines that hold for all."),
            Remedy("Apache", "Look for Require, AuthType and FallbackResource lines that hold for /."),
            Remedy("Proxy", "Look at its access rules, and at which paths it passes on."),
        ]
    )
}

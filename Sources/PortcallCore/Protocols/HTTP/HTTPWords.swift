/// What web servers are known to mean.
enum HTTPWords {
    /// What a refusal means and what to do about it; the meaning is empty for what nobody has explained.
    static func refusal(by response: HTTPResponse) -> (meaning: String, fix: String?) {
        if response.isFromHTTPSys { return refusalOfHTTPSys(response) }
        if let statement = HTTPStatement(of: response) { return (statement.sentence, statement.fix) }
        switch response.status {
        case 502, 504:
            return ("A proxy says so: the server behind it does not answer it properly.", gateway(response))
        case 503:
            return (
                "It is overloaded or in maintenance, or a proxy has no healthy server behind it.", gateway(response)
            )
        case 500 where response.isFromIIS && response.says(unreadableConfiguration):
            return ("IIS cannot read its configuration (500.19).", ExchangeFault.configuration.fix(for: []))
        case 500 where response.isFromIIS && response.says(["0x80070032"]):
            let fault = ExchangeFault.lateCertificate
            return (fault.sentence(amongExchange: false).capitalizedAtStart, fault.fix(for: []))
        case 421: return ("It does not serve this name on this connection (RFC 9110 section 15.5.20).", nil)
        case 429: return ("It has had too many requests from here (RFC 6585 section 4).", nil)
        default: return ("", nil)
        }
    }

    /// Its own pages: nothing of IIS has seen the request.
    private static func refusalOfHTTPSys(_ response: HTTPResponse) -> (meaning: String, fix: String?) {
        let who = "HTTP.sys, the listener of Windows, says so by itself:"
        let binding = "Get-WebBinding shows the names, addresses and ports of the sites, Get-Website which of them run"
        switch response.status {
        case 503:
            return (
                "\(who) either the application pool of the site is stopped or full, or the program that reserved this "
                    + "place, as AD FS and Web Application Proxy do, does not run.",
                "Start-WebAppPool for the one that is stopped (Get-WebAppPoolState; the System log, source WAS, says "
                    + "why), or Start-Service adfssrv or appproxysvc where those serve."
            )
        case 404:
            return (
                "\(who) no site runs for this name, address and port, or the one that is bound to them is stopped.",
                "\(binding): start it, or bind it to what was asked for."
            )
        case 400 where response.says(["hostname is invalid", "invalid hostname"]):
            return (
                "\(who) no site is bound to this host name on this port, so nobody who uses the name is served.",
                "\(binding): bind a site to the name, or ask by a name that one is bound to."
            )
        default:
            return ("\(who) it refuses the request before any site sees it.", "\(binding).")
        }
    }

    /// Each product logs why its upstream failed under words of its own.
    private static func gateway(_ response: HTTPResponse) -> String {
        let server = response["server"]?.lowercased() ?? ""
        if server.hasPrefix("nginx") {
            return "Look at error_log of nginx, where lines with 'upstream' name the server and the reason; then ask "
                + "that server itself."
        }
        if server.hasPrefix("apache") {
            return
                "Look at the error log of Apache, where lines of proxy name the server and the reason; then ask that "
                + "server itself."
        }
        if response.isFromIIS {
            return "Where IIS passes requests on (Application Request Routing), look at the health of its server farm; "
                + "else at the System log."
        }
        return "Look at the health of the servers in the proxy or load balancer, then ask a server behind it itself."
    }

    /// Of IIS, in lower case: its number, or its words for it.
    static let unreadableConfiguration = ["500.19", "related configuration data for the page is invalid"]

    /// What a web application firewall shows instead of what was asked for.
    static func isBlockPage(_ response: HTTPResponse) -> Bool {
        response.says(["the requested url was rejected"]) && response.says(["support id"])
    }

    static let plainBehindTLS =
        "The proxy that ends TLS here speaks plain HTTP to a server behind it that expects TLS."

    /// What it means that this came in clear on the port for TLS.
    ///
    /// Some servers take what they cannot read for HTTP/0.9, and answer with the page alone.
    static func meaning(ofClearText text: String) -> String {
        let begins = text.prefix(16).lowercased()
        guard ["http/1.", "<!doctype html", "<html"].contains(where: { begins.hasPrefix($0) }) else { return "" }
        return "It is a web server that speaks plain HTTP there: TLS is not switched on for this port."
    }

    /// In lower case: nginx and its kin, Apache, Go, Tomcat, CherryPy.
    static let expectsTLS = [
        "plain http request was sent to https port", "speaking plain http to an ssl-enabled server port",
        "client sent an http request to an https server", "this combination of host and port requires tls",
        "server only speaks https",
    ]

    /// In lower case: nginx, IIS (403.7 for none, 403.12, 403.13, 403.16 and 403.17 for one that it does not take), Apache
    /// where TLS 1.3 leaves no other way.
    static let demandsCertificate = [
        "no required ssl certificate was sent", "the ssl certificate error", "403.7", "403.12", "403.13", "403.16",
        "403.17",
        "client certificate is required",
        "client certificate required",
        "cannot perform post-handshake authentication",
    ]
}

extension HTTPResponse {
    /// It got a request in clear where TLS was due, and says so.
    var saysItExpectedTLS: Bool { (400..<500).contains(status) && says(HTTPWords.expectsTLS) }

    /// It serves only who shows a certificate, and says so.
    var demandsCertificate: Bool { (status == 400 || status == 403) && says(HTTPWords.demandsCertificate) }

    /// In the reason or in the body, however its lines are broken.
    func says(_ marks: [String]) -> Bool {
        let words = "\(head.line) \(text)".lowercased().split(separator: " ").joined(separator: " ")
        return marks.contains { words.contains($0) }
    }
}

extension ProtocolKind {
    static let http = http(.site)

    static func http(_ purpose: HTTPPurpose) -> ProtocolKind {
        let isRVP = if case .instantMessaging = purpose { true } else { false }
        let isSite = if case .site = purpose { true } else { false }
        return ProtocolKind(
            name: isRVP ? "RVP" : "HTTP",
            field: .web,
            opening: [.answer],
            signatures: [.http],
            requests: .http,
            settings: isSite ? [.exchange] : [],
            rules: [.httpServiceFailing, .httpRedirectBroken, .exchangeUnusable, .httpGated],
            explanations: [.httpServiceFailing, .httpRedirectBroken, .httpGated],
            // A read of a socket may bring 64 KiB beside what is waiting.
            answerLimit: 2 * ByteQueue.limit,
            alpn: ["http/1.1"],
            folder: isSite ? nil : purpose.request.folder,
            path: isSite ? nil : purpose.request.path,
            words: .http,
            meaningOfClearText: { HTTPWords.meaning(ofClearText: $0) },
            open: { plan, _ in HTTPDialogue(plan, for: purpose) }
        )
    }
}

extension Signature {
    static let http = Signature(
        "a web server (HTTP)",
        begins: "HTTP/1.",
        "HTTP/2",
        "<!DOCTYPE",
        "<!doctype",
        "<html",
        "<HTML"
    )
}

extension Setting {
    /// A web server is Exchange's, whatever it looks like.
    static let exchange = Setting(
        wish: "exchange",
        value: nil,
        help: "Ask a web server for every service of Exchange, whatever it looks like"
    )
}

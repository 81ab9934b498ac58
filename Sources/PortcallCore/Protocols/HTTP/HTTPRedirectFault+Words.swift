extension HTTPRedirectFault {
    /// A whole sentence; `paths` have it.
    func sentence(_ paths: [String]) -> String {
        let who = paths.inFewWords
        let lead = paths.count == 1 ? "redirects" : "redirect"
        return switch self {
        case .itself:
            "\(who) \(lead) to the very place that was asked for, so clients go round in a circle and never arrive."
        case .circle(let places):
            "\(places.joined(separator: " leads to ", then: ", that to ")), and that back to \(places.first ?? "/"): "
                + "clients go round in a circle and never arrive."
        case .growing:
            "\(who) \(lead) to the same place with something added, and that is led on in the same way: clients go "
                + "round and never arrive."
        case .clearText:
            "\(who) \(lead) from TLS to the same host in clear: whoever follows sends what comes next unprotected, or "
                + "goes round in a circle where port 80 leads back to TLS."
        }
    }

    /// What to do about it at the server that shows in the answer.
    func fix(for response: HTTPResponse?, isSecured: Bool) -> String {
        let server = response?["server"]?.lowercased() ?? ""
        let isIIS = response.map { $0.isFromIIS || $0.isFromExchange } ?? false
        switch self {
        case .clearText where isIIS:
            return
                "Where IIS redirects (HTTP Redirect), give the whole address, with https:// before it; where a load balancer "
                + "ends TLS, let it speak TLS to the server."
        case .clearText where server.hasPrefix("nginx"):
            return "Write https:// in the return line that leads there; absolute_redirect off where nginx is behind a "
                + "proxy that ends TLS, proxy_redirect http:// https:// where it ends TLS itself."
        case .clearText where server.hasPrefix("apache"):
            return "Write https:// in the Redirect or RewriteRule that leads there; ServerName https://NAME where a "
                + "proxy before Apache ends TLS."
        case .clearText: return "Let the redirect name https, at the server or where a proxy rewrites it."
        case .growing where isIIS:
            return "In HTTP Redirect of the site choose 'Only redirect requests to content in this directory (not "
                + "subdirectories)', and take the redirect off the directories below, which inherit it."
        case .growing where server.hasPrefix("nginx"):
            return "Redirect the front page alone: location = / { return 301 https://$host/owa/; }."
        case .growing where server.hasPrefix("apache"):
            return "Apache's Redirect takes whatever begins with its path; RedirectMatch ^/$ https://NAME/owa/ "
                + "redirects the front page alone."
        case .growing: return "Let only the front page redirect, and not what lies below it."
        case .itself where !isSecured, .circle where !isSecured:
            return
                "Let that place serve instead of leading back to itself; where it is to lead to TLS, name https:// in "
                + "the redirect."
        case .itself, .circle:
            return
                "Let that place serve instead of leading back to itself. Where a proxy ends TLS, let it speak TLS to "
                + "the server, "
                + "which otherwise takes each request for one in clear and leads to https again."
        }
    }
}

extension [String] {
    /// `a leads to b, that to c`.
    fileprivate func joined(separator: String, then further: String) -> String {
        prefix(2).joined(separator: separator) + dropFirst(2).map { further + $0 }.joined()
    }
}

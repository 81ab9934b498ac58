/// What web servers are known to mean.
enum HTTPWords {
    /// A sentence, or nothing for what nobody has explained.
    static func meaning(of response: HTTPResponse) -> String {
        let text = response.text.lowercased()
        switch response.status {
        case 503 where response.isFromHTTPSys:
            return "HTTP.sys, the listener of Windows, says so by itself: the application pool of the site is stopped."
        case 503 where text.contains("no server is available"):
            return "A load balancer (HAProxy's words) says so: no server behind it is healthy."
        case 502, 504: return "A proxy says so: the server behind it does not answer it properly."
        case 503: return "It is overloaded or in maintenance, or a proxy has no healthy server behind it."
        case 500 where text.contains("500.19"): return "IIS cannot read its configuration (500.19)."
        case 421: return "It does not serve this name on this connection (RFC 9110 section 15.5.20)."
        case 429: return "It has had too many requests from here (RFC 6585 section 4)."
        default: return ""
        }
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

    /// In lower case: nginx, IIS 403.7, Apache where TLS 1.3 leaves no other way.
    static let demandsCertificate = [
        "no required ssl certificate was sent", "403.7", "client certificate is required",
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
    private func says(_ marks: [String]) -> Bool {
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
            rules: [.httpServiceFailing],
            explanations: [.httpServiceFailing],
            // A read of a socket may bring 64 KiB beside what is waiting.
            answerLimit: 2 * ByteQueue.limit,
            alpn: ["http/1.1"],
            words: .http,
            meaningOfClearText: { HTTPWords.meaning(ofClearText: $0) },
            open: { plan, _ in HTTPDialogue(plan, for: purpose) }
        )
    }
}

extension Signature {
    static let http = Signature("a web server (HTTP)", begins: "HTTP/1.", "HTTP/2", "<!DOCTYPE", "<html")
}

extension Setting {
    /// A web server is Exchange's, whatever it looks like.
    static let exchange = Setting(
        wish: "exchange",
        value: nil,
        help: "Ask a web server for every service of Exchange, whatever it looks like"
    )
}

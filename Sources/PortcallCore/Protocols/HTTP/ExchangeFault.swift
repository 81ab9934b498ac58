/// Why a service of Exchange is there and does not work.
///
/// IIS shows the numbers behind the dot to strangers only where it was told to, so that they are used where they show
/// and not waited for.
enum ExchangeFault: Hashable, Sendable {
    case stoppedPool
    case proxyWithoutServer
    case gateway(Int)
    case frontEndWithoutBackEnd
    case configuration
    case failing(Int)
    case noScheme
    case clearTextForbidden
    case circle
    case downgrade
    case backEndSite

    /// By who says it, and how.
    init(failing response: HTTPResponse) {
        let text = response.text.lowercased()
        switch response.status {
        case 500 where text.contains("500.19") || text.contains("0x800700"): self = .configuration
        case 502, 504: self = .gateway(response.status)
        case 503 where response.isFromHTTPSys: self = .stoppedPool
        case 503 where response["x-feserver"] != nil: self = .frontEndWithoutBackEnd
        case 503 where !response.isFromIIS: self = .proxyWithoutServer
        default: self = .failing(response.status)
        }
    }

    /// In a few words.
    var summary: String {
        switch self {
        case .stoppedPool: "503 from HTTP.sys: its application pool is stopped"
        case .proxyWithoutServer: "503 from a proxy: no server behind it"
        case .gateway(let status): "\(status): a proxy gets no answer from the server behind it"
        case .frontEndWithoutBackEnd: "503: the front end reaches no back end"
        case .configuration: "500.19: IIS cannot read its configuration"
        case .failing(let status): "\(status): it fails"
        case .noScheme: "401 without a way to log in"
        case .clearTextForbidden: "403.4: TLS is required, and this is clear text"
        case .circle: "it redirects to itself"
        case .downgrade: "it redirects from TLS to clear text"
        case .backEndSite: "the Exchange Back End site answers"
        }
    }

    /// As the message goes on after a colon, in a whole sentence.
    var sentence: String {
        switch self {
        case .stoppedPool:
            "HTTP.sys, which listens on behalf of IIS, answers 503 itself because the application pool is stopped."
        case .proxyWithoutServer:
            "it is not Windows that answers 503 but a proxy before it, which has no healthy server for this path."
        case .gateway(let status): "a proxy answers \(status), for the server behind it does not answer it properly."
        case .frontEndWithoutBackEnd: "the front end of Exchange answers 503, for no back end serves it."
        case .configuration: "IIS answers 500.19 because it cannot read the configuration, a web.config as a rule."
        case .failing(let status): "it answers \(status); only the log of the server tells why."
        case .noScheme:
            "it demands a login (401) and names no way to log in, so no client can; every authentication method is "
                + "switched off there."
        case .clearTextForbidden:
            "it forbids clear text (403.4) and does not lead to TLS, so whoever types the name without https:// gets "
                + "an error page."
        case .circle: "it redirects to the very place that was asked for, and clients go round in a circle."
        case .downgrade:
            "it redirects from TLS back to the same place in clear, as behind a load balancer that ends TLS and does "
                + "not say so."
        case .backEndSite:
            "the site Exchange Back End answers, which is for Exchange itself on ports 81 and 444; clients belong on "
                + "the Default Web Site."
        }
    }

    var fix: String {
        switch self {
        case .stoppedPool:
            "Start the pool, Start-WebAppPool NAME, and look for events 5002, 5059 and 5011 of WAS, which say why it "
                + "stopped."
        case .proxyWithoutServer, .gateway:
            "Look at the health of the servers in the proxy or load balancer, then ask the server itself: "
                + "https://SERVER/owa/healthcheck.htm."
        case .frontEndWithoutBackEnd:
            "Check that the site Exchange Back End runs with a certificate on 444, and then the databases."
        case .configuration:
            "Browse to the path on the server itself: the page names file and line."
        case .failing: "Browse to the path on the server itself, and read its application log and its IIS log."
        case .noScheme:
            "Switch on the methods it had: Set-…VirtualDirectory -WindowsAuthentication $true (or "
                + "-BasicAuthentication $true), then iisreset."
        case .clearTextForbidden:
            "Redirect port 80 to https, or close the port. To allow clear text behind a proxy that ends TLS, untick "
                + "Require SSL in IIS."
        case .circle, .downgrade:
            "Let the load balancer speak TLS to Exchange, or set up SSL offloading on both sides."
        case .backEndSite:
            "Let the forwarding rule or load balancer lead to port 443 of the Default Web Site, not to 444."
        }
    }
}

extension HTTPResponse {
    /// Windows' listener in the kernel answers by itself: another Server field than IIS has, or its own page.
    var isFromHTTPSys: Bool {
        if self["server"]?.lowercased().contains("microsoft-httpapi") == true { return true }
        let isItsPage = text.contains("HTTP Error 503. The service is unavailable.")
        return isItsPage && self["x-feserver"] == nil
    }

    var isFromIIS: Bool {
        let server = self["server"]?.lowercased() ?? ""
        return server.contains("microsoft-iis") || server.contains("microsoft-httpapi")
    }

    /// Fields that only Exchange has; `MS-Server-ActiveSync` is not one, for others speak ActiveSync too.
    var isFromExchange: Bool {
        ["x-owa-version", "x-feserver", "x-calculatedbetarget", "x-beserver", "x-calculatedfetarget"]
            .contains { self[$0] != nil }
    }

    /// Worth asking for the services of Exchange.
    var suggestsExchange: Bool {
        guard !isFromIIS, !isFromExchange else { return true }
        let location = (self["location"] ?? "").lowercased()
        let path =
            location.contains("://") ? location.split(separator: "/").dropFirst(2).joined(separator: "/") : location
        return ["owa", "ecp", "exchange", "exchweb"].contains { path == $0 || path.hasPrefix("\($0)/") }
            || ["/owa", "/ecp", "/exchange", "/exchweb"].contains { path == $0 || path.hasPrefix("\($0)/") }
    }
}

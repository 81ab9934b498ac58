/// What one service of Exchange turned out to be.
struct ExchangeState: Equatable, Sendable {
    enum Kind: String, Sendable {
        case up
        /// There, and not for us here: somebody wanted it so.
        case off
        case broken
        case absent = "not there"
        case unknown
    }

    let kind: Kind
    /// Why, in a few words.
    let detail: String
    let fault: ExchangeFault?

    init(_ kind: Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
        fault = nil
    }

    init(_ fault: ExchangeFault) {
        kind = .broken
        detail = fault.summary
        self.fault = fault
    }
}

extension ExchangeState {
    /// What an answer says of the service that was asked.
    ///
    /// - Parameters:
    ///   - response: nil where the connection ended without one.
    ///   - request: what was asked.
    ///   - site: where and how the connection was made.
    init(_ response: HTTPResponse?, to request: HTTPRequest, at site: HTTPSite) {
        guard let response else {
            self.init(.unknown, "no answer: the server hangs up when this is asked for")
            return
        }
        switch response.status {
        case 401: self.init(demandingLogin: response)
        case 403: self.init(forbidding: response)
        case 404, 410: self.init(.absent, "\(response.status)")
        case 405, 501: self.init(.up, "\(response.status): another method is wanted")
        case 440: self.init(.up, "440: it asks for a login")
        case 300..<400: self.init(redirecting: response, to: request, at: site)
        case 500...: self.init(ExchangeFault(failing: response))
        case 200..<300: self.init(answering: response, to: request)
        default: self.init(.unknown, response.head.line)
        }
    }

    private init(demandingLogin response: HTTPResponse) {
        let schemes = response.schemes
        guard !schemes.isEmpty else {
            self.init(.noScheme)
            return
        }
        self.init(.up, "asks for a login: \(schemes.joined(separator: ", "))")
    }

    /// IIS shows its own number only where it shows details; elsewhere 403 is all that is known.
    private init(forbidding response: HTTPResponse) {
        let text = response.text.lowercased()
        if text.contains("403.4") || text.contains("viewed over a secure channel") || text.contains("ssl is required") {
            self.init(.clearTextForbidden)
        } else if response.demandsCertificate {
            self.init(.up, "403: it serves only who shows a client certificate")
        } else {
            self.init(.off, "403: it is forbidden from here")
        }
    }

    private init(redirecting response: HTTPResponse, to request: HTTPRequest, at site: HTTPSite) {
        let location = response["location"] ?? ""
        switch site.direction(of: location, from: request.path) {
        case .itself: self.init(.circle)
        case .clearText: self.init(.downgrade)
        case .tls: self.init(.off, "\(response.status) to TLS: \(site.shortened(location))")
        case .elsewhere: self.init(.up, "\(response.status) to \(site.shortened(location))")
        }
    }

    /// IIS answers OPTIONS by itself for any path, so that 200 alone says nothing of ActiveSync.
    private init(answering response: HTTPResponse, to request: HTTPRequest) {
        let isActiveSync = response["ms-server-activesync"] != nil || response["ms-asprotocolversions"] != nil
        if request.method == .options, !isActiveSync, response["public"] != nil || response["allow"] != nil {
            self.init(.absent, "\(response.status), from the web server itself")
        } else {
            self.init(.up, response.title.map { "\(response.status): \($0)" } ?? "\(response.status)")
        }
    }
}

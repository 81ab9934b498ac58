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
    /// Nobody gets through, whoever asks and by whatever name.
    let isHopeless: Bool

    init(_ kind: Kind, _ detail: String, fault: ExchangeFault? = nil, isHopeless: Bool = false) {
        self.kind = kind
        self.detail = detail
        self.fault = fault
        self.isHopeless = isHopeless
    }

    init(_ fault: ExchangeFault) {
        self.init(.broken, fault.summary, fault: fault)
    }

    init(_ fault: HTTPRedirectFault) {
        self.init(.broken, fault.summary, isHopeless: fault.severity == .critical)
    }
}

/// What came when a path was asked for.
struct ExchangeAnswer: Sendable {
    let path: ExchangePath
    /// nil where the connection ended without one.
    let response: HTTPResponse?
    /// TLS ended, for this path is only for who shows a certificate.
    var wantsCertificate = false
}

extension ExchangeState {
    /// What an answer says of the service that was asked for.
    ///
    /// A service is up on evidence of its own alone: a field of Exchange, a redirect inside the service, or a challenge
    /// that a path which cannot exist does not get.
    ///
    /// - Parameters:
    ///   - answer: to its path.
    ///   - site: where and how the connection was made.
    ///   - nowhere: what a path that nobody has was answered.
    init(_ answer: ExchangeAnswer, at site: HTTPSite, beside nowhere: NowhereAnswer) {
        guard !answer.wantsCertificate else {
            self.init(.off, "only for who shows a client certificate: TLS ended when this was asked for")
            return
        }
        guard let response = answer.response else {
            self.init(.unknown, "no answer: the server hangs up when this is asked for")
            return
        }
        let path = answer.path
        if let known = Self.decided(response, of: path, at: site) {
            self = known
        } else if response.shows(path, at: site) {
            self.init(.up, Self.words(response, to: path, at: site))
        } else if nowhere.isLike(response, to: path.request) {
            self.init(.unknown, "\(response.status), like a path that cannot exist")
        } else if !response.schemes.isEmpty, response.status == 401, nowhere != .notAsked {
            self.init(.up, Self.words(response, to: path, at: site))
        } else {
            self.init(.unknown, "\(Self.words(response, to: path, at: site)), and nothing of Exchange shows")
        }
    }

    /// Whatever else is answered: it is broken, forbidden, not there, or leads on to TLS.
    private static func decided(_ response: HTTPResponse, of path: ExchangePath, at site: HTTPSite) -> ExchangeState? {
        if let fault = HTTPRedirectFault(response, to: path.request.path, at: site) { return ExchangeState(fault) }
        if let location = site.location(of: response, from: path.request.path), location.isErrorPage {
            return ExchangeState(.errorPage(code: location.errorCode))
        }
        switch response.status {
        case 401: return response.schemes.isEmpty ? ExchangeState(.noScheme) : nil
        case 403: return ExchangeState(forbidding: response, at: site)
        case 404, 410: return ExchangeState(.absent, "\(response.status)")
        case 501: return nil
        case 500...: return ExchangeState(ExchangeFault(failing: response))
        case 300..<400 where site.direction(of: response, from: path.request.path) == .tls:
            return ExchangeState(.off, "\(response.status) to TLS: \(site.shortened(response["location"] ?? ""))")
        case 200..<300 where response.isOptionsOfIIS(path):
            return ExchangeState(.absent, "\(response.status), from the web server itself")
        default: return nil
        }
    }

    /// IIS shows its own number only where it shows details; elsewhere 403 is all that is known.
    private init(forbidding response: HTTPResponse, at site: HTTPSite) {
        if response.requiresTLS {
            self.init(site.isSecured ? .plainBehindTLS : .clearTextForbidden)
        } else if response.demandsCertificate {
            self.init(.off, "only for who shows a client certificate (403)")
        } else {
            self.init(.off, "forbidden from here (403)" + (response.statedReason.map { ": \($0)" } ?? ""))
        }
    }

    private static func words(_ response: HTTPResponse, to path: ExchangePath, at site: HTTPSite) -> String {
        let status = response.status
        switch status {
        case 401: return "asks for a login: \(response.schemes.joined(separator: ", "))"
        case 405, 501: return "\(status): whoever answers does not take \(path.request.method.rawValue)"
        case 440: return "440: it asks for a login"
        case 300..<400:
            guard let location = response["location"] else { return "\(status) to no place" }
            return "\(status) to \(site.shortened(location))"
        case 200..<300: return response.title.map { "\(status): \($0)" } ?? "\(status)"
        default: return response.head.line
        }
    }
}

extension HTTPResponse {
    /// IIS answers OPTIONS by itself for any path, so that 200 alone says nothing of ActiveSync.
    fileprivate func isOptionsOfIIS(_ path: ExchangePath) -> Bool {
        path.request.method == .options && !isFromActiveSync && (self["public"] != nil || self["allow"] != nil)
    }

    /// IIS forbids clear text, and says so.
    var requiresTLS: Bool {
        status == 403 && says(["403.4", "viewed over a secure channel", "ssl is required"])
    }
}

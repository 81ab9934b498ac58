/// What stands before all services and answers in their place, so that nothing is known of them.
struct HTTPGate: Equatable, Sendable {
    fileprivate enum Kind: Equatable {
        /// It leads to a page for a login.
        case signIn(String)
        /// It leads to another place, whatever is asked for.
        case moves(String)
        case login([String])
        /// It sends everybody to the same place once more, with a cookie.
        case cookie
        case forbids(by: String, inClear: Bool)
        case page(String)
        case other(String)
    }

    private let kind: Kind
    /// Where one service is asked for by its name.
    private let path: String?
    /// What was asked for, and what came.
    let evidence: String

    /// - Returns: nil where no gate shows: nothing was compared, or what was asked for answers itself.
    init?(_ survey: ExchangeSurvey) {
        path = survey.isOfOneService ? survey.entries.first?.path.request.path : nil
        if survey.isAlike, let response = survey.nowhere.response {
            guard let kind = Kind(of: response, to: HTTPRequest.nowhere.path, at: survey.place) else { return nil }
            // One that is asked for by its name has to show itself, or somebody who lets only some people through.
            guard path == nil || kind.isForPeople else { return nil }
            self.kind = kind
            evidence = Self.evidence(of: response, to: .nowhere, at: survey.place)
            return
        }
        guard
            path != nil, let entry = survey.entries.first, let response = entry.response,
            entry.state.kind == .unknown, response.status != 401,
            let kind = Kind(of: response, to: entry.path.request.path, at: survey.place), kind.isForPeople
        else { return nil }
        self.kind = kind
        evidence = Self.evidence(of: response, to: entry.path.request, at: survey.place)
    }

    /// In a few words.
    var summary: String {
        switch kind {
        case .signIn(let place): "a sign-in at \(place) comes first"
        case .moves(let place): "every path leads to \(place)"
        case .login: "a login is asked for, whatever the path"
        case .cookie: "a cookie has to be fetched first"
        case .forbids(let who, _): "\(who) forbids every path"
        case .page: "every path shows the same page"
        case .other(let line): "every path is answered \(line)"
        }
    }

    /// As a message begins.
    var sentence: String {
        let all = path.map { "\($0), and a path that cannot exist," } ?? "every path, one that cannot exist among them,"
        return switch kind {
        case .signIn(let place):
            "A sign-in comes first: \(path ?? all) leads to \(place), as pre-authentication does "
                + "(Web Application Proxy with AD FS, or another single sign-on)."
        case .moves(let place): "Something before the services sends everybody on: \(all) leads to \(place)."
        case .login(let schemes) where schemes.isEmpty:
            "Something before the services demands a login (401) and names no way to log in, for \(all) so nobody can."
        case .login(let schemes):
            "Something before the services asks for a login itself (\(schemes.joined(separator: ", "))), "
                + (path.map { "at \($0) as at a path that cannot exist." }
                    ?? "whatever the path, even one that cannot exist.")
        case .cookie:
            "Something before the services sends whoever has no cookie round once more: \(path ?? all) leads to "
                + "itself and sets one, and portcall keeps none."
        case .forbids(let who, true):
            "\(who) forbids (403) \(all) in clear: most often because TLS is required there (Require SSL; IIS shows "
                + "the number 403.4 only on the server itself), or by a rule about addresses."
        case .forbids(let who, false):
            "\(who) forbids (403) \(all) so it is no single service that does: mostly a rule about addresses."
        case .page(let title): "The same page\(title) comes for \(all) so it is no service of Exchange that shows it."
        case .other(let line): "Something before the services answers \(line) to \(all) and none of them shows."
        }
    }

    var fix: String {
        switch kind {
        case .signIn:
            "Nothing, where it is meant so. What is behind shows only from inside: ask the server itself there."
        case .moves: "Ask at the place that it leads to, or ask the server behind it from inside."
        case .cookie: "Ask with a browser, which keeps cookies, or ask the server behind it, from inside."
        case .login, .page, .other: "Ask the server behind it, from inside; or let it pass the paths of Exchange on."
        case .forbids(_, true):
            "Ask over TLS, on 443. For people who type the name alone, redirect port 80 to https."
        case .forbids(_, false):
            "Ask from where it is allowed, or look at the rules of what answers: IP restrictions in IIS, access rules "
                + "in a proxy."
        }
    }

    /// What was asked for, and what came.
    static func evidence(of response: HTTPResponse, to request: HTTPRequest, at site: HTTPSite) -> String {
        let place = response["location"].map { ", to \(site.shortened($0))" } ?? ""
        let title = response.title.flatMap { response.head.line.contains($0) ? nil : ", \"\($0)\"" } ?? ""
        return "\(request.words): \(response.head.line)\(place)\(title)"
    }
}

extension HTTPGate.Kind {
    /// - Returns: nil for what leads on to TLS, and for failures.
    fileprivate init?(of response: HTTPResponse, to path: String, at site: HTTPSite) {
        switch response.status {
        case 300..<400:
            guard let location = site.location(of: response, from: path), let field = response["location"] else {
                return nil
            }
            guard site.direction(of: location, from: path) != .tls else { return nil }
            guard site.direction(of: location, from: path) != .itself else {
                self = .cookie
                return
            }
            let place = site.shortened(field).replacing(path.dropFirst(), with: "…")
            self = location.isForLogin ? .signIn(place) : .moves(place)
        case 401: self = .login(response.schemes)
        case 403: self = .forbids(by: response.speaker, inClear: response.isFromIIS && !site.isSecured)
        case 200..<300 where HTTPWords.isBlockPage(response):
            self = .forbids(by: "A web application firewall (F5's words)", inClear: false)
        case 200..<300: self = .page(response.title.map { " (\($0))" } ?? "")
        case 500...: return nil
        default: self = .other(response.head.line)
        }
    }

    /// It lets those through who log in.
    fileprivate var isForPeople: Bool {
        switch self {
        case .signIn, .cookie: true
        case .login(let schemes): !schemes.isEmpty
        case .moves, .forbids, .page, .other: false
        }
    }
}

extension HTTPLocation {
    /// A page that people log in at, by its name: also that of F5, TMG (in its question), Citrix and authentik.
    fileprivate var isForLogin: Bool {
        let words = "\(host)\(path)?\(query ?? "")".lowercased().split { !$0.isLetter && !$0.isNumber }
        guard !path.lowercased().hasSuffix("/my.policy") else { return true }
        let names: Set<Substring> = [
            "adfs", "login", "logon", "signin", "sso", "saml", "saml2", "oauth2", "oauth", "authorize", "idp", "sts",
            "openid", "cas", "auth", "authenticate", "okta", "preauth", "getlogon", "tmindex", "goauthentik",
        ]
        return words.contains { names.contains($0) } || words.contains { $0.hasPrefix("login") }
    }
}

extension HTTPResponse {
    /// Who answers, at the beginning of a sentence.
    fileprivate var speaker: String {
        if isFromIIS { return "IIS itself" }
        if isFromHTTPSys || namesHTTPSys { return "HTTP.sys, the listener of Windows," }
        return self["server"]?.split(separator: " ").first.map { "\($0), which stands before the services," }
            ?? "Something before the services"
    }
}

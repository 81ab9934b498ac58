/// What a path that nobody has was answered, which is what whoever stands before all paths answers.
enum NowhereAnswer: Equatable, Sendable {
    case notAsked
    /// The connection ended without an answer.
    case silent
    case answered(HTTPResponse)

    var response: HTTPResponse? { if case .answered(let response) = self { response } else { nil } }

    /// Answered alike, so that nothing is known by it; what says that there is no such path is no gate.
    func isLike(_ response: HTTPResponse, to request: HTTPRequest) -> Bool {
        guard let mine = self.response, mine.status != 404, mine.status != 410 else { return false }
        return Likeness(mine, to: .nowhere) == Likeness(response, to: request)
    }

    /// How an answer looks from outside, the path that was asked for and the question of a redirect aside.
    private struct Likeness: Equatable {
        let status: Int
        let server: String?
        let schemes: [String]
        let location: String?

        init(_ response: HTTPResponse, to request: HTTPRequest) {
            status = response.status
            server = response["server"]
            schemes = response.schemes
            let path = request.path.dropFirst()
            location = response["location"].map { field in
                field.cut(at: "?").0.replacing(path, with: "*").replacing(path.replacing("/", with: "%2f"), with: "*")
            }
        }
    }
}

extension HTTPResponse {
    /// Evidence of its own that this service of Exchange is there, whatever else gets the same answer.
    func shows(_ path: ExchangePath, at site: HTTPSite) -> Bool {
        if isFromExchange || status == 440 { return true }
        if path == .activeSync, isFromActiveSync { return true }
        guard let location = site.location(of: self, from: path.request.path) else {
            return status < 300 && HTTPProduct.build(inPathsOf: text) != nil
        }
        let isInside = site.direction(of: location, from: path.request.path) == .inside
        return isInside && path.leads(to: location.path)
    }

    /// Fields that only Exchange has; those of ActiveSync are none, for others speak it too.
    var isFromExchange: Bool {
        if self["x-serverapplication"]?.hasPrefix("Exchange/") == true { return true }
        return [
            "x-owa-version", "x-feserver", "x-calculatedbetarget", "x-beserver", "x-calculatedfetarget", "x-diaginfo",
            "x-failurecontext",
        ].contains { self[$0] != nil }
    }

    /// It speaks ActiveSync ([MS-ASHTTP] section 2.2.4).
    var isFromActiveSync: Bool { self["ms-server-activesync"] != nil || self["ms-asprotocolversions"] != nil }

    var isFromIIS: Bool { self["server"]?.lowercased().contains("microsoft-iis") == true }

    /// Windows' listener in the kernel answers by itself: another Server field than IIS has, or its own page.
    ///
    /// Programs of others that it listens for have the same field, so that of what they may answer too, the page tells.
    var isFromHTTPSys: Bool {
        guard self["x-feserver"] == nil else { return false }
        return status == 503 && namesHTTPSys || text.contains("HTTP Error \(status). The ")
    }

    var namesHTTPSys: Bool { self["server"]?.lowercased().contains("microsoft-httpapi") == true }

    /// Worth asking for the services of Exchange, which may be there though the front page is not.
    var suggestsExchange: Bool {
        guard !isFromIIS, !isFromExchange else { return true }
        guard !namesHTTPSys, !isFromHTTPSys else { return status != 400 }
        let location = (self["location"] ?? "").lowercased()
        let path =
            location.contains("://") ? location.split(separator: "/").dropFirst(2).joined(separator: "/") : location
        let relative = path.hasPrefix("/") ? String(path.dropFirst()) : path
        return ["owa", "ecp", "exchange", "exchweb"].contains { relative == $0 || relative.hasPrefix("\($0)/") }
    }
}

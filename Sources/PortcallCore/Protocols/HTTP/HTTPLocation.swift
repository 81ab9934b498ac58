/// Where a `Location` leads: a reference resolved against what was asked for (RFC 9110 section 10.2.2, RFC 3986
/// section 5.2).
struct HTTPLocation: Equatable, Sendable {
    let isSecured: Bool
    /// In lower case, without the port.
    let host: String
    let port: Int
    /// Its case kept, without dot segments.
    let path: String
    /// What follows the question mark, or nil where there is none.
    let query: String?

    /// Nil for what is no place on the web.
    ///
    /// - Parameters:
    ///   - reference: the field as it came.
    ///   - path: what was asked for.
    ///   - site: where.
    init?(_ reference: String, from path: String, at site: HTTPSite) {
        let (place, _) = reference.cut(at: "#")
        let lower = place.lowercased()
        let scheme = ["http:", "https:"].first { lower.hasPrefix($0) }
        let rest = scheme.map { place.dropFirst($0.utf8.count) } ?? place[...]
        guard scheme == nil || rest.hasPrefix("//") else { return nil }
        isSecured = scheme.map { $0 == "https:" } ?? site.isSecured
        guard rest.hasPrefix("//") else {
            // Another scheme, as `mailto:`.
            guard !rest.prefix(while: { $0 != "/" && $0 != "?" }).contains(":") else { return nil }
            host = site.name
            port = site.port
            (self.path, query) = Self.place(String(rest), below: path)
            return
        }
        let authority = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" }
        let named = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        guard let end = HTTPSite.Authority(named, isSecured: isSecured) else { return nil }
        host = end.name
        port = end.port
        (self.path, query) = Self.place(String(rest.dropFirst(2 + authority.count)), below: "/")
    }

    private static func place(_ text: String, below base: String) -> (String, String?) {
        let (path, query) = text.cut(at: "?")
        let asked = text.contains("?") ? query : nil
        guard !path.isEmpty else { return (base, asked) }
        guard !path.hasPrefix("/") else { return (withoutDots(path), asked) }
        let folder = base.lastIndex(of: "/").map { base[...$0] } ?? "/"
        return (withoutDots(folder + path), asked)
    }

    private static func withoutDots(_ path: String) -> String {
        var segments: [Substring] = []
        let all = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in all.enumerated() {
            let isDots = segment == "." || segment == ".."
            if segment == ".." { _ = segments.popLast() }
            if !isDots { segments.append(segment) } else if index == all.count - 1 { segments.append("") }
        }
        return "/" + segments.joined(separator: "/")
    }
}

extension HTTPLocation {
    /// One that Exchange shows where something fails, as `/owa/auth/errorfe.aspx?httpCode=500`; other sites have some of
    /// these names too, elsewhere.
    var isErrorPage: Bool {
        let parts = path.lowercased().split(separator: "/")
        return parts.count == 3 && parts[1] == "auth"
            && ["errorfe.aspx", "error.aspx", "error2.aspx"].contains(parts[2])
    }

    /// What it names as the reason: `500`.
    var errorCode: String? {
        let parts = (query ?? "").lowercased().split(separator: "&").compactMap { part -> String? in
            let (name, value) = String(part).cut(at: "=")
            return name == "httpcode" ? value : nil
        }
        return parts.first.flatMap { code in (1...5).contains(code.count) && code.allSatisfy(\.isNumber) ? code : nil }
    }
}

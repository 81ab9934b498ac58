/// Where requests go, as far as an answer may speak of it.
struct HTTPSite: Equatable, Sendable {
    let isSecured: Bool
    /// As the Host field has it, in lower case.
    let host: String

    enum Direction {
        /// To where the request went.
        case itself
        /// To the same place in clear, though TLS was there.
        case clearText
        /// To the same place over TLS.
        case tls
        case elsewhere
    }

    /// Where a `Location` leads from that path (RFC 9110 section 10.2.2).
    func direction(of location: String, from path: String) -> Direction {
        let lower = location.lowercased()
        guard let scheme = ["http://", "https://"].first(where: { lower.hasPrefix($0) }) else {
            return lower == path.lowercased() ? .itself : .elsewhere
        }
        let rest = lower.dropFirst(scheme.utf8.count)
        let named = rest.prefix { $0 != "/" && $0 != "?" }
        let target = rest.dropFirst(named.count)
        guard Self.withoutPort(String(named)) == Self.withoutPort(host) else {
            return scheme == "https://" && !isSecured ? .tls : .elsewhere
        }
        switch (scheme == "https://", isSecured) {
        case (true, false): return .tls
        case (false, true): return target == path.lowercased() ? .clearText : .elsewhere
        case (true, true), (false, false): return named == host && target == path.lowercased() ? .itself : .elsewhere
        }
    }

    /// Without the question, and on the same site without scheme and host.
    func shortened(_ location: String) -> String {
        let place = String(location.prefix { $0 != "?" })
        let start = isSecured ? "https://\(host)/" : "http://\(host)/"
        return place.lowercased().hasPrefix(start) ? String(place.dropFirst(start.count - 1)) : place
    }

    private static func withoutPort(_ host: String) -> Substring {
        if let bracket = host.firstIndex(of: "]") { return host[...bracket] }
        return host.prefix { $0 != ":" }
    }
}

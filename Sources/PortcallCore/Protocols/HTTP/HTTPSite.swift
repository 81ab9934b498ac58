/// Where requests go, as far as an answer may speak of it.
struct HTTPSite: Equatable, Sendable {
    let isSecured: Bool
    /// As the Host field has it, in lower case.
    let host: String

    enum Direction {
        /// To where the request went.
        case itself
        /// To the same host in clear, though TLS was there.
        case clearText
        /// To TLS, where there was none.
        case tls
        /// To another place of the same site.
        case inside
        /// To another host or port.
        case elsewhere
    }

    /// A host and its port, as a Host field or a URI names them.
    struct Authority {
        /// Without the port.
        let name: String
        let port: Int

        init?(_ text: Substring, isSecured: Bool) {
            let end = text.firstIndex(of: "]").map { text.index(after: $0) } ?? text.firstIndex(of: ":")
            let port = text[(end ?? text.endIndex)...].dropFirst()
            guard let number = port.isEmpty ? (isSecured ? 443 : 80) : Int(port), !text.isEmpty else { return nil }
            name = text[..<(end ?? text.endIndex)].lowercased()
            self.port = number
        }
    }

    var name: String { Authority(host[...], isSecured: isSecured)?.name ?? host }
    var port: Int { Authority(host[...], isSecured: isSecured)?.port ?? 0 }

    /// Where a redirect leads from that path; nil where it leads nowhere.
    func direction(of response: HTTPResponse, from path: String) -> Direction? {
        location(of: response, from: path).map { direction(of: $0, from: path) }
    }

    func direction(of location: HTTPLocation, from path: String) -> Direction {
        if location.isSecured, !isSecured { return .tls }
        guard location.host == name else { return .elsewhere }
        guard location.isSecured == isSecured else { return .clearText }
        guard location.port == port else { return .elsewhere }
        return location.path == path && location.query == nil ? .itself : .inside
    }

    /// The place that a redirect names; nil for what is no redirect.
    func location(of response: HTTPResponse, from path: String) -> HTTPLocation? {
        guard (300..<400).contains(response.status), let field = response["location"] else { return nil }
        return HTTPLocation(field, from: path, at: self)
    }

    /// Without the question, and on the same site without scheme and host.
    func shortened(_ location: String) -> String {
        let place = String(location.prefix { $0 != "?" })
        let start = isSecured ? "https://\(host)/" : "http://\(host)/"
        return place.lowercased().hasPrefix(start) ? String(place.dropFirst(start.count - 1)) : place
    }
}

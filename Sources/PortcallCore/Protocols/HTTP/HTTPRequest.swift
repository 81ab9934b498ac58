/// What is asked: a method that changes nothing, and a path (RFC 9110 section 9.2.1).
struct HTTPRequest: Equatable, Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case options = "OPTIONS"
    }

    let method: Method
    let path: String
    /// Fields besides those that every request has.
    let fields: [String]

    init(_ method: Method, _ path: String, fields: [String] = []) {
        self.method = method
        self.path = path
        self.fields = fields
    }

    static let root = HTTPRequest(.get, "/")
    /// Nobody has it, so whoever answers it otherwise than with 404 answers everything.
    static let nowhere = HTTPRequest(.get, "/portcall-no-such-path")

    /// `/ews` of `/EWS/Exchange.asmx`.
    var folder: String { "/" + path.lowercased().dropFirst().prefix { $0 != "/" } }

    var words: String { "\(method.rawValue) \(path)" }

    func bytes(host: String) -> [UInt8] {
        let lines = ["\(words) HTTP/1.1", "Host: \(host)", "User-Agent: portcall", "Accept: */*"] + fields + ["", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }
}

extension Plan {
    /// As a Host field names it: the port only where it is not the usual one (RFC 9110 section 7.2).
    var httpHost: String {
        let host =
            switch serverName {
            case .dns(let name): name
            case .ip(let address): address.bracketed
            }
        return target.port == (service.security == .implicit ? 443 : 80) ? host : "\(host):\(target.port)"
    }
}

extension HarmlessRequests {
    /// Methods that change nothing, no login and no body, on paths that were thought of beforehand.
    static let http: HarmlessRequests = {
        let requests =
            [HTTPPurpose.site.request, .nowhere] + ExchangePath.all.map(\.request)
            + [HTTPPurpose.instantMessaging.request]
        return HarmlessRequests(requests.map(\.words)) { message in
            let lines = String(decoding: message, as: UTF8.self).split(
                separator: "\r\n",
                omittingEmptySubsequences: false
            )
            guard lines.count > 2, lines[1].hasPrefix("Host: ") else { return false }
            let host = String(lines[1].dropFirst("Host: ".count))
            return requests.contains { $0.bytes(host: host) == message }
        }
    }()
}

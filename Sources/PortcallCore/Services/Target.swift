/// A port to call, as an operator writes it: `SERVICE://HOST[:PORT]`, or `HOST:PORT` where the port names the service.
public struct Target: Equatable, Sendable {
    /// As typed.
    public let text: String
    /// The service expected there.
    public let service: Service
    /// The machine.
    public let host: Host
    /// The port: the one typed, or the service's own.
    public let port: Int
    /// What was typed behind host and port and says nothing to us, as the path of a URL; empty where there is none.
    public let leftOut: String

    package init(text: String, service: Service, host: Host, port: Int, leftOut: String = "") {
        self.text = text
        self.service = service
        self.host = host
        self.port = port
        self.leftOut = leftOut
    }

    /// Reads what an operator typed.
    ///
    /// - Parameters:
    ///   - text: `submission://mail.example.com`, `mail.example.com:587`, `[2001:db8::1]:25`; or a URL, of whose path
    ///     only that is used which names a service.
    ///   - serviceName: the service to expect whatever the port; then the port may be left out.
    /// - Throws: what is wrong with the text, naming the part.
    public init(_ text: String, service serviceName: String? = nil) throws(MalformedTarget) {
        let named = try serviceName.map(Self.service(named:))
        guard let separator = text.firstRange(of: "://") else {
            guard !text.contains("/") else { throw .noScheme(text) }
            let (host, port) = try Self.split(text[...])
            guard let service = named ?? port.flatMap(Service.on(port:)) else {
                throw port.map { .unknownPort($0) } ?? .noPort(text)
            }
            try self.init(text: text, service: service, host: host, portTyped: port)
            return
        }
        let scheme = try Self.service(named: String(text[..<separator.lowerBound]))
        let rest = text[separator.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let path = String(rest[authority.endIndex...])
        let service = scheme.living(at: path)
        if let named, named != scheme, named != service { throw .twoServices(scheme.name, named.name) }
        let (host, port) = try Self.split(authority)
        let isUsed = service != scheme || path.isEmpty || path == "/"
        try self.init(text: text, service: service, host: host, portTyped: port, leftOut: isUsed ? "" : path)
    }

    /// On the service's own port where none was typed.
    package init(
        text: String,
        service: Service,
        host: Host,
        portTyped port: Int?,
        leftOut: String = ""
    ) throws(MalformedTarget) {
        guard let port = port ?? service.port else { throw .noPortOfItsOwn(service.name) }
        self.init(text: text, service: service, host: host, port: port, leftOut: leftOut)
    }

    /// The text is a host and nothing besides: no service, no port, no path.
    ///
    /// An IPv6 address has its brackets then.
    public static func isHostAlone(_ text: String) -> Bool {
        guard !text.isEmpty, !text.contains("/") else { return false }
        return text.hasPrefix("[") ? text.hasSuffix("]") : !text.contains(":")
    }

    /// Reads a host alone, where all its ports are called; the service is the first of those.
    public init(hostAlone text: String) throws(MalformedTarget) {
        let bare = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
        guard let service = Service.checkedWithAll.first, !text.contains("://") else { throw .notAHostAlone(text) }
        guard bare.split(separator: ":", omittingEmptySubsequences: false).count != 2 else {
            throw .notAHostAlone(text)
        }
        try self.init(text: text, service: service, host: try Host(bare), portTyped: nil)
    }

    private static func service(named name: String) throws(MalformedTarget) -> Service {
        guard let service = Service.named(name.lowercased()) else { throw .unknownService(name) }
        return service
    }

    private static func split(_ text: Substring) throws(MalformedTarget) -> (Host, Int?) {
        // What stands there may be a password, which is not to be shown again.
        guard !text.contains("@") else { throw .userInformation }
        guard text.hasPrefix("[") else {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count <= 2 else { throw Self.tooManyColons(text) }
            return (try Host(String(parts[0])), parts.count == 2 ? try readPort(parts[1]) : nil)
        }
        guard let bracket = text.firstIndex(of: "]") else { throw .noClosingBracket(String(text)) }
        let host = try Host(String(text[text.index(after: text.startIndex)..<bracket]))
        guard case .ipv6 = host else { throw .notAnAddress(host.text) }
        let rest = text[text.index(after: bracket)...]
        guard !rest.isEmpty else { return (host, nil) }
        guard rest.hasPrefix(":") else { throw .notAPort(String(rest)) }
        return (host, try readPort(rest.dropFirst()))
    }

    /// An IPv6 address without brackets, two ports, or nothing that could be named.
    private static func tooManyColons(_ text: Substring) -> MalformedTarget {
        if case .ipv6? = try? Host(String(text)) { return .bareIPv6(String(text)) }
        let parts = text.split(separator: ":", maxSplits: 1)
        return text.count { $0 == ":" } == 2 && parts.count == 2
            ? .notAPort(String(parts[1])) : .notAnAddress(String(text))
    }

    private static func readPort(_ text: Substring) throws(MalformedTarget) -> Int {
        guard
            !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let port = Int(text), (1...65_535).contains(port)
        else { throw .notAPort(String(text)) }
        return port
    }
}

extension Service {
    /// The service that lives at that path of this one's servers; itself where none does.
    fileprivate func living(at path: String) -> Service {
        let folder = "/" + path.lowercased().dropFirst().prefix { !"/?#".contains($0) }
        guard kind.folder == nil, folder != "/" else { return self }
        return Service.all.first { $0.kind.folder == folder && $0.security == security && $0.port == port } ?? self
    }
}

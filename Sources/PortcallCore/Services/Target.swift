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

    package init(text: String, service: Service, host: Host, port: Int) {
        self.text = text
        self.service = service
        self.host = host
        self.port = port
    }

    /// Reads what an operator typed.
    ///
    /// - Parameters:
    ///   - text: `submission://mail.example.com`, `mail.example.com:587`, `[2001:db8::1]:25`.
    ///   - serviceName: the service to expect whatever the port; then the port may be left out.
    /// - Throws: what is wrong with the text, naming the part.
    public init(_ text: String, service serviceName: String? = nil) throws(MalformedTarget) {
        let named = try serviceName.map(Self.service(named:))
        guard let separator = text.firstRange(of: "://") else {
            let (host, port) = try Self.split(text[...])
            guard let service = named ?? port.flatMap(Service.on(port:)) else {
                throw port.map { .unknownPort($0) } ?? .noPort(text)
            }
            try self.init(text: text, service: service, host: host, portTyped: port)
            return
        }
        let service = try Self.service(named: String(text[..<separator.lowerBound]))
        if let named, named != service { throw .twoServices(service.name, named.name) }
        var rest = text[separator.upperBound...]
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        let (host, port) = try Self.split(rest)
        try self.init(text: text, service: service, host: host, portTyped: port)
    }

    /// On the service's own port where none was typed.
    package init(text: String, service: Service, host: Host, portTyped port: Int?) throws(MalformedTarget) {
        guard let port = port ?? service.port else { throw .noPortOfItsOwn(service.name) }
        self.init(text: text, service: service, host: host, port: port)
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
        guard text.hasPrefix("[") else {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count <= 2 else { throw .bareIPv6(String(text)) }
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

    private static func readPort(_ text: Substring) throws(MalformedTarget) -> Int {
        guard
            !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let port = Int(text), (1...65_535).contains(port)
        else { throw .notAPort(String(text)) }
        return port
    }
}

/// What is wrong with a target, and the part that is.
@nonexhaustive
public enum MalformedTarget: Error, Equatable, Sendable {
    case noHost
    case notAName(String, String)
    case notAnAddress(String)
    case notAPort(String)
    case noPort(String)
    case noPortOfItsOwn(String)
    case unknownPort(Int)
    case unknownService(String)
    case twoServices(String, String)
    case bareIPv6(String)
    case noClosingBracket(String)
    case notAHostAlone(String)
    case notANameAlone(String)
}

extension MalformedTarget: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noHost: "there is no host name in it"
        case .notAName(let text, let reason): "'\(text.escaped)' is not a host name: \(reason)"
        case .notAnAddress(let text): "'\(text.escaped)' is not an IP address"
        case .notAPort(let text): "'\(text.escaped)' is not a port; ports are 1 to 65535"
        case .noPort: "it names no port and no service; write HOST:PORT or SERVICE://HOST, or check HOST --all"
        case .noPortOfItsOwn(let name): "no port is named, and \(name) has none of its own; write \(name)://HOST:PORT"
        case .unknownPort(let port):
            "no service is known on port \(port); name it with --service NAME ('portcall ports' lists the names)"
        case .unknownService(let name):
            "'\(name.escaped)' is not a service; 'portcall ports' lists the names"
        case .twoServices(let one, let other): "it says \(one), and --service says \(other)"
        case .bareIPv6(let text): "put the IPv6 address in brackets, as [\(text.escaped)]:25"
        case .notAHostAlone: "name the host alone: its ports and services are all called"
        case .notANameAlone(let text):
            "'\(text.escaped)' is more than a name: give it alone, without brackets, port or service"
        case .noClosingBracket(let text): "'\(text.escaped)' has no closing bracket"
        }
    }
}

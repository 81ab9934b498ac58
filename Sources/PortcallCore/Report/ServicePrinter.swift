/// Prints rows of the services table as `portcall ports` shows them.
public struct ServicePrinter: Sendable {
    private let style: Style

    /// - Parameter style: colours and width of the screen.
    public init(_ style: Style = Style()) {
        self.style = style
    }

    /// A line a service, and below it what it is to Exchange.
    public func print(_ services: [Service]) -> String {
        services.map { service in
            let numbers = ([service.port].compactMap(\.self) + service.otherPorts).map(String.init)
            let ports = numbers.isEmpty ? "any" : numbers.joined(separator: ", ")
            let security =
                switch service.security {
                case .implicit: "implicit TLS"
                case .upgrade: "STARTTLS"
                case .none: "no TLS"
                }
            let head = "\("\(ports)/\(service.transport.rawValue)".padded(to: 14))\(service.name.padded(to: 13))"
            let facts = style.hang("\(service.title), \(security) (\(service.reference))", indent: head.count)
            let role = style.hang(service.role, indent: head.count)
            return "\(head)\(facts)\n\(String(repeating: " ", count: head.count))\(role)\n"
        }.joined()
    }
}

extension Service {
    /// Whether a port, a name or a word is about this service.
    public func matches(_ query: String) -> Bool {
        if let port = Int(query) { return self.port == port || otherPorts.contains(port) }
        let word = query.lowercased()
        return [name, title, protocolName, reference, role].contains { $0.lowercased().contains(word) }
    }
}

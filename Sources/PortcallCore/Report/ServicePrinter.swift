/// Prints rows of the services table, as `portcall ports` shows them below the reference.
public struct ServicePrinter: Sendable {
    private let style: Style

    /// - Parameter style: colours and width of the screen.
    public init(_ style: Style = Style()) {
        self.style = style
    }

    /// A line a service, and below it what it is to Exchange.
    public func print(_ services: [Service]) -> String {
        services.map { service in
            let head = "\(service.places.padded(to: 14))\(service.name.padded(to: 13))"
            let facts = style.hang(
                "\(service.title), \(service.securityInWords) (\(service.reference))",
                indent: head.count
            )
            let role = style.hang(service.role, indent: head.count)
            return "\(head)\(facts)\n\(String(repeating: " ", count: head.count))\(role)\n"
        }.joined()
    }

    /// A line a service: where, its name, what it is.
    public func list(_ services: [Service]) -> String {
        var table = ScreenTable(["service", "port", "what it is"], flexible: [1, 2])
        for service in services { table.add([[service.name], [service.places], [service.title]]) }
        return table.lines(style).map { $0 + "\n" }.joined()
    }
}

extension Service {
    /// `STARTTLS`.
    var securityInWords: String {
        switch security {
        case .implicit: "implicit TLS"
        case .upgrade: "STARTTLS"
        case .none: "no TLS"
        }
    }

    /// Whether a port, a name or a word is about this service.
    public func matches(_ query: String) -> Bool {
        if let port = Int(query) { return self.port == port || otherPorts.contains(port) }
        let word = query.lowercased()
        return [name, title, protocolName, reference, role].contains { $0.lowercased().contains(word) }
    }
}

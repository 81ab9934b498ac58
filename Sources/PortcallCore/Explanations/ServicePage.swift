/// The page in `explain` of a port or a service: what it is, who uses it, what portcall asks, what it can conclude.
public struct ServicePage: Sendable {
    /// As it was asked for: `691`, `resvc`.
    public let subject: String
    /// Who may be expected there; none where nothing harmless can be asked.
    public let services: [Service]
    /// Who uses it.
    public let rows: [PortRow]

    /// Of a port, in digits, or of the name of a service; nil where nobody knows it.
    public init?(of subject: String) {
        if let service = Service.named(subject.lowercased()) {
            services = [service]
            rows = PortRow.all.filter { $0.concerns(service) }
        } else {
            guard let port = Int(subject), subject.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            rows = PortRow.matching(subject)
            let named = rows.flatMap(\.endpoints).filter { $0.port == port }.compactMap(\.service)
            let usual = Service.all.filter { $0.port == port || $0.otherPorts.contains(port) }
            services = usual + named.compactMap(Service.named).withoutRepetition.filter { !usual.contains($0) }
            guard !rows.isEmpty || !services.isEmpty else { return nil }
        }
        self.subject = subject
    }

    /// Why nobody can be asked there, where that is so.
    var whyNot: [String] {
        (rows.compactMap(\.whyNot) + rows.flatMap(\.endpoints).compactMap(\.whyNot)).withoutRepetition
    }
}

extension PortRow {
    /// It names the service, or, where several share a port, the one that the port stands for.
    fileprivate func concerns(_ service: Service) -> Bool {
        let names = endpoints.map(\.service)
        guard !PortRow.all.contains(where: { $0.endpoints.contains { $0.service == service.name } }) else {
            return names.contains(service.name)
        }
        return service.port.map { port in
            endpoints.contains { $0.port == port && $0.transport == service.transport }
        } ?? false
    }
}

extension Service {
    /// What a call to it can come to: the findings of its own protocol, and those of any.
    var conclusions: (own: [Explanation], general: [Explanation]) {
        let ids = kind.explanations.map(\.id)
        let possible = Explanation.all.filter { $0.page(of: self) != nil }
        return (possible.filter { ids.contains($0.id) }, possible.filter { !ids.contains($0.id) })
    }

    /// Every port, and over what: `25, 2525/tcp`.
    var places: String {
        let numbers = ([port].compactMap(\.self) + otherPorts).map(String.init)
        return "\(numbers.isEmpty ? "any" : numbers.joined(separator: ", "))/\(transport.rawValue)"
    }
}

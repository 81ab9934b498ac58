extension Plan {
    /// Whoever drops packets is found out in the time of three attempts of the system's to connect.
    static let patienceOfCheckups = Duration.seconds(5)

    /// The findings that say nothing but that no connection came about.
    static let unansweredIDs = [Explanation.connectRefused, .connectTimeout, .unreachable].map(\.id)

    /// The same call to another service of the host, or of another one, on its usual port; nil where it has none.
    func calling(_ service: Service, of host: Host? = nil) -> Plan? {
        service.port.map { calling(service, of: host, port: $0) }
    }

    /// The same on a port that the server named.
    package func calling(_ service: Service, of host: Host? = nil, port: Int) -> Plan {
        var plan = self
        let host = host ?? target.host
        let text = "\(service.name)://\(host.bracketed)\(port == service.port ? "" : ":\(port)")"
        plan.target = Target(text: text, service: service, host: host, port: port)
        plan.connectPatience = connectPatience ?? Self.patienceOfCheckups
        return plan
    }

    /// The same call, where nobody that does not answer is at fault by that alone.
    func callingUnforced(_ service: Service, of host: Host? = nil, port: Int) -> Plan {
        var call = calling(service, of: host, port: port)
        call.criteria.forgiven += Self.unansweredIDs
        // A datagram that is dropped is what a connection is that does not come about.
        if service.transport == .udp {
            call.criteria.forgiven.append(Explanation.timeout.id)
            call.timeout = min(call.timeout, Self.patienceOfCheckups)
        }
        return call
    }

    /// A call for each of the addresses; the same call where there are none.
    func onEach(_ addresses: [String]?) -> [Plan] {
        guard let addresses else { return [self] }
        return addresses.map { reaching([$0]) }
    }

    /// The same call to these addresses of the host, which is not looked up.
    func reaching(_ addresses: [String]) -> Plan {
        var plan = self
        plan.addresses = addresses
        return plan
    }
}

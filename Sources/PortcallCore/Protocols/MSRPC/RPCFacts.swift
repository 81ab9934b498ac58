/// What a server of MS-RPC tells: the map of its programs, or which interfaces it takes.
package struct RPCFacts: ServiceFacts {
    /// The map, in the mapper's order; nil where none was asked for or none came.
    package internal(set) var endpoints: [RPCEndpoint]?
    /// What was asked to be bound beside or instead of the map.
    package internal(set) var bindings: [Binding] = []
    package internal(set) var refusal: RPCRefusal?
    /// What there was too much of.
    package internal(set) var excess: String?
    /// Of the server, as it was called.
    let address: String

    init(at address: String) {
        self.address = address
    }

    /// One interface, and whether it was taken.
    package struct Binding: Equatable, Sendable {
        package let interface: RPCInterface
        package let isAccepted: Bool
    }

    package var record: Record {
        var record = Record()
        if let endpoints { record["endpoints"] = .list(endpoints.map { .record($0.record) }) }
        if !bindings.isEmpty { record["interfaces"] = .list(bindings.map { .record($0.record) }) }
        return record
    }

    package var lines: [FactLine] { bindings.map(\.line) + map }
}

extension RPCFacts {
    /// The map by program, those of Exchange and of the directory first.
    var map: [FactLine] { map { _ in nil } }

    /// The same, marked by what is known of the TCP ports of the host: whether they can be reached, and how not.
    package func map(_ reach: (Int) -> (isReached: Bool, words: String)?) -> [FactLine] {
        let entries = RPCMapEntry.all(of: endpoints ?? [], at: address)
        let lines = entries.prefix(Self.lineLimit).map { $0.line(reach) }
        let left = entries.count - lines.count
        return lines + (left > 0 ? [FactLine("and", "\(left) more")] : [])
    }

    /// The most programs that a screen has a line for.
    private static let lineLimit = 60

    /// `53 endpoints of 17 programs`.
    var words: String {
        let all = endpoints ?? []
        let programs = Set(all.map(\.interface)).count
        guard !all.isEmpty else { return "the map is empty: no program has registered" }
        return "\(all.count) endpoint\(all.count == 1 ? "" : "s") of \(programs) interface\(programs == 1 ? "" : "s")"
    }

    func accepts(_ interface: RPCInterface) -> Bool { bindings.contains { $0.interface == interface && $0.isAccepted } }
}

/// Where one program is, in a line.
private struct RPCMapEntry {
    let endpoints: [RPCEndpoint]
    /// Of the server.
    let called: String

    static func all(of endpoints: [RPCEndpoint], at called: String) -> [RPCMapEntry] {
        var order: [RPCInterface] = []
        var groups: [RPCInterface: [RPCEndpoint]] = [:]
        for endpoint in endpoints {
            if groups[endpoint.interface] == nil { order.append(endpoint.interface) }
            groups[endpoint.interface, default: []].append(endpoint)
        }
        let entries = order.compactMap { groups[$0] }.map { RPCMapEntry(endpoints: $0, called: called) }
        return RPCProgram.Owner.allCases.flatMap { owner in entries.filter { $0.first.owner == owner } }
    }

    /// The most places that a line names.
    private static let placeLimit = 12

    private var first: RPCEndpoint { endpoints[0] }

    func line(_ reach: (Int) -> (isReached: Bool, words: String)?) -> FactLine {
        var places: [String] = []
        var seen: [Bool] = []
        for endpoint in endpoints.sorted(by: { $0.rank < $1.rank }) {
            let isCalled = endpoint.sequence == RPCEndpoint.overTCP && endpoint.isAt(called)
            let known = isCalled ? endpoint.port.flatMap(reach) : nil
            if let known { seen.append(known.isReached) }
            let place = endpoint.place(at: called) + (known.map { $0.isReached ? "" : " (\($0.words))" } ?? "")
            if !places.contains(place) { places.append(place) }
        }
        let label = first.program?.label ?? "not known"
        let id = first.program == nil && !first.annotation.isEmpty ? ", \(first.interface.uuid)" : ""
        let text = "\(first.title)\(id) \(first.interface.version): \(places.listed(most: Self.placeLimit))"
        return FactLine(label, text, seen.isEmpty ? .none : seen.contains(false) ? .bad : .good)
    }
}

extension RPCEndpoint {
    /// `TCP 49153`, `HTTP 6001`, `\pipe\lsass`, `local`; and where, if not at the address that was called.
    fileprivate func place(at called: String) -> String {
        let elsewhere = isAt(called) || address == nil ? "" : " at \(address ?? "")"
        switch sequence {
        case Self.overTCP: return "TCP \(portInWords)\(elsewhere)"
        case "ncacn_http": return "HTTP \(portInWords)\(elsewhere)"
        case "ncadg_ip_udp": return "UDP \(portInWords)\(elsewhere)"
        case "ncalrpc": return "local"
        case "ncacn_np": return pipe ?? "a pipe"
        default: return "\(sequence)\(port.map { " \($0)" } ?? "")"
        }
    }

    /// What is called over the network by a number comes first, and what only programs of the host can call last.
    fileprivate var rank: Int {
        ["ncacn_ip_tcp", "ncacn_http", "ncadg_ip_udp", "ncacn_np"].firstIndex(of: sequence) ?? 4
    }

    private var portInWords: String { port.map(String.init) ?? "without a port" }

    fileprivate var record: Record {
        Record([
            ("uuid", .text(interface.uuid)), ("version", .text(interface.version)), ("program", .text(program?.name)),
            ("annotation", .text(annotation)), ("sequence", .text(sequence)),
            ("port", port.map { .integer($0) } ?? .null), ("pipe", .text(pipe)), ("address", .text(address)),
        ])
    }
}

extension RPCFacts.Binding {
    fileprivate var program: RPCProgram? { RPCProgram.of(interface) }

    fileprivate var line: FactLine {
        let name = program?.name ?? interface.uuid
        let words = isAccepted ? "answers here" : "is not here"
        let label = program?.label ?? "interface"
        return FactLine(label, "\(name) \(interface.version) \(words)", isAccepted ? .good : .neutral)
    }

    fileprivate var record: Record {
        Record([
            ("uuid", .text(interface.uuid)), ("version", .text(interface.version)), ("program", .text(program?.name)),
            ("accepted", .flag(isAccepted)),
        ])
    }
}

extension Observation {
    /// What a server of MS-RPC told.
    package var remoteCalls: RPCFacts? { facts.service as? RPCFacts }
}

/// What the mapper of a host says, and how its ports are reached.
struct MapEvidence: Sendable {
    let callsAll: Bool
    var mapper: Verdict?
    /// Of the ports called.
    var ports: [Verdict] = []

    init(callsAll: Bool) {
        self.callsAll = callsAll
    }

    /// A TCP port of the host, and whose it is.
    struct Port {
        let port: Int
        let endpoints: [RPCEndpoint]

        /// What is bound there: a program's own rather than what every server has besides.
        var interface: RPCInterface { endpoints[0].interface }

        /// `directory replication (DRSUAPI), local security authority (LSARPC)`.
        var titles: String {
            endpoints.map(\.title).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.listed(most: 3)
        }
    }

    var verdicts: [Verdict] { [mapper].compactMap(\.self) + ports }

    /// The ports to call, in their order.
    var wanted: [Port] { distinct { callsAll || $0.owner != .other } }

    private var told: RPCFacts? { mapper?.observation.remoteCalls }
    private var called: String { mapper?.observation.address ?? "" }

    /// Over TCP; the mapper's own port has answered already.
    private var overTCP: [RPCEndpoint] {
        let own = mapper?.observation.plan.target.port
        return (told?.endpoints ?? []).filter { endpoint in
            endpoint.sequence == RPCEndpoint.overTCP && endpoint.port.map { $0 > 0 && $0 != own } ?? false
        }
    }

    /// Those at the address that was called which such an endpoint is on.
    private func distinct(_ isWanted: (RPCEndpoint) -> Bool) -> [Port] {
        let here = overTCP.filter { $0.isAt(called) }
        let ports = Set(here.filter(isWanted).compactMap(\.port)).sorted()
        return ports.map { port in
            let all = here.filter { $0.port == port }
            let sorted = RPCProgram.Owner.allCases.flatMap { owner in all.filter { $0.owner == owner } }
            return Port(port: port, endpoints: sorted)
        }
    }
}

extension MapEvidence {
    /// Ports that the map names and that cannot be reached, and how each fails.
    var unreachable: [(port: Port, seen: Observation)] {
        let wanted = wanted
        return ports.compactMap { verdict in
            let seen = verdict.observation
            guard seen.isOutOfReach else { return nil }
            return wanted.first { $0.port == seen.plan.target.port }.map { ($0, seen) }
        }
    }

    /// The map by program, with what came of its ports.
    var lines: [FactLine] {
        told?.map { port in
            ports.first { $0.observation.plan.target.port == port }.map { verdict in
                (!verdict.observation.isOutOfReach, verdict.observation.failureInWords)
            }
        } ?? []
    }

    /// What it comes to, in a few sentences; nil where there is no map.
    var conclusion: String? {
        guard told?.endpoints != nil, mapper?.severity == nil else { return nil }
        return [reached, left, elsewhere].compactMap(\.self).joined(separator: " ")
    }

    private var whose: String { callsAll ? "its programs" : "programs of Exchange and the directory" }

    private var reached: String {
        guard !ports.isEmpty else {
            let later = callsAll ? "" : " Exchange 2013 and later has none there, which is right."
            return "The mapper names no TCP port of \(whose) at \(called).\(later)"
        }
        let open = ports.count { !$0.observation.isOutOfReach }
        let count = ports.count == 1 ? "1 TCP port" : "\(ports.count) TCP ports"
        let how =
            switch open {
            case ports.count: ports.count == 1 ? "it can be reached from here" : "all of them can be reached from here"
            case 0: ports.count == 1 ? "it cannot be reached from here" : "none of them can be reached from here"
            default: "\(open) of them can be reached from here"
            }
        return "The mapper names \(count) of \(whose): \(how)."
    }

    /// What was not called, though it is at the address that was.
    private var left: String? {
        let others = callsAll ? 0 : distinct { _ in true }.count - wanted.count
        let over = wanted.count - ports.count
        let parts = [
            others > 0 ? "\(others) of other programs" : nil,
            over > 0 && !ports.isEmpty ? "\(over) beyond the first \(ports.count)" : nil,
        ].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        let were = others + over == 1 ? "was" : "were"
        return "Besides it names \(parts.joined(separator: " and ")), which \(were) not called."
    }

    private var elsewhere: String? {
        let others = overTCP.filter { !$0.isAt(called) }
        guard !others.isEmpty else { return nil }
        let addresses = Set(others.compactMap(\.address)).sorted().listed(most: 4)
        let numbers = Set(others.compactMap(\.port)).sorted().map(String.init)
        let ports = "\(numbers.count == 1 ? "port" : "ports") \(numbers.listed(most: 8))"
        return
            "It names \(addresses) too, with \(ports): that is not the address called, so nothing was called there."
    }
}

extension Observation {
    /// No connection came about, and not because nobody wanted it any more.
    fileprivate var isOutOfReach: Bool { !isUnresolved && address == nil && ending != .interrupted }

    fileprivate var failureInWords: String { attempts.last?.failure.words ?? "no answer" }
}

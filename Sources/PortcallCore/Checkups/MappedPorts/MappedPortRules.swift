extension JointRule where Evidence == MapEvidence {
    static let ofMap = [endpointUnreachable]

    /// Dropped or refused alike, all such ports at once: mostly one rule of one firewall is missing.
    private static let endpointUnreachable = JointRule(.rpcEndpointUnreachable) { seen in
        let closed = seen.unreachable
        guard !closed.isEmpty else { return nil }
        let evidence = closed.map { port, call in "\(port.port) (\(port.titles)): \(call.howItFails)" }
        let ports = closed.map { String($0.port.port) }
        return Sighting(
            evidence.prefix(12).joined(separator: "; ")
                + (evidence.count > 12 ? "; and \(evidence.count - 12) more" : ""),
            [
                "ports": "\(ports.count == 1 ? "port" : "ports") \(ports.listed(most: 12))",
                "numbers": ports.listed(most: 12),
                "how": OutOfReach.allCases.compactMap { $0.sentence(of: closed.map(\.seen)) }.joined(separator: " "),
                "it": ports.count == 1 ? "it is" : "they are",
            ]
        )
    }
}

/// How a port fails that something listens on.
private enum OutOfReach: CaseIterable {
    case dropped
    case rejected
    case refused
    case other

    init(_ failure: Attempt.Failure?) {
        self =
            switch failure {
            case .timedOut, nil: .dropped
            case .refused(.icmp), .forbidden: .rejected
            case .refused(.reset), .refused(.untold): .refused
            case .reset, .noRoute, .noFamily, .other: .other
            }
    }

    /// Of those that fail so; nil where there is none.
    func sentence(of seen: [Observation]) -> String? {
        let ports = seen.filter { OutOfReach($0.attempts.last?.failure) == self }.map { String($0.plan.target.port) }
        guard !ports.isEmpty else { return nil }
        let one = ports.count == 1
        let who = "\(one ? "Port" : "Ports") \(ports.listed(most: 12)) \(one ? "is" : "are")"
        return switch self {
        case .dropped: "\(who) dropped: no answer comes, as from a firewall that drops what it does not allow."
        case .rejected: "\(who) rejected by a firewall: its ICMP message came back."
        case .refused:
            "\(who) refused: a firewall on the way rejects \(one ? "it" : "them"), or the program has ended and is still "
                + "in the map."
        case .other: "There is no way to \(one ? "port" : "ports") \(ports.listed(most: 12))."
        }
    }
}

extension Observation {
    fileprivate var howItFails: String { attempts.last?.failure.words ?? "no answer" }
}

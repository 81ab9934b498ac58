/// Ports of one address that something on the way lets nobody reach, while others of it answer.
struct FilteredPorts {
    let address: String
    /// Worth a word each: `389 is open`.
    let answering: [String]
    let filtered: [Observation]

    /// Of each address; a port that its call reached at another address is not among them.
    static func all(in verdicts: [Verdict]) -> [FilteredPorts] {
        let seen = verdicts.map(\.observation)
        let tried = seen.flatMap { $0.attempts.map(\.address) + [$0.silentDatagramAddress].compactMap(\.self) }
        let addresses = tried.reduce(into: [String]()) { known, address in
            if !known.contains(address) { known.append(address) }
        }
        return addresses.compactMap { address in
            let answering = seen.compactMap { $0.answer(at: address) }
            let filtered = seen.filter { $0.isFiltered(at: address) || $0.isDropped(at: address, beside: seen) }
            return answering.isEmpty || filtered.isEmpty
                ? nil : FilteredPorts(address: address, answering: answering, filtered: filtered)
        }
    }

    /// `3268 no answer, 3269 forbidden by …`.
    var inWords: String {
        filtered.map { "\($0.portInWords) \($0.failure(at: address)?.words ?? "no answer")" }.joined(separator: ", ")
    }
}

extension JointRule where Evidence == [Verdict] {
    /// Told once for all such ports.
    ///
    /// - Parameter mustBeOpen: whether somebody needs that port; where nobody does, it is a note.
    /// - Returns: the rule `port-filtered`.
    static func portFiltered(_ mustBeOpen: @escaping @Sendable (Observation) -> Bool) -> JointRule {
        JointRule(.portFiltered) { verdicts in
            let found = FilteredPorts.all(in: verdicts)
            guard !found.isEmpty else { return nil }
            let filtered = found.flatMap(\.filtered)
            let ports = filtered.map(\.portInWords).withoutRepetition
            let evidence = found.map { one in
                "\(one.address): \(one.answering.listed(most: 4)); \(one.inWords)"
            }
            return Sighting(
                evidence.joined(separator: "; "),
                severity: filtered.contains(where: mustBeOpen) ? nil : .note,
                [
                    "ports": ports.listed(most: 12),
                    "allowed": filtered.allowedInWords,
                    "addresses": found.map(\.address).listed(most: 3),
                    "are": ports.count == 1 ? "is" : "are",
                ]
            )
        }
    }
}

extension CheckupSummary {
    /// The TCP ports that a finding tells to be out of reach: those that something filters, or all that did not answer.
    func portsOutOfReach(by finding: Finding) -> [Int] {
        let isFiltered = finding.id == Explanation.portFiltered.id
        let seen =
            isFiltered
            ? FilteredPorts.all(in: verdicts).flatMap(\.filtered)
            : verdicts.map(\.observation).filter { $0.address == nil }
        return seen.filter { $0.plan.service.transport == .tcp }.map(\.plan.target.port)
    }
}

extension [Observation] {
    /// `TCP 636, 3268 and UDP 389`.
    fileprivate var allowedInWords: String {
        [Transport.tcp, .udp].compactMap { transport in
            let ports = filter { $0.plan.service.transport == transport }.map { String($0.plan.target.port) }
            guard !ports.isEmpty else { return nil }
            return "\(transport.rawValue.uppercased()) \(ports.withoutRepetition.listed(most: 12))"
        }.joined(separator: " and ")
    }
}

extension Observation {
    /// `389`, `88/udp`.
    var portInWords: String { "\(plan.target.port)\(plan.service.transport == .udp ? "/udp" : "")" }

    fileprivate func failure(at address: String) -> Attempt.Failure? {
        attempts.first { $0.address == address }?.failure
    }

    /// How a port of that address answers: it is open, or its machine refuses.
    fileprivate func answer(at address: String) -> String? {
        if self.address == address {
            guard plan.service.transport == .udp else { return "\(portInWords) is open" }
            // A datagram has no connection: only an answer shows that it came through.
            return facts.isConfirmed ? "\(portInWords) answers" : nil
        }
        switch failure(at: address) {
        case .refused(.untold), .refused(.reset): return "\(portInWords) refuses"
        case .refused(.icmp), .forbidden, .timedOut, .noRoute, .noFamily, .reset, .other, nil: return nil
        }
    }

    /// Where datagrams were sent to in vain.
    fileprivate var silentDatagramAddress: String? {
        let isSilent = plan.service.transport == .udp && ending == .timedOut && head.isEmpty && !facts.isConfirmed
        return isSilent ? address : nil
    }

    /// A datagram says of nobody that it was dropped; where a connection to the same port is answered, it was.
    fileprivate func isDropped(at address: String, beside others: [Observation]) -> Bool {
        guard silentDatagramAddress == address else { return false }
        return others.contains { other in
            other.plan.service.transport == .tcp && other.address == address
                && other.plan.target.port == plan.target.port && other.facts.isConfirmed
        }
    }

    /// Dropped or forbidden, and reached at no other address either.
    fileprivate func isFiltered(at address: String) -> Bool {
        guard self.address == nil, plan.service.transport == .tcp, ending != .interrupted else { return false }
        switch failure(at: address) {
        case .timedOut, .forbidden, .refused(.icmp): return true
        case .refused, .noRoute, .noFamily, .reset, .other, nil: return false
        }
    }
}

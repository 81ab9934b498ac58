/// Ports of one address that something on the way lets nobody reach, while others of it answer.
struct FilteredPorts {
    let address: String
    /// Worth a word each: `389 is open`.
    let answering: [String]
    let filtered: [Observation]

    /// Of each address; a port that its call reached at another address is not among them.
    static func all(in verdicts: [Verdict]) -> [FilteredPorts] {
        let seen = verdicts.map(\.observation)
        let datagrams = seen.filter(\.isUnansweredDatagram).compactMap(\.address)
        let addresses = (seen.flatMap { $0.attempts.map(\.address) } + datagrams).withoutRepetition
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
            let transports = filtered.map(\.plan.service.transport.rawValue).withoutRepetition
            let evidence = found.map { one in
                "\(one.address): \(one.answering.listed(most: 4)); \(one.inWords)"
            }
            return Sighting(
                evidence.joined(separator: "; "),
                severity: filtered.contains(where: mustBeOpen) ? nil : .note,
                [
                    "ports": ports.listed(most: 12),
                    "transports": transports.map { $0.uppercased() }.joined(separator: " and "),
                    "addresses": found.map(\.address).listed(most: 3),
                    "are": ports.count == 1 ? "is" : "are",
                ]
            )
        }
    }
}

extension CheckupSummary {
    /// The ports that a finding tells to be out of reach: those that something filters, or all that did not answer.
    func portsOutOfReach(by finding: Finding) -> [Int] {
        guard finding.id != Explanation.portFiltered.id else {
            return FilteredPorts.all(in: verdicts).flatMap(\.filtered).map(\.plan.target.port)
        }
        return verdicts.map(\.observation).filter { $0.address == nil }.map(\.plan.target.port)
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

    fileprivate var isUnansweredDatagram: Bool {
        plan.service.transport == .udp && !facts.isConfirmed && ending == .timedOut
    }

    /// A datagram that nobody answers, where the same port answers over TCP: the program is there.
    fileprivate func isDropped(at address: String, beside others: [Observation]) -> Bool {
        guard isUnansweredDatagram, self.address == address else { return false }
        return others.contains { other in
            other.address == address && other.plan.target.port == plan.target.port
                && other.plan.service.transport == .tcp
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

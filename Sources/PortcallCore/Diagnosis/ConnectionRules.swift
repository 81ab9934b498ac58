extension Rule {
    static let connection = [
        Rule(one: .resolveFailed) { seen in
            guard case .resolveFailed(let reason) = seen.ending else { return nil }
            let host = seen.plan.target.host
            guard case .name = host else {
                return Sighting(
                    "as typed: \(host.text)",
                    fix: "Call it over the family that it has, or through an interface of this machine.",
                    ["what": "\(host.text) leads nowhere from here", "reason": reason]
                )
            }
            return Sighting(
                "this machine's resolver, as all its programs ask it: \(reason)",
                fix: reason.contains("family")
                    ? "Call it over the family that it has, or give it an address of this one." : nil,
                ["what": "The name \(host.text) cannot be turned into an address", "reason": reason]
            )
        },
        Rule(one: .connectRefused) { seen in
            guard seen.ending == .unreachable, seen.commonFailure == .refused else { return nil }
            return Sighting(seen.attemptsInWords, fix: seen.fixOfRefusal, seen.placesOfRefusal)
        },
        Rule(one: .connectTimeout) { seen in
            let isTimeUp = seen.ending == .timedOut && seen.moments[.connect] == nil && seen.canDial
            guard isTimeUp || (seen.ending == .unreachable && seen.commonFailure == .silent) else { return nil }
            return Sighting(seen.attemptsInWords)
        },
        Rule(one: .unreachable) { seen in
            guard seen.ending == .unreachable else { return nil }
            switch seen.commonFailure ?? .other {
            case .refused, .silent: return nil
            case .forbidden:
                let what = "A firewall forbids connections to port \(seen.plan.target.port) of \(seen.firstAddress)."
                return Sighting(seen.attemptsInWords, fix: Observation.fixOfFirewall, ["what": what])
            case .other:
                let reasons = seen.reasonsInWords
                let what = "There is no way to \(seen.plan.target.host.text.escaped) from this machine: \(reasons)."
                return Sighting(seen.attemptsInWords, ["what": what])
            }
        },
        Rule(one: .addressFailed) { seen in
            guard let address = seen.address, !seen.attempts.isEmpty else { return nil }
            let isOurs = seen.attempts.allSatisfy(\.failure.isOurs)
            let evidence =
                "the call went on to \(address)\(seen.moments[.connect].map { " after \($0.inSeconds)" } ?? "")"
            return Sighting(evidence, severity: isOurs ? .note : nil, ["addresses": seen.attemptsInWords])
        },
        Rule(one: .interrupted) { seen in
            seen.ending == .interrupted ? Sighting("interrupted while waiting for \(seen.awaited)") : nil
        },
    ]
}

/// Why the addresses of a call failed, as the findings tell it apart.
enum CommonFailure: Equatable {
    case refused
    case silent
    case forbidden
    case other
}

extension Observation {
    /// The name is an address, or was resolved to some.
    var canDial: Bool {
        if case .name = plan.target.host { moments[.resolve] != nil } else { true }
    }

    /// Why the addresses failed, where all failed for the same reason; one this machine cannot reach says nothing.
    fileprivate var commonFailure: CommonFailure? {
        let telling = attempts.map(\.failure).filter { !$0.isOurs }.map(CommonFailure.init)
        guard let first = telling.first else { return nil }
        if telling.allSatisfy({ $0 == first }) { return first }
        return telling.contains(.silent) ? .silent : nil
    }

    fileprivate var placesOfRefusal: [String: String] {
        guard plan.service.transport == .udp else { return ["cause": causeOfRefusal, "packets": "connections"] }
        return ["cause": causeOfRefusal, "packets": "datagrams", "which": "UDP port \(plan.target.port)"]
    }

    /// A reset and an ICMP message look alike to most programs; where the system tells them apart, so do the words.
    var causeOfRefusal: String {
        // Over UDP the machine itself says no by ICMP.
        if plan.service.transport == .tcp, attempts.contains(where: \.failure.isByFirewall) {
            return "a firewall rejects them, for an ICMP message came back and no reset of the machine's own"
        }
        return "nothing listens there, or a firewall rejects them"
    }

    var fixOfRefusal: String? {
        plan.service.transport == .tcp && attempts.contains(where: \.failure.isByFirewall) ? Self.fixOfFirewall : nil
    }

    fileprivate static let fixOfFirewall =
        "Allow {transport} port {port} on the firewall that sent the message: the server's own, or one on the way."

    fileprivate var firstAddress: String { attempts.first?.address ?? plan.target.host.text.escaped }

    fileprivate var attemptsInWords: String {
        guard !attempts.isEmpty else { return "no answer from \(addresses.first ?? plan.target.host.text)".escaped }
        return attempts.map { "\($0.address): \($0.failure.words)" }.joined(separator: "; ")
    }

    fileprivate var reasonsInWords: String {
        var reasons: [String] = []
        for reason in attempts.map(\.failure.words) where !reasons.contains(reason) { reasons.append(reason) }
        return reasons.isEmpty ? "no address" : reasons.joined(separator: "; ")
    }
}

extension CommonFailure {
    fileprivate init(_ failure: Attempt.Failure) {
        switch failure {
        case .refused: self = .refused
        case .forbidden: self = .forbidden
        case .timedOut: self = .silent
        case .noRoute, .noFamily, .reset, .other: self = .other
        }
    }
}

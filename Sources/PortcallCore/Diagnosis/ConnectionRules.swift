extension Rule {
    static let connection = [
        Rule(one: .resolveFailed) { seen in
            guard case .resolveFailed(let reason) = seen.ending else { return nil }
            return Sighting(reason, ["reason": reason])
        },
        Rule(one: .connectRefused) { seen in
            guard seen.ending == .unreachable, seen.commonFailure == .refused else { return nil }
            return Sighting(seen.attemptsInWords)
        },
        Rule(one: .connectTimeout) { seen in
            let isTimeUp = seen.ending == .timedOut && seen.moments[.connect] == nil && seen.canDial
            guard isTimeUp || (seen.ending == .unreachable && seen.commonFailure == .timedOut) else { return nil }
            return Sighting(seen.attemptsInWords)
        },
        Rule(one: .unreachable) { seen in
            guard seen.ending == .unreachable, seen.commonFailure != .refused, seen.commonFailure != .timedOut else {
                return nil
            }
            return Sighting(seen.attemptsInWords, ["reason": seen.reasonsInWords])
        },
        Rule(one: .addressFailed) { seen in
            guard seen.address != nil, !seen.attempts.isEmpty else { return nil }
            let isOurs = seen.attempts.allSatisfy { if case .noFamily = $0.failure { true } else { false } }
            return Sighting(seen.attemptsInWords, severity: isOurs ? .note : nil, ["addresses": seen.attemptsInWords])
        },
        Rule(one: .timeout) { seen in
            guard seen.ending == .timedOut, seen.moments[.connect] != nil || !seen.canDial else { return nil }
            guard seen.hasSpoken || !seen.head.isEmpty || !seen.canDial else { return nil }
            return Sighting("\(seen.stageReached.rawValue): waited for \(seen.awaited)")
        },
        Rule(one: .closedEarly) { seen in
            guard case .closed(let isReset) = seen.ending, !seen.isClosedUnanswered else { return nil }
            guard !seen.isClosedForLackOfCertificate, !seen.isClosedForLackOfOurs else { return nil }
            return Sighting(seen.closingWords(isReset))
        },
        Rule(one: .interrupted) { seen in
            seen.ending == .interrupted ? Sighting("interrupted while waiting for \(seen.awaited)") : nil
        },
    ]
}

extension Observation {
    /// The name is an address, or was resolved to some.
    fileprivate var canDial: Bool {
        if case .name = plan.target.host { moments[.resolve] != nil } else { true }
    }

    /// Why the addresses failed, where all failed for the same reason; one this machine cannot reach says nothing.
    fileprivate var commonFailure: Attempt.Failure? {
        let telling = attempts.map(\.failure).filter { if case .noFamily = $0 { false } else { true } }
        guard let first = telling.first else { return nil }
        if telling.allSatisfy({ $0 == first }) { return first }
        return telling.contains(.timedOut) ? .timedOut : nil
    }

    fileprivate var attemptsInWords: String {
        guard !attempts.isEmpty else { return "no answer from \(addresses.first ?? plan.target.host.text)".escaped }
        return attempts.map { "\($0.address): \($0.failure.words)" }.joined(separator: "; ")
    }

    fileprivate var reasonsInWords: String {
        var reasons: [String] = []
        for reason in attempts.map(\.failure.words) where !reasons.contains(reason) { reasons.append(reason) }
        return reasons.isEmpty ? "no address" : reasons.joined(separator: "; ")
    }

    func closingWords(_ isReset: Bool) -> String {
        let how = isReset ? "The connection was reset" : "The server closed the connection"
        return "\(how) while portcall waited for \(awaited)."
    }
}

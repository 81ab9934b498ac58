/// What became of the exceptions of a policy in one run.
package struct PolicyOutcome: Sendable {
    /// The policy's file, as it was named.
    package let file: String
    private let exceptions: [PolicyException]
    private let now: Timestamp
    /// Of each exception the targets with its finding, in the order of the calls.
    private var matched: [[String]]
    /// How many calls were made.
    package private(set) var calls = 0
    /// The worst of them, notes aside; nil when all is well.
    package private(set) var severity: Severity?

    /// - Parameters:
    ///   - policy: what is run.
    ///   - now: the day on which exceptions hold or have ended, whatever day certificates are judged by.
    package init(of policy: WrittenPolicy, at now: Timestamp) {
        file = policy.file
        exceptions = policy.exceptions
        self.now = now
        matched = exceptions.map { _ in [] }
    }

    /// Takes note of what a call found.
    package mutating func note(_ verdict: Verdict) {
        calls += 1
        severity = [severity, verdict.severity].compactMap(\.self).max()
        guard !exceptions.isEmpty else { return }
        let target = verdict.observation.plan.target.text
        let ids = Set(verdict.findings.map(\.id))
        for (index, exception) in exceptions.enumerated() where ids.contains(exception.finding) {
            // Each address of a name is a call of the same target.
            guard exception.covers(target), matched[index].last != target else { continue }
            matched[index].append(target)
        }
    }

    /// What whoever looks after the policy should know, a line each: what has ended, what will, what is for nothing.
    ///
    /// - Parameter isWhole: all targets were called, so that what matched nothing has nothing to match.
    /// - Returns: the lines, in that order; none where all is as the policy has it.
    package func notices(isWhole: Bool) -> [String] {
        let all = zip(exceptions, matched)
        let ended = all.filter { !$0.holds(at: now) && !$1.isEmpty }.map { exception, targets in
            "1 exception has ended: \(words(exception, targets))"
        }
        let ending = all.filter { exception, targets in
            exception.holds(at: now) && exception.daysLeft(at: now) <= Self.lastDays && !targets.isEmpty
        }.map { exception, targets in
            let days = exception.daysLeft(at: now)
            return "1 exception ends in \(days) \(days == 1 ? "day" : "days"): \(words(exception, targets))"
        }
        let idle = all.filter { $1.isEmpty }.map { exception, _ in
            "1 exception matched nothing: \(exception.finding) for \(Self.few(exception.patterns))"
        }
        return ended + ending + (isWhole ? idle : [])
    }

    /// Every exception, for programs.
    package var exceptionRecords: [Record] {
        zip(exceptions, matched).map { exception, targets in
            var record = exception.record(at: now)
            record[.matched] = .list(targets.map { .text($0) })
            return record
        }
    }

    /// The days before the end in which it is announced.
    private static let lastDays = 14
    private static let longestReason = 40
    private static let mostTargets = 3

    private func words(_ exception: PolicyException, _ targets: [String]) -> String {
        let reason = exception.reason.escaped
        let start = String(reason.prefix(Self.longestReason)).trimmedAtEnd
        let cut = reason.count > Self.longestReason ? "\(start)…" : reason
        return "\(exception.finding) for \(Self.few(targets)) (\(cut)) on \(exception.until.date)"
    }

    private static func few(_ names: [String]) -> String {
        let shown = names.prefix(mostTargets).map(\.escaped).joined(separator: ", ")
        return names.count > mostTargets ? "\(shown) and \(names.count - mostTargets) more" : shown
    }
}

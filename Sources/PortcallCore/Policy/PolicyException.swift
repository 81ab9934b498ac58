/// A finding that is known and let be for a time, with some targets of a policy.
package struct PolicyException: Equatable, Sendable {
    /// The id of the finding.
    package let finding: String
    /// Names of targets; an asterisk stands for anything.
    package let patterns: [String]
    /// In the operator's words.
    package let reason: String
    /// The first second of the last day on which it holds, in UTC.
    package let until: Timestamp
    /// Of the table in the file, from 1.
    package let line: Int

    package init(finding: String, patterns: [String], reason: String, until: Timestamp, line: Int) {
        self.finding = finding
        self.patterns = patterns
        self.reason = reason
        self.until = until
        self.line = line
    }

    /// How many days are left after the day of that moment; 0 on the last one, negative once it has ended.
    package func daysLeft(at now: Timestamp) -> Int { until.days(since: Timestamp(day: now)) }

    /// The day of that moment is not after the last.
    package func holds(at now: Timestamp) -> Bool { daysLeft(at: now) >= 0 }

    /// One of its patterns is the whole name of the target, whatever its case.
    package func covers(_ target: String) -> Bool {
        let name = Array(target.lowercased().utf8)
        return patterns.contains { Self.matches(Array($0.lowercased().utf8), name) }
    }

    /// As findings carry it.
    package var exemption: Exemption { Exemption(reason: reason, until: until.date) }

    /// Goes back to the last asterisk alone, so that it takes no longer than the product of both lengths.
    private static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
        var (place, index) = (0, 0)
        var lastAsterisk: (place: Int, index: Int)?
        while index < name.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                lastAsterisk = (place, index)
                place += 1
            } else if place < pattern.count, pattern[place] == name[index] {
                (place, index) = (place + 1, index + 1)
            } else if let last = lastAsterisk {
                lastAsterisk = (last.place, last.index + 1)
                (place, index) = (last.place + 1, last.index + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}

extension Timestamp {
    /// The first second of a moment's day.
    fileprivate init(day moment: Timestamp) {
        self.init(seconds: Timestamp.floorDivide(moment.seconds, 86_400) * 86_400)
    }
}

extension PolicyException {
    /// What it says, and how many days are left of it; what it matched is known after a run alone.
    func record(at now: Timestamp) -> Record {
        [
            .finding: .text(finding),
            .targets: .texts(patterns),
            .reason: .text(reason),
            .until: .text(until.date),
            .daysLeft: .integer(daysLeft(at: now)),
        ]
    }
}

extension WrittenPolicy {
    /// An object a target: what would be called, and by what it would be judged.
    ///
    /// - Parameter now: the day on which exceptions hold or have ended.
    /// - Returns: the objects, in the order of the policy.
    package func records(at now: Timestamp) -> [Record] {
        targets.map { target in
            let criteria = plan(target, started: now).criteria
            return [
                .schema: .text(Record.schema),
                .kind: .text("policy-target"),
                .target: .text(target.target.text),
                .group: .text(target.group),
                .owner: .text(target.owner),
                .line: .integer(target.line),
                .warnDays: Self.value(of: criteria.warnLimit),
                .criticalDays: Self.value(of: criteria.criticalLimit),
                .expect: .texts(criteria.expected.map(\.text)),
                .exceptions: .list(exceptions(for: target).map { .record($0.record(at: now)) }),
            ]
        }
    }

    /// A number of days, or a share as it is written.
    private static func value(of limit: ExpiryLimit?) -> Record.Value {
        switch limit {
        case nil: .null
        case .days(let days)?: .integer(days)
        case .share?: .text(limit?.text)
        }
    }
}

extension PolicyOutcome {
    /// The last object of a run: what its calls come to, and every exception of the file.
    package var record: Record {
        [
            .schema: .text(Record.schema),
            .kind: .text("summary"),
            .target: .text(file),
            .verdict: .text(severity.word),
            .findings: .list([]),
            .calls: .integer(calls),
            .exceptions: .list(exceptionRecords.map { .record($0) }),
        ]
    }
}

/// Prints a policy: what it would call, for whom, and by what that would be judged.
package struct PolicyPrinter: Sendable {
    private let style: Style

    /// - Parameter style: colours and width of the screen.
    package init(_ style: Style = Style()) {
        self.style = style
    }

    /// A table a group, and the exceptions.
    ///
    /// - Parameters:
    ///   - policy: what to tell.
    ///   - now: the day on which exceptions hold or have ended.
    package func print(_ policy: WrittenPolicy, at now: Timestamp) -> String {
        let counts = [Self.count(policy.targets.count, "target"), Self.count(policy.groups.count, "group")]
        let title =
            "\(style.paint(style.shown(policy.file.escaped), .bold)): \(counts.joined(separator: " in ")); nobody was called"
        let byGroup = Dictionary(grouping: policy.targets, by: \.group)
        let tables = policy.groups.flatMap { lines(of: $0, byGroup[$0.name] ?? [], policy, now) }
        let hasUsual = policy.targets.contains { policy.plan($0, started: now).criteria.warnLimit == nil }
        let all = [title] + tables + (hasUsual ? Self.usual : []) + lines(of: policy.exceptions, now)
        return all.map { $0 + "\n" }.joined()
    }

    private static let usual = ["usual: 21 days before the end, or 20 % of the lifetime where that is less"]

    private func lines(
        of group: WrittenPolicy.Group,
        _ targets: [PolicyTarget],
        _ policy: WrittenPolicy,
        _ now: Timestamp
    ) -> [String] {
        let owner = targets.first?.owner ?? group.owner
        let isOfAll = targets.allSatisfy { $0.owner == owner }
        let heading = group.name.escaped + (isOfAll ? owner.map { ", looked after by \($0.escaped)" } ?? "" : "")
        var table = ScreenTable(
            ["target", "warns", "critical", "expects", "exceptions"],
            flexible: [0, 3, 4],
            least: 12
        )
        for target in targets {
            let criteria = policy.plan(target, started: now).criteria
            let names = [target.target.text.escaped] + (isOfAll ? [] : target.owner.map { ["for \($0.escaped)"] } ?? [])
            let exceptions = policy.exceptions(for: target).map { exception in
                let verb = exception.holds(at: now) ? "until" : "ended"
                return "\(exception.finding) \(verb) \(exception.until.date)"
            }
            table.add([
                names,
                [Self.words(criteria.warnLimit, unless: "usual")],
                [Self.words(criteria.criticalLimit, unless: "-")],
                criteria.expected.isEmpty ? ["-"] : criteria.expected.map(\.text),
                exceptions.isEmpty ? ["-"] : exceptions,
            ])
        }
        return ["", style.paint(style.shown(heading), .bold)] + table.lines(style)
    }

    private func lines(of exceptions: [PolicyException], _ now: Timestamp) -> [String] {
        guard !exceptions.isEmpty else { return [] }
        var table = ScreenTable(["finding", "targets", "until", "reason"], flexible: [1, 3])
        for exception in exceptions {
            let days = exception.daysLeft(at: now)
            let left = days < 0 ? "ended" : "\(Self.count(days, "day")) left"
            table.add([
                [exception.finding], exception.patterns.map(\.escaped), [exception.until.date, left],
                [exception.reason.escaped],
            ])
        }
        return ["", style.paint("Exceptions", .bold)] + table.lines(style)
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// `30 days`, `20%`.
    private static func words(_ limit: ExpiryLimit?, unless usual: String) -> String {
        switch limit {
        case nil: usual
        case .days(let days)?: count(days, "day")
        case .share(let share)?: "\(share)%"
        }
    }
}

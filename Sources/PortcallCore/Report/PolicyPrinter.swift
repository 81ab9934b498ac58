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
        let file = style.paint(style.shown(policy.file.escaped), .bold)
        let title = "\(file): \(counts.joined(separator: " in ")); nobody was called"
        let byGroup = Dictionary(grouping: policy.targets, by: \.group)
        let tables = policy.groups.flatMap { lines(of: $0, byGroup[$0.name] ?? [], policy, now) }
        return ([title] + tables + lines(of: policy.exceptions, now)).map { $0 + "\n" }.joined()
    }

    private func lines(
        of group: WrittenPolicy.Group,
        _ targets: [PolicyTarget],
        _ policy: WrittenPolicy,
        _ now: Timestamp
    ) -> [String] {
        let owner = targets.first?.owner ?? group.owner
        let isOfAll = targets.allSatisfy { $0.owner == owner }
        let heading = group.name.escaped + (isOfAll ? owner.map { ", looked after by \($0.escaped)" } ?? "" : "")
        var table = ScreenTable(["target", "judged by"], flexible: [1], least: 30)
        for target in targets {
            let plan = policy.plan(target, started: now)
            let owner = isOfAll ? nil : target.owner.map { "looked after by \($0.escaped)" }
            table.add([
                [target.target.text.escaped],
                [Self.thresholds(plan.criteria)] + plan.criteria.expected.map { "expects \($0.text)" }
                    + policy.exceptions(for: target).map { Self.words($0, now) } + [owner].compactMap(\.self),
            ])
        }
        return ["", style.paint(style.shown(heading), .bold)] + table.lines(style)
    }

    private static func thresholds(_ criteria: Criteria) -> String {
        let critical = criteria.criticalLimit.map { ", critical \(words($0))" } ?? ""
        return "warns \(criteria.warnLimit.map(words) ?? "21 days or 20 %") before the end\(critical)"
    }

    private static func words(_ exception: PolicyException, _ now: Timestamp) -> String {
        let verb = exception.holds(at: now) ? "is let be until" : "was let be until"
        return "\(exception.finding) \(verb) \(exception.until.date)"
    }

    private func lines(of exceptions: [PolicyException], _ now: Timestamp) -> [String] {
        guard !exceptions.isEmpty else { return [] }
        var table = ScreenTable(["finding", "targets", "until", "reason"], flexible: [1, 3])
        for exception in exceptions {
            let days = exception.daysLeft(at: now)
            let left = days < 0 ? "has ended" : "\(Self.count(days, "day")) left"
            table.add([
                [exception.finding], exception.patterns.map(\.escaped), [exception.until.date, left],
                [exception.reason.escaped],
            ])
        }
        return ["", style.paint("Exceptions", .bold)] + table.lines(style)
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// `30 days`, `20%`.
    private static func words(_ limit: ExpiryLimit) -> String {
        switch limit {
        case .days(let days): count(days, "day")
        case .share(let share): "\(share) % of the lifetime"
        }
    }
}

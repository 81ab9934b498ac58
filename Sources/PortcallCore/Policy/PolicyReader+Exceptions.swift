extension PolicyReader {
    private static let keys = ["finding", "targets", "reason", "until"]

    /// An exception, from a table of `[[ignore]]`.
    mutating func exception(_ table: [String: PolicyNode], line: Int) -> PolicyException? {
        refuseUnknown(in: table, Self.keys, of: "ignore")
        let finding = finding(in: table, line: line)
        let reason = required("reason", in: table, line: line, ": say why this is let be")
        let until = until(in: table, line: line)
        let patterns = patterns(in: table)
        guard let finding, let reason, let until, let patterns else { return nil }
        return PolicyException(finding: finding, patterns: patterns, reason: reason, until: until, line: line)
    }

    private mutating func finding(in table: [String: PolicyNode], line: Int) -> String? {
        guard let text = required("finding", in: table, line: line) else { return nil }
        let id = text.lowercased()
        guard Explanation.named(id) == nil else { return id }
        let hint = Nearest.hint(to: text, among: Explanation.all.map(\.id)) ?? "'portcall explain' lists them"
        complain(table["finding"]?.line ?? line, "'\(text.escaped)' is no finding; \(hint)")
        return nil
    }

    private mutating func until(in table: [String: PolicyNode], line: Int) -> Timestamp? {
        guard let node = table["until"] else {
            complain(line, "until is missing: the last day, as until = 2027-01-31")
            return nil
        }
        if case .day(let day) = node.content { return day }
        complain(node.line, "until takes a date without quotes or time, as 2027-01-31, not \(node.kind)")
        return nil
    }

    /// All targets where none are named.
    private mutating func patterns(in table: [String: PolicyNode]) -> [String]? {
        guard let node = table["targets"] else { return ["*"] }
        let patterns = texts("targets", node)
        if node.asList?.isEmpty == true { complain(node.line, "targets is empty: name some, or leave it out for all") }
        for (text, line) in patterns where text.isEmpty { complain(line, "targets has an empty string in it") }
        return patterns.isEmpty ? nil : patterns.map(\.text)
    }
}

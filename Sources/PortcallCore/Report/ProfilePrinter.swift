/// Prints profiles: what must be reachable, as a person plans a firewall with it, and what was found.
public struct ProfilePrinter: Sendable {
    private let style: Style

    /// - Parameter style: colours and width of the screen.
    public init(_ style: Style = Style()) {
        self.style = style
    }

    /// A line a profile.
    public func list(_ profiles: [Profile]) -> String {
        var table = ScreenTable(["profile", "of"], flexible: [1])
        for profile in profiles { table.add([[profile.name], [profile.title]]) }
        return text(table.lines(style))
    }

    /// The paths of a profile, and the rules of the Windows Firewall that open them.
    public func print(_ profile: Profile) -> String {
        let title = "\(style.paint(profile.name, .bold)): \(profile.title)"
        let about = style.wrap(
            "What must be reachable there, and from where; what has an asterisk must answer.",
            indent: 0
        )
        var table = ScreenTable(["port", "service", "from", "path"], flexible: [2, 3])
        for group in groups(of: profile.paths) {
            let ends = group.map(\.endpoint)
            let first = group[0]
            table.add([
                group.map { ($0.endpoint?.text ?? "dynamic") + ($0.mustAnswer ? "*" : "") },
                ends.map { $0?.service ?? "-" },
                [first.from.map(\.rawValue).joined(separator: ", ")],
                [first.path] + details(of: first) + reasons(ends),
            ])
        }
        return text([title, ""] + about + [""] + table.lines(style) + rules(of: profile))
    }

    private func details(of path: DataPath) -> [String] {
        let facts = [
            path.authentication.map { "log-in: \($0)" }, path.encryption.map { "encryption: \($0)" },
            "rows: \(path.rows.joined(separator: ", "))",
        ]
        return [facts.compactMap(\.self).joined(separator: "; ")]
    }

    private func reasons(_ ends: [PortRow.Endpoint?]) -> [String] {
        ends.compactMap { $0?.whyNot }.withoutRepetition.map { "Not asked: \($0)." }
    }

    /// The ports of one path, told together.
    private func groups(of paths: [DataPath]) -> [[DataPath]] {
        paths.reduce(into: []) { groups, path in
            if let last = groups.last?.first, last.path == path.path, last.from == path.from {
                groups[groups.count - 1].append(path)
            } else {
                groups.append([path])
            }
        }
    }

    private func rules(of profile: Profile) -> [String] {
        let rules = profile.rules
        guard !rules.isEmpty else { return [] }
        var table = ScreenTable(["row", "opens", "rule and program"], flexible: [2])
        for rule in rules {
            let ports = rule.endpoints.isEmpty ? ["dynamic"] : rule.endpoints.map(\.text)
            table.add([[rule.id], ports, [rule.path] + (rule.program.map { [$0] } ?? [])])
        }
        return ["", style.paint("Rules of the Windows Firewall", .bold)] + table.lines(style)
    }

    private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}

// What was found.
extension ProfilePrinter {
    /// A table of the calls, and what nobody was called for.
    public func print(_ verdicts: [Verdict], of profile: Profile) -> String {
        var table = ScreenTable(
            ["path", "port", "needed by", "answers", "TLS", "until", "verdict"],
            flexible: [0, 2],
            least: 12
        )
        for (place, verdict) in sorted(verdicts, by: profile) {
            let seen = verdict.observation
            let others = place.map {
                $0.path.split(separator: "; ").map(String.init).listed(most: style.isVerbose ? 99 : 1)
            }
            table.add([
                [others ?? "named by the endpoint mapper"],
                ["\(seen.plan.target.port)/\(seen.plan.service.transport.rawValue)"],
                [place?.from.map(\.rawValue).joined(separator: ", ") ?? "-"],
                [answer(of: verdict)],
                [seen.tls?.version ?? "-"],
                [seen.tls?.chain.leaf?.notAfter.date ?? "-"],
                [word(of: verdict, place)],
            ])
        }
        let uncalled = profile.paths.compactMap(\.endpoint).filter { $0.service == nil }.withoutRepetition
        let notes = uncalled.map { "Not asked: \($0.text); \($0.whyNot ?? "")." }
        return text(table.lines(style) + notes.flatMap { style.wrap($0, indent: 0) })
    }

    /// In the order of the paths; what the endpoint mapper named comes last.
    private func sorted(_ verdicts: [Verdict], by profile: Profile) -> [(place: DataPath?, verdict: Verdict)] {
        let places = profile.places
        let placed = verdicts.map { (profile.index(of: $0.observation.plan.target), $0) }
        let known = placed.filter { $0.0 != nil }.sorted { ($0.0 ?? 0) < ($1.0 ?? 0) }
        return (known + placed.filter { $0.0 == nil }).map { ($0.0.map { places[$0] }, $0.1) }
    }

    private func answer(of verdict: Verdict) -> String {
        guard !verdict.isAnswered else { return "yes" }
        return switch verdict.observation.attempts.last?.failure {
        case .refused(.icmp), .forbidden: "rejected"
        case .refused: "refused"
        case .timedOut, .reset, .noRoute, .noFamily, .other, nil: "no"
        }
    }

    private func word(of verdict: Verdict, _ place: DataPath?) -> String {
        guard !verdict.isAnswered, verdict.severity == nil else { return verdict.word }
        return place?.mustAnswer == true ? "missing" : "closed"
    }
}

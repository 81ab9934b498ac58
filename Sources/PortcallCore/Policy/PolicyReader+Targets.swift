extension PolicyReader {
    /// The targets of all groups, each with what its own table says.
    mutating func placed(_ groups: [GroupTable], _ own: [OwnTable], over defaults: PolicyLayer) -> [PolicyTarget] {
        var roll = Roll()
        var tables = Dictionary(grouping: own, by: \.text)
        for group in groups {
            let layer = defaults.overlaid(by: group.layer)
            if !group.targets.isEmpty { add(layer.contradictions) }
            for (text, line) in group.targets {
                let table = tables.removeValue(forKey: text)
                refuseSecond(table)
                place(Written(text: text, line: line, group: group.group.name), layer, table?.first, in: &roll)
            }
        }
        for (text, rest) in tables {
            refuseSecond(rest)
            guard let table = rest.first else { continue }
            join(table, text, to: &roll)
        }
        if roll.means.count > Self.mostMeans { complain(1, Self.tooManyMeans) }
        return roll.targets
    }

    /// Each takes roots, certificates and sockets of its own.
    private static let mostMeans = 256
    private static let tooManyMeans =
        "its targets are called in more than \(mostMeans) ways: too many different ca-file, client-cert, source, dns"

    /// A target as it stands in a group.
    private struct Written {
        let text: String
        let line: Int
        let group: String
    }

    /// What has been placed so far.
    private struct Roll {
        var targets: [PolicyTarget] = []
        var means: Set<PolicyMeans> = []
        /// Places among the targets, by what is called there, however it is written.
        var places: [String: Int] = [:]
        /// Whose own table has been found.
        var taken: [Int: Int] = [:]
        /// Groups and services whose values have been tried together.
        var tried: Set<String> = []
    }

    private mutating func refuseSecond(_ tables: [OwnTable]?) {
        guard let tables, let first = tables.first else { return }
        for table in tables.dropFirst() {
            complain(table.line, "'\(table.text.escaped)' has a [[target]] already, on line \(first.line)")
        }
    }

    private mutating func place(_ written: Written, _ layer: PolicyLayer, _ table: OwnTable?, in roll: inout Roll) {
        guard let target = target(written.text, written.line, layer, table) else { return }
        let place = Self.place(of: target)
        if let other = roll.places[place].map({ roll.targets[$0] }) {
            let words =
                other.group == written.group ? "stands in its group already" : "is in the group '\(other.group)' too"
            complain(written.line, "'\(written.text.escaped)' \(words.escaped), on line \(other.line)")
            return
        }
        roll.places[place] = roll.targets.count
        if let table { roll.taken[roll.targets.count] = table.line }
        let placed = joined(target, written.line, written.group, layer, table)
        if table != nil || roll.tried.insert("\(target.service.name) \(written.group)").inserted {
            tryOut(placed, table)
        }
        roll.means.insert(placed.means)
        roll.targets.append(placed)
    }

    /// Gives a target of a group, which is written otherwise there, its own table.
    private mutating func join(_ table: OwnTable, _ text: String, to roll: inout Roll) {
        guard let target = target(text, table.line, PolicyLayer(), table) else { return }
        guard let index = roll.places[Self.place(of: target)] else {
            return complain(table.line, "'\(text.escaped)' is in no group: list it in the targets of one")
        }
        guard roll.taken.updateValue(table.line, forKey: index) == nil else {
            return complain(
                table.line,
                "'\(text.escaped)' has a [[target]] already, as '\(roll.targets[index].target.text)'"
            )
        }
        let old = roll.targets[index]
        let new = joined(old.target, old.line, old.group, old.layer, table)
        tryOut(new, table)
        roll.means.insert(new.means)
        roll.targets[index] = new
    }

    private func joined(
        _ target: Target,
        _ line: Int,
        _ group: String,
        _ layer: PolicyLayer,
        _ table: OwnTable?
    ) -> PolicyTarget {
        let layer = table.map { layer.overlaid(by: $0.layer) } ?? layer
        return PolicyTarget(
            target: target,
            group: group,
            owner: layer.text("owner"),
            line: line,
            layer: layer,
            means: layer.means(in: folder),
            callsEachAddress: layer.isOn("each-address")
        )
    }

    /// A service that many are given holds for those alone that name none.
    private mutating func target(_ text: String, _ line: Int, _ layer: PolicyLayer, _ table: OwnTable?) -> Target? {
        let shared = text.contains("://") ? nil : layer.text("service")
        do throws(MalformedTarget) {
            return try Target(text, service: table?.layer.text("service") ?? shared)
        } catch {
            let hint =
                if case .unknownPort = error { "; name it with the key service, or write SERVICE://" } else { "" }
            complain(line, "'\(text.escaped)': \(error)\(hint)")
            return nil
        }
    }

    /// Says what the target's service does not understand, and what does not fit together.
    private mutating func tryOut(_ target: PolicyTarget, _ table: OwnTable?) {
        let service = target.target.service
        var plan = Plan(target.target, started: Timestamp(seconds: 0))
        add(target.layer.apply(to: &plan))
        guard let table else { return }
        add(target.layer.contradictions)
        for (key, entry) in table.layer.entries {
            let special = Setting.ofProtocols.filter { $0.setting.option == key }
            guard !special.isEmpty, !service.kind.settings.contains(where: { $0.option == key }) else { continue }
            let knowing = special.flatMap { $0.services.map(\.name) }.joined(separator: ", ")
            complain(entry.line, "\(key) is for \(knowing): \(service.name) does not know it")
        }
    }

    /// What is called, however it is written.
    private static func place(of target: Target) -> String {
        "\(target.service.name) \(target.host.text.lowercased()) \(target.port)"
    }
}

/// What a policy file says: which targets to call, how, and by what they are judged.
package struct WrittenPolicy: Sendable {
    /// Targets that somebody looks after.
    package struct Group: Equatable, Sendable {
        package let name: String
        package let owner: String?
        package let line: Int
    }

    /// A file of certificates or keys that it names.
    package struct File: Hashable, Sendable {
        package enum Kind: String, Sendable {
            case roots = "ca-file"
            case certificate = "client-cert"
            case key = "client-key"
        }

        package let kind: Kind
        /// From where the command was started.
        package let path: String
        /// The line that names it.
        package let line: Int
    }

    /// As it was named.
    package let file: String
    /// In the order of the file.
    package let groups: [Group]
    /// In the order of the file, group by group.
    package let targets: [PolicyTarget]
    package let exceptions: [PolicyException]
    package let files: [File]

    init(
        file: String,
        groups: [Group],
        targets: [PolicyTarget],
        exceptions: [PolicyException],
        files: [File] = []
    ) {
        self.file = file
        self.groups = groups
        self.targets = targets
        self.exceptions = exceptions
        self.files = files
    }

    /// Reads the values of a policy file.
    ///
    /// - Parameters:
    ///   - root: all values.
    ///   - file: the file, as it was named: what it names itself lies in its folder.
    ///   - check: what else is wrong that only this machine knows, to be told along with the rest.
    /// - Returns: the policy, in which nothing is wrong.
    /// - Throws: all that is wrong, in the order of the lines.
    package static func read(
        _ root: PolicyNode,
        named file: String,
        besides check: (WrittenPolicy) -> [PolicyComplaint] = { _ in [] }
    ) throws(MalformedPolicy) -> WrittenPolicy {
        var reader = PolicyReader(file)
        let policy = reader.read(root)
        reader.add(check(policy))
        guard reader.complaints.isEmpty else {
            throw MalformedPolicy(reader.complaints.sorted { ($0.line, $0.words) < ($1.line, $1.words) })
        }
        return policy
    }

    /// The targets of some groups, or of all where none is named.
    package func targets(in names: [String]) -> [PolicyTarget] {
        names.isEmpty ? targets : targets.filter { names.contains($0.group) }
    }

    /// The exceptions that speak of a target.
    package func exceptions(for target: PolicyTarget) -> [PolicyException] {
        exceptions.filter { $0.covers(target.target.text) }
    }
}

/// A target of a policy.
package struct PolicyTarget: Sendable {
    package let target: Target
    package let group: String
    /// Who looks after it, as the nearest table says that says it.
    package let owner: String?
    /// The line that names it in its group.
    package let line: Int
    /// What the defaults, its group and its own table say, the nearer instead of the farther.
    let layer: PolicyLayer
    /// How it is called.
    package let means: PolicyMeans
    /// Every address of its name is called and judged alone.
    package let callsEachAddress: Bool
}

extension WrittenPolicy {
    /// A call to a target, as the policy has it.
    ///
    /// - Parameters:
    ///   - target: one of this policy's.
    ///   - started: when the call begins, and so the day on which exceptions hold or have ended.
    ///   - given: options on the command line, by name, with their values: they hold instead of the keys of those names,
    ///     and what they say of a finding holds instead of a severity and an exception here. They are not put into the
    ///     plan.
    /// - Returns: the plan, its names as they were written.
    package func plan(_ target: PolicyTarget, started: Timestamp, given: [String: [String]] = [:]) -> Plan {
        var plan = Plan(target.target, started: started)
        _ = target.layer.apply(to: &plan, except: Set(given.keys))
        for exception in exceptions(for: target) where exception.holds(at: started) {
            guard plan.criteria.exemptions[exception.finding] == nil else { continue }
            plan.criteria.exemptions[exception.finding] = exception.exemption
        }
        for word in ["critical", "warning", "ignore"] {
            for id in given[word, default: []].map({ $0.lowercased() }) {
                plan.criteria.severities[id] = nil
                if word != "ignore" { plan.criteria.exemptions[id] = nil }
            }
        }
        let means = target.means
        plan.policyEntry = PolicyEntry(
            group: target.group,
            owner: target.owner,
            file: file,
            line: target.line,
            callsEachAddress: target.callsEachAddress,
            files: Aim.Files(roots: means.caFile, certificate: means.clientCert, key: means.clientKey)
        )
        return plan
    }
}

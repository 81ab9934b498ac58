import ArgumentParser
import Portcall

/// The calls that a policy lists, with what the command line says besides.
struct PolicyRun {
    let policy: WrittenPolicy
    /// The groups that are called; none for all.
    let groups: [String]
    let call: CallArguments

    /// A call for each target, or one for each of its addresses, in the order of the policy.
    ///
    /// - Throws: what is wrong with the command line.
    func errands() throws -> [Errand] {
        try requireGroups()
        let targets = policy.targets(in: groups)
        try call.settings.requireKnown(by: targets.map(\.target.service))
        for means in Set(targets.map(\.means)) { try call.calling.filled(from: means).check() }
        return try targets.map(errand)
    }

    /// Makes the calls, and says what became of the exceptions.
    func call(_ errands: [Errand], _ screen: Screen) async throws {
        var outcome = PolicyOutcome(of: policy, at: Caller.now)
        try await ErrandRun(calling: call.calling, screen: screen).run(
            errands,
            show: { verdict, _ in
                outcome.note(verdict)
                screen.show(verdict)
            },
            close: { closing in
                closing.notices = outcome.notices(isWhole: groups.isEmpty && !closing.isInterrupted)
                closing.summary = outcome.record
            }
        )
    }

    private func requireGroups() throws {
        let names = policy.groups.map(\.name)
        for group in groups where !names.contains(group) {
            let hint = Nearest.hint(to: group, among: names) ?? "it has \(names.joined(separator: ", ").escaped)."
            throw ValidationError("--group: '\(group.escaped)' is no group of \(policy.file.escaped); \(hint)")
        }
    }

    private func errand(_ target: PolicyTarget) throws -> Errand {
        let options = call.settings.calling.given + call.settings.judging.given
        let given = Dictionary(options.map { ($0.name, $0.texts) }) { $0 + $1 }
        var plan = policy.plan(target, started: Caller.now, given: given)
        try call.settings.apply(to: &plan, for: [plan.service])
        plan = try call.settings.reading(target.target.text) { [plan] in try plan.withALabels() }
        let isOfEach = call.calling.eachAddress || target.callsEachAddress
        var errand = Errand(plan, isOfEach ? EveryAddress(plan) : SingleCall(plan))
        errand.means = target.means
        return errand
    }
}

extension CallArguments {
    /// What is wrong with the arguments where a policy says what to call.
    func check(besidesPolicy file: String) throws {
        guard targets.isEmpty else {
            throw ValidationError("--policy says what to call: leave '\(targets[0].escaped)' out.")
        }
        guard service == nil else { throw ValidationError("--policy says what to call: leave --service out.") }
        try calling.check()
        // A value that cannot be read is the command line's mistake, and not that of a target of the policy.
        _ = try settings.criteria()
    }
}

extension CallingOptions {
    /// The same, with what a policy says where the command line says nothing.
    func filled(from means: PolicyMeans) -> CallingOptions {
        var options = self
        if !ipv4, !ipv6 { (options.ipv4, options.ipv6) = (means.ipv4, means.ipv6) }
        options.source = source ?? means.source
        options.caFile = caFile ?? means.caFile
        if clientCert == nil { (options.clientCert, options.clientKey) = (means.clientCert, means.clientKey) }
        return options
    }
}

extension PolicyMeans {
    /// Was read once, so that it can be read again.
    var nameServer: NameServer? { dns.flatMap { try? NameServer($0) } }
}

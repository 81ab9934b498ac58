public import PortcallCore

extension Caller {
    /// Does what a checkup says until it is done.
    ///
    /// - Parameters:
    ///   - checkup: what to do.
    ///   - report: is given each result in the order of the calls, as soon as those before it are done; never two at
    ///     the same time.
    /// - Returns: what the calls come to together, where they belong together.
    public func run(
        _ checkup: some Checkup,
        report: @Sendable (CallResult) -> Void
    ) async -> CheckupSummary? {
        var unjudged: String?
        return await run(checkup, report, &unjudged)
    }

    /// The same; `unjudged` is why not all could be asked, for this machine's own fault.
    private func run(
        _ checkup: some Checkup,
        _ report: @Sendable (CallResult) -> Void,
        _ unjudged: inout String?
    ) async -> CheckupSummary? {
        var checkup = checkup
        var step = checkup.begin()
        while true {
            switch step {
            case .resolve(let plan): step = checkup.next(.addresses(await addresses(for: plan)))
            case .call(let plans):
                let results = await check(plans, report: report)
                unjudged = unjudged ?? results.lazy.compactMap(\.unjudged).first
                step = checkup.next(.verdicts(results.map(\.verdict)))
            case .lookUp(let questions):
                let answers = await lookUp(questions, within: Self.namePatience)
                unjudged = unjudged ?? answers.lazy.compactMap(\.shortage).first
                step = checkup.next(.answers(answers))
            case .ask(let server, let questions):
                let answers = (try? await ask(questions, of: NameServer(server), within: Self.namePatience)) ?? []
                unjudged = unjudged ?? answers.lazy.compactMap(\.shortage).first
                step = checkup.next(.answers(answers))
            case .run(let checkups):
                var summaries: [CheckupSummary] = []
                for one in checkups { summaries += (await run(one, report, &unjudged)).map { [$0] } ?? [] }
                step = checkup.next(.summaries(summaries))
            case .done(var summary):
                summary?.unjudged = unjudged
                return summary
            }
        }
    }

    /// How long a checkup waits for the DNS, as long as for a port that does not answer.
    private static let namePatience = Duration.seconds(5)

    /// Makes the calls at once and reports them in their order.
    private func check(_ plans: [Plan], report: @Sendable (CallResult) -> Void) async -> [CallResult] {
        await withTaskGroup(of: (Int, CallResult).self) { group in
            var waiting = plans.enumerated().makeIterator()
            func startNext(_ group: inout TaskGroup<(Int, CallResult)>) {
                guard let (index, plan) = waiting.next() else { return }
                group.addTask { (index, await checkInTurn(plan)) }
            }
            for _ in 0..<gate.limit { startNext(&group) }
            var done: [Int: CallResult] = [:]
            var results: [CallResult] = []
            while let (index, result) = await group.next() {
                done[index] = result
                startNext(&group)
                while let next = done.removeValue(forKey: results.count) {
                    report(next)
                    results.append(next)
                }
            }
            return results
        }
    }

    /// Makes a call as soon as there is a place for it; its time begins then.
    private func checkInTurn(_ plan: Plan) async -> CallResult {
        await gate.enter()
        let result = await check(plan.begun(at: Self.now))
        await gate.leave()
        return result
    }
}

extension Plan {
    /// The same call, begun at that moment and not when it was planned.
    fileprivate func begun(at moment: Timestamp) -> Plan {
        var plan = self
        plan.started = moment
        return plan
    }
}

/// Every global catalog of a forest that DNS names, each checked as `GlobalCatalog` does, and compared.
public struct ForestCatalogs: Checkup {
    /// The most global catalogs checked.
    static let limit = 64

    private let plan: Plan
    private let forest: String
    private let question: DNSQuestion?
    private var answers: [DNSAnswer] = []

    /// - Parameters:
    ///   - forest: the name of its root domain.
    ///   - plan: how to call and judge each port; its target is not called.
    public init(_ forest: String, _ plan: Plan) {
        self.plan = plan
        self.forest = forest
        question = try? DNSQuestion("_gc._tcp.\(forest) SRV")
    }

    public func begin() -> CheckupStep {
        question.map { .lookUp([$0]) } ?? .done(summary([], [nobodyToCall("the name is too long")]))
    }

    public mutating func next(_ outcome: CheckupOutcome) -> CheckupStep {
        switch outcome {
        case .answers(let answers):
            self.answers = answers
            let names = Set(answers.first?.catalogs ?? []).sorted()
            let checkups = names.prefix(Self.limit).compactMap(checkup)
            guard !checkups.isEmpty else { return .done(summary([], [reasonForNobody(answers.first)])) }
            return .run(checkups)
        case .summaries(let summaries): return .done(summary(summaries, stale(summaries)))
        case .addresses, .verdicts: return .done(summary([], []))
        }
    }

    private func checkup(_ name: String) -> GlobalCatalog? {
        guard let target = try? Target(hostAlone: name) else { return nil }
        var plan = plan
        plan.target = target
        return GlobalCatalog(plan, isNamedByDNS: true)
    }

    /// Nobody can be called, so it is no mere warning that DNS names none; where it does not answer, nobody knows.
    private func reasonForNobody(_ answer: DNSAnswer?) -> Finding {
        guard let answer, answer.isKnown || answer.isWithheld else {
            return nobodyToCall(answer?.outcomeInWords ?? "no answer")
        }
        guard answer.isKnown else {
            let sighting = answer.unknown(name: "any global catalog of \(forest.escaped)", learned: "", .critical)
            return sighting.finding(.srvUnknown)
        }
        let evidence = "\(answer.question): \(answer.outcomeInWords)"
        let what = "DNS does not name any global catalog of \(forest.escaped), so there is none to be checked."
        return Sighting(evidence, severity: .critical, ["what": what, "learned": ""]).finding(.srvMissing)
    }

    private func nobodyToCall(_ reason: String) -> Finding {
        let what = "The list of global catalogs, the SRV records of _gc._tcp.\(forest.escaped), cannot be had"
        return Sighting(
            "_gc._tcp.\(forest) SRV: \(reason)",
            fix: "Check the spelling of the forest's name, and that this machine can ask name servers which know it.",
            ["host": "_gc._tcp.\(forest.escaped)", "what": what, "reason": reason.escaped]
        ).finding(.resolveFailed)
    }

    /// What DNS names in vain; one that says it is a global catalog, and cannot be reached, it names rightly.
    private func stale(_ summaries: [CheckupSummary]) -> [Finding] {
        var evidence = CatalogEvidence(plan)
        evidence.others = summaries.filter { !$0.findings.contains { Self.namedRightly.contains($0.id) } }
            .compactMap { $0.verdicts.first { $0.observation.plan.service == .gc } ?? $0.verdicts.first }
        return [JointRule.srvStale.finding(in: evidence, of: plan)].compactMap(\.self)
    }

    private static let namedRightly = [Explanation.gcPortClosed.id, Explanation.portFiltered.id]

    /// A finding that several have is told once, by whoever has it first.
    private func summary(_ summaries: [CheckupSummary], _ findings: [Finding]) -> CheckupSummary {
        CheckupSummary(
            plan,
            summaries.flatMap(\.verdicts),
            findings + summaries.flatMap(\.findings),
            answers: answers + summaries.flatMap(\.answers),
            target: forest,
            conclusion: summaries.isEmpty ? nil : conclusion(summaries)
        )
    }

    private func conclusion(_ summaries: [CheckupSummary]) -> String {
        let well = summaries.count { $0.severity == nil }
        let count = "\(summaries.count) global catalog\(summaries.count == 1 ? "" : "s") of \(forest.escaped)"
        let state =
            switch (well, summaries.count) {
            case (1, 1): "it is as it should be"
            case (0, 1): "it is not as it should be"
            case (0, _): "none is as it should be"
            case (_, well): "all are as they should be"
            default: "\(well) \(well == 1 ? "is as it" : "are as they") should be"
            }
        let head = "DNS names \(count), and \(state)."
        return ([head] + summaries.compactMap(\.conclusion)).joined(separator: "\n")
    }
}

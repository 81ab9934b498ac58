/// Every global catalog of a forest that DNS names, each checked as `GlobalCatalog` does, and compared.
public struct ForestCatalogs: Checkup {
    /// The most global catalogs checked.
    static let limit = 64

    private let plan: Plan
    private let forest: String
    private let question: DNSQuestion

    /// - Parameters:
    ///   - forest: the name of its root domain.
    ///   - plan: how to call and judge each port; its target is not called.
    /// - Throws: what is wrong with the name.
    public init(_ forest: String, _ plan: Plan) throws(MalformedQuestion) {
        self.plan = plan
        self.forest = forest
        question = try DNSQuestion("_gc._tcp.\(forest) SRV")
    }

    public func begin() -> CheckupStep { .lookUp([question]) }

    public func next(_ outcome: CheckupOutcome) -> CheckupStep {
        switch outcome {
        case .answers(let answers):
            let checkups = (answers.first?.catalogs ?? []).prefix(Self.limit).compactMap(checkup)
            guard !checkups.isEmpty else { return .done(summary([], [unlisted(answers.first)])) }
            return .run(checkups)
        case .summaries(let summaries): return .done(summary(summaries, []))
        case .addresses, .verdicts: return .done(summary([], []))
        }
    }

    private func checkup(_ name: String) -> GlobalCatalog? {
        guard let host = try? Host(name), let service = Service.named("gc") else { return nil }
        var plan = plan
        plan.target = Target(text: name, service: service, host: host, port: service.port)
        return GlobalCatalog(plan)
    }

    /// Nobody can be called, so it is no mere warning.
    private func unlisted(_ answer: DNSAnswer?) -> Finding {
        let evidence = answer.map { "\($0.question): \($0.words)" } ?? "no answer"
        let sighting = Sighting(evidence, severity: .critical, ["name": "any global catalog of \(forest.escaped)"])
        return sighting.filled(with: ["host": forest.escaped]).finding(.srvMissing)
    }

    /// A finding that several have is told once, by whoever has it first.
    private func summary(_ summaries: [CheckupSummary], _ findings: [Finding]) -> CheckupSummary {
        CheckupSummary(
            plan,
            summaries.flatMap(\.verdicts),
            findings + summaries.flatMap(\.findings),
            target: forest,
            conclusion: summaries.isEmpty ? nil : conclusion(summaries)
        )
    }

    private func conclusion(_ summaries: [CheckupSummary]) -> String {
        let well = summaries.count { $0.severity == nil }
        let count = "\(summaries.count) global catalog\(summaries.count == 1 ? "" : "s")"
        let head =
            "DNS names \(count) of \(forest.escaped), and \(well) of them \(well == 1 ? "is" : "are") as it should be."
        return ([head] + summaries.compactMap(\.conclusion)).joined(separator: "\n")
    }
}

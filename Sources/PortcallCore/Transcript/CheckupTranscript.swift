/// Several calls written down one after the other, and what they were made for.
///
/// The format is that of `Transcript`, call after call; `Vectors/README.md` describes what stands around them.
public struct CheckupTranscript: Sendable {
    /// Which checkup made the calls; nil where each is judged alone.
    public internal(set) var kind: CheckupKind?
    /// What was asked for, and by what the calls are judged; nil where each has that of its own.
    public package(set) var plan: Plan?
    /// What stands for what the calls show together; nil where they stand alone.
    public var title: String? { kind.flatMap { kind in plan.map(kind.title) } }
    /// What the host's name resolved to.
    var addresses: [String]?
    /// What the DNS said; of whatever else is asked there is no such name.
    var answers: [DNSAnswer] = []
    /// In the order in which they were made.
    public internal(set) var calls: [Transcript] = []
    /// What the calls must come to together, as a vector states it.
    public internal(set) var expected: [String] = []
    /// The lines that begin with `#` before the first call.
    public internal(set) var comments: [String] = []

    /// - Parameters:
    ///   - calls: in the order in which they were made.
    ///   - kind: the checkup that made them; nil for calls that stand alone.
    ///   - plan: what that was given.
    ///   - answers: what the DNS said.
    public init(
        _ calls: [Transcript],
        of kind: CheckupKind? = nil,
        _ plan: Plan? = nil,
        answers: [DNSAnswer] = []
    ) {
        self.calls = calls
        self.answers = answers
        self.kind = kind
        self.plan = plan
        addresses = plan?.target.host.asAddress.map { [$0] } ?? calls.lazy.compactMap(\.resolvedAddresses).first
    }
}

extension CheckupTranscript {
    /// Plays the checkup again: each call it asks for is the one written down, or else a port that is closed.
    ///
    /// - Parameter judge: comes to the verdict on one call.
    /// - Returns: the verdicts in the order of the calls, and what they come to together.
    public func play(
        judge: (Transcript) throws -> Verdict
    ) rethrows -> (verdicts: [Verdict], summary: CheckupSummary?) {
        guard let kind, let plan else { return (try calls.map(judge), nil) }
        var verdicts: [Verdict] = []
        let summary = try play(kind.open(plan)) { call in
            let verdict = try judge(call)
            verdicts.append(verdict)
            return verdict
        }
        return (verdicts, summary)
    }

    private func play(_ checkup: any Checkup, judge: (Transcript) throws -> Verdict) rethrows -> CheckupSummary? {
        var checkup = checkup
        var step = checkup.begin()
        while true {
            switch step {
            case .resolve: step = checkup.next(.addresses(addresses))
            case .call(let plans): step = checkup.next(.verdicts(try plans.map { try judge(call($0)) }))
            case .lookUp(let questions): step = checkup.next(.answers(questions.map { answer(to: $0) }))
            case .ask(let server, let questions):
                step = checkup.next(.answers(questions.map { answer(to: $0, by: server) }))
            case .run(let checkups):
                step = checkup.next(.summaries(try checkups.compactMap { try play($0, judge: judge) }))
            case .done(let summary): return summary
            }
        }
    }

    private func answer(to question: DNSQuestion) -> DNSAnswer {
        answers.first { $0.question == question && $0.server == nil } ?? DNSAnswer(to: question, .noSuchName)
    }

    /// A server that is not here was silent.
    private func answer(to question: DNSQuestion, by server: String) -> DNSAnswer {
        answers.first { $0.question == question && $0.server == server }
            ?? DNSAnswer(to: question, .failed("no answer from \(server)"), server: server)
    }

    /// The call of that plan; its criteria are those of the checkup.
    private func call(_ plan: Plan) -> Transcript {
        guard var known = calls.first(where: { $0.isCall(of: plan) }) else { return Transcript(closed: plan) }
        var plan = plan
        plan.started = known.plan.started
        plan.wishes = known.plan.wishes
        plan.number = known.plan.number
        known.plan = plan
        return known
    }
}

extension Host {
    /// Itself, where it is no name and so is never looked up.
    fileprivate var asAddress: String? { if case .name = self { nil } else { text } }
}

extension Transcript {
    /// A port of a host that answers, and refuses.
    fileprivate init(closed plan: Plan) {
        self.init(plan: plan)
        let address = plan.addresses?.first ?? plan.target.host.text
        if case .name = plan.target.host { entries.append(.event(.resolved([address]))) }
        entries.append(.event(.attemptFailed(Attempt(address: address, failure: .refused(.untold)))))
        entries.append(.event(.unreachable))
    }

    fileprivate var resolvedAddresses: [String]? {
        for case .event(.resolved(let addresses)) in entries { return addresses }
        return nil
    }

    /// The same service on the same port of the same host, over the same address where the plan names a single one of
    /// several.
    fileprivate func isCall(of plan: Plan) -> Bool {
        let (asked, made) = (plan.target, self.plan.target)
        guard (asked.service, asked.host, asked.port) == (made.service, made.host, made.port) else { return false }
        guard let only = plan.addresses, only.count == 1, let resolved = resolvedAddresses else { return true }
        return resolved == only
    }
}

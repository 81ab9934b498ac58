internal import NIOCore

/// A name as it is looked up.
struct NameKey: Hashable, Sendable {
    let name: String
    let family: AddressFamily
}

/// Which names have been looked up, and who waits for those that are being.
struct NameBook {
    /// Each is looked up once among the last of them.
    private static let limit = 10_000

    private var known = Recent<NameKey, (answer: NamePool.Answer, spent: TimeAmount)>(limit)
    private var plans: [NameKey: [Plan]] = [:]
    /// How many calls wait for their address.
    private(set) var waiting = 0

    /// What is known of a name; it has cost nobody any time then.
    mutating func answer(to key: NameKey) -> (answer: NamePool.Answer, spent: TimeAmount)? {
        known[key].map { ($0.answer, .zero) }
    }

    /// The call waits for its address.
    ///
    /// - Returns: whether nobody has asked for it yet.
    mutating func expect(_ key: NameKey, _ plan: Plan) -> Bool {
        waiting += 1
        plans[key, default: []].append(plan)
        return plans[key]?.count == 1
    }

    /// The calls that have waited; none where they were told already that nobody answers.
    mutating func settle(_ key: NameKey, _ answer: NamePool.Answer, _ spent: TimeAmount) -> [Plan] {
        // What this machine could not ask may be asked again.
        if answer.shortage == nil { known[key] = (answer, spent) }
        let plans = plans.removeValue(forKey: key) ?? []
        waiting -= plans.count
        return plans
    }

    /// Nobody waits any longer.
    mutating func forget() {
        plans = [:]
        waiting = 0
    }
}

extension NamePool.Answer {
    /// What this machine lacked for it.
    fileprivate var shortage: Shortage? { if case .failure(let failure) = self { failure.shortage } else { nil } }
}

/// How long one look-up takes, and when nobody waits for it any longer.
final class LookUpClock: @unchecked Sendable {
    // @unchecked: a look-up begins and ends on one thread, and nobody else reads the variables.
    private var begun = NIODeadline.now()
    private var alarm: Scheduled<Void>?

    func begin(on loop: any EventLoop, _ patience: TimeAmount, _ giveUp: @escaping @Sendable () -> Void) {
        begun = .now()
        alarm = loop.scheduleTask(in: patience) { giveUp() }
    }

    /// How long it took.
    func end() -> TimeAmount {
        alarm?.cancel()
        return NIODeadline.now() - begun
    }
}

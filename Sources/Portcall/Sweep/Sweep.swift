public import PortcallCore

/// Calls many ports: as many at once as its limits allow, and however many there are in no more memory.
///
/// ```swift
/// let sweep = Sweep(try Caller())
/// await sweep.run(plans) { result in result.verdict.word } report: { print($0) }
/// ```
///
/// Names are looked up ahead of the calls, each once among the last ten thousand. A call holds a place at each of its
/// addresses for as long as it goes on, and none while it waits for one.
public struct Sweep: Sendable {
    /// How much goes on at the same time.
    public struct Limits: Sendable {
        /// The most calls at once.
        public var inFlight = 1000
        /// The most calls at once to one address, whatever name or port was typed.
        public var perHost = 4
        /// The most calls that begin in a second; nil for as many as can.
        public var rate: Int?
        /// Every address of a name is a call of its own, and judged alone.
        public var callsEachAddress = false

        /// A thousand calls at once, four to one address.
        public init() {}

        /// How many plans are best handed over together: neighbours among them are called far apart.
        public var window: Int { max(1, inFlight) * 10 }
    }

    let caller: Caller
    let limits: Limits
    private let stopping: AsyncStream<Void>
    private let stopper: AsyncStream<Void>.Continuation

    /// A sweep, to be run once.
    public init(_ caller: Caller, within limits: Limits = Limits()) {
        self.caller = caller
        self.limits = limits
        (stopping, stopper) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// How many plans are best handed over together.
    public var window: Int { limits.window }

    /// Has no further call begin; those under way go on to their end.
    ///
    /// From any thread, and as often as one likes.
    public func stop() { stopper.yield() }

    /// Makes all the calls; cancelling the task ends them at once.
    ///
    /// - Parameters:
    ///   - plans: what to call; read as it is needed.
    ///   - judge: makes of each result what is to be kept of it, on whichever thread the call went on.
    ///   - isolation: where `report` is called: where this is.
    ///   - report: is given that, one result at a time, as they come; meanwhile no further call begins.
    public func run<Outcome: Sendable>(
        _ plans: some Sequence<Plan> & Sendable,
        judge: @escaping @Sendable (CallResult) -> Outcome,
        isolation: isolated (any Actor)? = #isolation,
        report: (Outcome) async -> Void
    ) async {
        let source = Batches(plans, of: limits.window)
        await run({ await source.next() }, judge: judge, report: report)
    }

    /// Makes all the calls of a list that comes in batches.
    ///
    /// - Parameters:
    ///   - next: gives the plans that are known by then and were not given before, best a window of them; nil at the
    ///     end. It is asked again once most of them have begun, and may take its time.
    ///   - judge: as above.
    ///   - isolation: as above.
    ///   - report: as above.
    public func run<Outcome: Sendable>(
        _ next: @escaping @Sendable () async -> [Plan]?,
        judge: @escaping @Sendable (CallResult) -> Outcome,
        isolation: isolated (any Actor)? = #isolation,
        report: (Outcome) async -> Void
    ) async {
        var run = SweepRun(self, judge: judge)
        let (stopping, feed) = (stopping, run.feed)
        let watch = Task { for await _ in stopping { feed.yield(.stopped) } }
        let reader = SweepReader(next, feed)
        defer {
            watch.cancel()
            reader.cancel()
        }
        await withDiscardingTaskGroup { group in
            for await event in run.events {
                switch event {
                case .finished(let outcome, at: let addresses):
                    run.leave(addresses)
                    await report(outcome)
                case .lacking(let plan, at: let addresses):
                    group.addTask { [caller] in
                        let result = await caller.check(plan, patience: plan.timeout)
                        feed.yield(.finished(judge(result), at: addresses))
                    }
                default: run.handle(event)
                }
                run.begin()
                if run.wantsPlans { reader.ask() }
                if run.isOver { break }
            }
            if Task.isCancelled { await run.interrupt() }
        }
    }
}

/// Cuts a sequence into batches.
private actor Batches<Plans: Sequence<Plan> & Sendable> {
    private var plans: Plans.Iterator
    private let size: Int

    init(_ plans: Plans, of size: Int) {
        self.plans = plans.makeIterator()
        self.size = size
    }

    func next() -> [Plan]? {
        var batch: [Plan] = []
        while batch.count < size, let plan = plans.next() { batch.append(plan) }
        return batch.isEmpty ? nil : batch
    }
}

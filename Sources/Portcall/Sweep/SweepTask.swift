internal import NIOCore

/// One call of a sweep, about to begin.
struct SweepTask<Outcome: Sendable>: Sendable {
    let ready: SweepRun<Outcome>.Ready
    /// Where it has its places; none where it calls nobody.
    let addresses: [String]
    let caller: Caller
    let station: Station
    let judge: @Sendable (CallResult) -> Outcome
    let feed: AsyncStream<SweepRun<Outcome>.Event>.Continuation

    /// Begins it on the loop of its station, where all of it happens.
    func add(to group: inout DiscardingTaskGroup) {
        group.addTask(executorPreference: station) {
            var result = await caller.visit(ready.plan, at: ready.answer, spent: ready.spent, on: station)
            // What this machine lacks, the calls under way give back within their time.
            if result.unjudged != nil { result = await caller.check(ready.plan, patience: ready.plan.timeout) }
            feed.yield(.finished(judge(result), at: addresses))
        }
    }
}

/// Reads the list while the calls go on, a batch whenever it is asked for one.
final class SweepReader: Sendable {
    private let demand: AsyncStream<Void>.Continuation
    private let task: Task<Void, Never>

    init<Outcome: Sendable>(
        _ next: @escaping @Sendable () async -> [Plan]?,
        _ feed: AsyncStream<SweepRun<Outcome>.Event>.Continuation
    ) {
        let (demands, demand) = AsyncStream.makeStream(of: Void.self)
        self.demand = demand
        demand.yield()
        task = Task {
            for await _ in demands {
                guard let batch = await next() else { break }
                feed.yield(.planned(batch))
            }
            feed.yield(.ended)
        }
    }

    /// More can be taken.
    func ask() { demand.yield() }

    /// Whoever waits for input is not waited for.
    func cancel() {
        demand.finish()
        task.cancel()
    }
}

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

internal import NIOCore
internal import NIOPosix
internal import PortcallTLS

/// One event loop with what its calls need: nothing on the path of a call is shared with another loop.
final class Station: TaskExecutor {
    let loop: any EventLoop
    let equipment: Equipment

    init(_ loop: any EventLoop, _ equipment: Equipment) {
        self.loop = loop
        self.equipment = equipment
    }

    /// What a call awaits is on this loop, so that it goes on there without going through another thread.
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

extension Caller {
    /// One for each core.
    func stations() -> [Station] {
        var loops: [any EventLoop] = []
        for loop in group.makeIterator() { loops.append(loop) }
        return loops.map { Station($0, equipment(for: $0)) }
    }

    /// Makes one call whose name was looked up already.
    ///
    /// - Parameters:
    ///   - plan: the call; it begins now.
    ///   - answer: what the look-up brought.
    ///   - spent: how long that took.
    ///   - station: where it goes on.
    /// - Returns: as `check`.
    func visit(_ plan: Plan, at answer: NamePool.Answer, spent: TimeAmount, on station: Station) async -> CallResult {
        var plan = plan
        plan.started = System.now
        var visit = Visit(plan, station.equipment, on: station.loop, keepsTranscript: keepsTranscript, spent: spent)
        defer { equipment.onStage?(plan, nil) }
        switch answer {
        case .success(let addresses):
            let addresses = addresses.map { $0.with(plan.target.port) }
            visit.noteAddresses(addresses)
            await visit.call(addresses)
        case .failure(let failure): visit.fail(failure)
        }
        return visit.result
    }
}

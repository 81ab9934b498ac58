internal import NIOCore
internal import NIOPosix
internal import PortcallTLS

/// One event loop with what its calls need: nothing on the path of a call is shared with another loop.
final class Station: Sendable {
    let loop: any EventLoop
    private let equipment: Equipment
    /// Its calls are written down.
    private let keepsTranscript: Bool
    /// The calls under way.
    private let visits: NIOLoopBoundBox<[ObjectIdentifier: Visit]>

    init(_ loop: any EventLoop, _ equipment: Equipment, keepsTranscript: Bool) {
        self.loop = loop
        self.equipment = equipment
        self.keepsTranscript = keepsTranscript
        visits = .makeBoxSendingValue([:], eventLoop: loop)
    }

    /// Makes one call whose name was looked up already.
    ///
    /// - Parameters:
    ///   - plan: the call; it begins now.
    ///   - answer: what the look-up brought.
    ///   - spent: how long that took.
    ///   - end: is given what came of it, on the loop.
    func call(
        _ plan: Plan,
        at answer: NamePool.Answer,
        spent: TimeAmount,
        then end: @escaping @Sendable (CallResult) -> Void
    ) {
        loop.execute { [self] in
            var plan = plan
            plan.started = System.now
            let visit = Visit(plan, equipment, on: loop, keepsTranscript: keepsTranscript, spent: spent)
            let conclude = { [self] in
                visits.value[ObjectIdentifier(visit)] = nil
                equipment.onStage?(visit.call.observation.plan, nil)
                end(visit.result)
            }
            visits.value[ObjectIdentifier(visit)] = visit
            switch answer {
            case .success(let addresses):
                let addresses = addresses.map { $0.with(plan.target.port) }
                visit.noteAddresses(addresses)
                visit.call(addresses[...], then: conclude)
            case .failure(let failure):
                visit.fail(failure)
                conclude()
            }
        }
    }

    /// Ends all its calls; returns once they have ended.
    func interrupt() async {
        await withCheckedContinuation { continuation in
            loop.execute { [self] in
                for visit in visits.value.values { visit.interrupt() }
                continuation.resume()
            }
        }
    }
}

extension Caller {
    /// One for each core.
    func stations() -> [Station] {
        var loops: [any EventLoop] = []
        for loop in group.makeIterator() { loops.append(loop) }
        return loops.map { Station($0, equipment(for: $0), keepsTranscript: keepsTranscript) }
    }
}

internal import NIOCore
internal import PortcallTLS

/// What every call needs and none changes.
struct Equipment: Sendable {
    let context: TLSContext
    let judge: ChainJudge
    /// Where connections come from; nil for the address that the system chooses.
    var source: SocketAddress?
    var onStage: (@Sendable (Plan, Stage.Name?) -> Void)?
    /// What the loop of the calls remembers of chains, where there are many calls.
    var memory: NIOLoopBoundBox<ChainMemory>?
    /// Where a call does what blocks.
    var pool = NamePool.shared
}

extension Equipment {
    /// What a handshake settled; on the loop of its call.
    func facts(of engine: TLSEngine, _ plan: Plan) -> TLSFacts {
        guard let memory else { return engine.facts(judgedBy: judge, at: plan.judgedAt, for: plan.serverName) }
        return engine.facts(judgedBy: memory.value, at: plan.judgedAt, for: plan.serverName)
    }

    /// Says which stage a call waits for, to whoever wants to know.
    func tellStage(of call: Call) {
        guard let onStage else { return }
        onStage(call.observation.plan, call.observation.stageReached)
    }
}

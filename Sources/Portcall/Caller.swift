internal import NIOCore
internal import NIOPosix
public import PortcallCore
internal import PortcallDNS
package import PortcallTLS

/// Calls ports and says what it found: the library's front door.
public struct Caller: Sendable {
    /// What all calls of one caller share.
    public struct Settings: Sendable {
        /// Which addresses of a name are called.
        public var family = AddressFamily.any
        /// Roots to trust instead of the system's.
        public var roots: PEMSource?
        /// Shown to a server that asks for a client certificate.
        public var clientIdentity: ClientIdentity?
        /// Asked for look-ups instead of the name servers of this machine.
        public var nameServer: NameServer?
        /// Keep each call as a transcript.
        public var keepsTranscript = false
        /// Where every connection comes from; nil for the address that the system chooses.
        ///
        /// Of a name, only addresses of the same family are called then.
        public var source: SourceAddress?
        /// The most calls of checkups at the same time.
        public var callsAtOnce = 16
        /// The most threads that look names up; one that has no answer for a second no longer counts among the first half.
        public var lookUpsAtOnce = NamePool.threadLimit
        /// Is told which stage a call waits for, whenever that is another one, and nil once it is over; from any thread.
        public var onStage: (@Sendable (Plan, Stage.Name?) -> Void)?

        /// The machine's own roots, resolver and name servers.
        public init() {}
    }

    let group: MultiThreadedEventLoopGroup
    let equipment: Equipment
    let names: NameSystem
    /// Asked for look-ups instead of those of this machine.
    let nameServer: NameServer?
    let gate: CallGate
    let resolver: Resolver
    let keepsTranscript: Bool
    /// Shown to whoever asks for a certificate of ours.
    private let identity: ClientIdentity?
    private var showsCertificate: Bool { identity != nil }

    /// Makes the machine's OpenSSL ready.
    ///
    /// - Throws: what is missing: a file that cannot be read, or any trusted root at all.
    public init(_ settings: Settings = Settings()) throws(TLSUnavailable) {
        try self.init(settings, besides: nil)
    }

    /// Makes one more caller with settings of its own.
    ///
    /// - Parameters:
    ///   - settings: of this caller.
    ///   - other: shares with it how many calls there are at the same time.
    /// - Throws: what is missing: a file that cannot be read, or any trusted root at all.
    package init(_ settings: Settings, besides other: Caller?) throws(TLSUnavailable) {
        group = .singleton
        gate = other?.gate ?? CallGate(limit: settings.callsAtOnce)
        resolver = Resolver(
            family: settings.source?.family ?? settings.family,
            pool: settings.lookUpsAtOnce == NamePool.threadLimit ? .shared : NamePool(settings.lookUpsAtOnce)
        )
        nameServer = settings.nameServer
        names = NameSystem(asking: settings.nameServer)
        keepsTranscript = settings.keepsTranscript
        identity = settings.clientIdentity
        equipment = Equipment(
            context: try TLSContext(clientCertificate: settings.clientIdentity),
            judge: ChainJudge(roots: try TrustRoots(settings.roots)),
            source: settings.source?.address,
            onStage: settings.onStage
        )
    }

    /// With roots of its own, for the demo and the tests.
    ///
    /// - Parameters:
    ///   - roots: judge chains.
    ///   - keepsTranscript: keep each call as a transcript.
    ///   - nameServer: asked for look-ups instead of those of this machine.
    ///   - anchors: a file with the trust anchors for them.
    /// - Throws: why OpenSSL does not start.
    package init(
        roots: TrustRoots,
        keepsTranscript: Bool = false,
        nameServer: NameServer? = nil,
        anchors: String? = nil
    ) throws(TLSUnavailable) {
        group = .singleton
        self.nameServer = nameServer
        names = NameSystem(asking: nameServer, anchors: anchors)
        gate = CallGate(limit: Settings().callsAtOnce)
        resolver = Resolver(family: .any)
        self.keepsTranscript = keepsTranscript
        identity = nil
        equipment = Equipment(context: try TLSContext(), judge: ChainJudge(roots: roots))
    }

    /// The same, with a context of its own for TLS, so that nothing is shared with other loops, and a memory of chains.
    func equipment(for loop: any EventLoop) -> Equipment {
        Equipment(
            context: (try? TLSContext(clientCertificate: identity)) ?? equipment.context,
            judge: equipment.judge,
            source: equipment.source,
            onStage: equipment.onStage,
            memory: NIOLoopBoundBox.makeBoxSendingValue(ChainMemory(equipment.judge), eventLoop: loop),
            pool: resolver.pool
        )
    }

    /// Has the process end where TLS is given no memory, lest a server be blamed, and end at any moment without harm;
    /// before anything else, by a program.
    package static func ownProcess() {
        OpenSSLMemory.endProcessWhenGone()
        OpenSSLMemory.keepUntilEnd()
    }

    /// The wall clock, as the start of a plan.
    public static var now: Timestamp { System.now }

    /// Makes one call and judges it.
    ///
    /// Never throws: not getting through is a verdict like any other. Cancelling the task ends the call at once, with
    /// what it has learned. Internationalised names become A-labels.
    ///
    /// Where this machine lacks what a call takes, as descriptors, it is made anew each second, for three seconds; a
    /// result without a judgement says what was missing.
    public func check(_ plan: Plan) async -> CallResult {
        await check(plan, patience: min(plan.timeout, .seconds(3)))
    }

    /// The same, with another patience for this machine.
    func check(_ plan: Plan, patience: Duration) async -> CallResult {
        var plan = plan
        let end = ContinuousClock.now + patience
        while true {
            let result = await checkOnce(plan)
            guard result.unjudged != nil, ContinuousClock.now < end, !Task.isCancelled else { return result }
            // Nobody tells when another program, or another call, gives something back.
            try? await Task.sleep(for: .seconds(1))
            plan.started = System.now
        }
    }

    private func checkOnce(_ plan: Plan) async -> CallResult {
        let plan = prepared(plan)
        do throws(MalformedTarget) {
            return await visit(try plan.withALabels())
        } catch {
            let visit = Visit(plan, equipment, on: group.next(), keepsTranscript: keepsTranscript)
            visit.tell(.resolveFailed("\(error)"))
            return visit.result
        }
    }

    /// Makes one call, begun now, and judges it.
    ///
    /// - Parameters:
    ///   - target: as an operator types it: `submission://mail.example.com`, `mail.example.com:993`.
    ///   - criteria: by what it is judged.
    /// - Returns: what is to be said of it; not getting through is a verdict too.
    /// - Throws: what is wrong with the target, naming the part.
    public func check(_ target: String, by criteria: Criteria = Criteria()) async throws(MalformedTarget) -> CallResult
    {
        await check(Plan(try Target(target), started: Self.now, criteria: criteria))
    }

    /// The same call, with what only a caller knows.
    func prepared(_ plan: Plan) -> Plan {
        var plan = plan.completed
        plan.showsCertificate = showsCertificate
        return plan
    }

    private func visit(_ plan: Plan) async -> CallResult {
        await visit(plan) { [equipment, resolver] visit, end in
            visit.resolve(with: resolver) { addresses in
                let conclude = {
                    equipment.onStage?(plan, nil)
                    end(visit.result)
                }
                guard let addresses else { return conclude() }
                visit.call(addresses[...], then: conclude)
            }
        }
    }

    /// The addresses of a call's host in the order to try them; nil where it has none.
    func addresses(for plan: Plan) async -> [String]? {
        await visit(plan) { [resolver] visit, end in
            visit.resolve(with: resolver) { end($0?.map(\.text)) }
        }
    }

    /// Waits for what comes of a visit, which the end of the task interrupts.
    ///
    /// - Parameters:
    ///   - plan: the call.
    ///   - begin: is given the visit, on its loop, and what to do once with what comes of it.
    /// - Returns: that.
    private func visit<Outcome: Sendable>(
        _ plan: Plan,
        _ begin: @escaping @Sendable (Visit, @escaping (Outcome) -> Void) -> Void
    ) async -> Outcome {
        let loop = group.next()
        let visit = NIOLoopBoundBox.makeBoxSendingValue(
            Visit(plan, equipment, on: loop, keepsTranscript: keepsTranscript),
            eventLoop: loop
        )
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.execute { begin(visit.value) { continuation.resume(returning: $0) } }
            }
        } onCancel: {
            loop.execute { visit.value.interrupt() }
        }
    }
}

/// What one call left.
public struct CallResult: Sendable {
    /// What is to be said of the call.
    public let verdict: Verdict
    /// Kept only where the settings ask for it.
    public let transcript: Transcript?
    /// Why the verdict says nothing of the server: what this machine lacks for a call, as descriptors; nil where it does.
    public let unjudged: String?
}

extension Plan {
    /// With what only a caller can know: a number that nobody can guess, and what this machine calls itself.
    fileprivate var completed: Plan {
        var plan = self
        if service.kind.isNumbered, number == nil { plan.number = .random(in: 1 ... .max) }
        for setting in service.kind.settings where setting.isMachineName && wishes[setting.word] == nil {
            plan.wishes[setting.word] = System.qualifiedName
        }
        return plan
    }
}

internal import NIOCore

/// A sweep under way: what happens comes in as events, and the calls that may begin come out.
///
/// One task owns it, so that it needs no lock; the calls themselves share nothing with it.
struct SweepRun<Outcome: Sendable> {
    enum Event: Sendable {
        case planned([Plan])
        case ended
        /// A look-up is done, or nobody waits for it any longer.
        case named(NameKey, NamePool.Answer, TimeAmount)
        case finished(Outcome, at: [String])
        /// This machine lacked something for a call, which the calls under way give back within their time.
        case lacking(Plan, at: [String])
        /// A call may begin by now that had to wait for its turn.
        case due
        /// A station has done what it had to do when it was asked, so long ago.
        case keptUp(Int, TimeAmount)
        case stopped
    }

    /// A call that knows where to, and has not begun.
    struct Ready: Sendable {
        let plan: Plan
        let answer: NamePool.Answer
        /// How long its look-up took.
        let spent: TimeAmount
    }

    let events: AsyncStream<Event>
    let feed: AsyncStream<Event>.Continuation
    private let sweep: Sweep
    private let judge: @Sendable (CallResult) -> Outcome
    private let stations: [Station]
    private let start = NIODeadline.now()
    private var turnstile: Turnstile<Ready>
    private var pace: Pace?
    private var workload: Workload
    private var names = NameBook()
    private var hasEnded = false
    private var isStopped = false
    /// The reader begins without being asked.
    private var isAsked = true
    private var isTimed = false
    /// Calls that have no address to call: they are told at once, and take nobody's place.
    private var hopeless: [Ready] = []
    private var hopelessUnderWay = 0

    init(_ sweep: Sweep, judge: @escaping @Sendable (CallResult) -> Outcome) {
        (events, feed) = AsyncStream.makeStream(of: Event.self)
        self.sweep = sweep
        self.judge = judge
        stations = sweep.caller.stations()
        turnstile = Turnstile(limit: sweep.limits.inFlight, limitOfAddress: sweep.limits.perHost)
        pace = sweep.limits.rate.map { Pace($0) }
        workload = Workload(loops: stations.count)
    }

    var isOver: Bool {
        guard turnstile.inside == 0, hopelessUnderWay == 0 else { return false }
        return isStopped || hasEnded && names.waiting == 0 && turnstile.outside == 0 && hopeless.isEmpty
    }

    /// Few enough wait to read on; said once a batch.
    ///
    /// What could begin is to last until the next batch has come; the rest waits for a name or for its address, and is not
    /// to keep the others from being read.
    var wantsPlans: Bool {
        mutating get {
            guard !hasEnded, !isStopped, !isAsked else { return false }
            let window = sweep.limits.window
            guard turnstile.callable <= window / 10 else { return false }
            guard names.waiting + turnstile.outside <= window / 2 else { return false }
            isAsked = true
            return true
        }
    }

    mutating func handle(_ event: Event) {
        switch event {
        case .planned(let plans):
            isAsked = false
            guard !isStopped else { return }
            for index in Spread(plans.count) { take(plans[index]) }
        case .ended: hasEnded = true
        case .named(let key, let answer, let spent):
            for plan in names.settle(key, answer, spent) { arrive(plan, answer, spent) }
        // The sweep itself takes these.
        case .finished, .lacking: break
        case .due: isTimed = false
        case .keptUp(let index, let delay):
            if workload.answered(index, after: Duration(delay)) { ask(index) }
        case .stopped:
            isStopped = true
            names.forget()
            turnstile.shut()
            hopeless = []
        }
    }

    mutating func leave(_ addresses: [String]) {
        if addresses.isEmpty { hopelessUnderWay -= 1 } else { turnstile.leave(addresses) }
    }

    /// Begins the calls that may.
    mutating func begin() {
        for ready in hopeless { begin(ready, [], on: stations[0]) }
        hopelessUnderWay += hopeless.count
        hopeless = []
        while turnstile.hasPlace, workload.hasPlace, !isStopped {
            let now = Duration(NIODeadline.now() - start)
            if let wait = pace?.delay(at: now) {
                wake(after: wait)
                break
            }
            guard let (ready, addresses) = turnstile.enter(), let (index, isToBeAsked) = workload.take() else { break }
            pace?.begin(at: now)
            begin(ready, addresses, on: stations[index])
            if isToBeAsked { ask(index) }
        }
    }

    /// Begins one, which has its places at these addresses; none where it calls nobody.
    private func begin(_ ready: Ready, _ addresses: [String], on station: Station) {
        station.call(ready.plan, at: ready.answer, spent: ready.spent) { [feed, judge] result in
            let isLacking = result.unjudged != nil
            feed.yield(isLacking ? .lacking(ready.plan, at: addresses) : .finished(judge(result), at: addresses))
        }
    }

    /// Ends the calls under way at once.
    func interrupt() async { for station in stations { await station.interrupt() } }

    /// Whether a station keeps up: it answers once it has done what it was given before.
    private func ask(_ index: Int) {
        let asked = NIODeadline.now()
        stations[index].loop.execute { [feed] in feed.yield(.keptUp(index, NIODeadline.now() - asked)) }
    }

    private mutating func wake(after wait: Duration) {
        guard !isTimed else { return }
        isTimed = true
        stations[0].loop.scheduleTask(in: TimeAmount(wait)) { [feed] in feed.yield(.due) }
    }

    private mutating func take(_ plan: Plan) {
        var plan = sweep.caller.prepared(plan)
        do throws(MalformedTarget) {
            plan = try plan.withALabels()
        } catch {
            return arrive(plan, .failure(ResolveFailure(reason: "\(error)")), .zero)
        }
        let resolver = sweep.caller.resolver
        if let answer = resolver.known(plan) { return arrive(plan, answer, .zero) }
        let key = NameKey(name: plan.target.host.text.lowercased(), family: resolver.family)
        if let (answer, spent) = names.answer(to: key) { return arrive(plan, answer, spent) }
        guard names.expect(key, plan) else { return }
        lookUp(key, plan)
    }

    private func lookUp(_ key: NameKey, _ plan: Plan) {
        let (feed, loop, patience) = (feed, stations[0].loop, plan.timeout)
        let host = plan.target.host
        let clock = LookUpClock()
        let begin: @Sendable () -> Void = {
            clock.begin(on: loop, TimeAmount(patience)) {
                feed.yield(.named(key, .failure(ResolveFailure(waited: patience)), TimeAmount(patience)))
            }
        }
        sweep.caller.resolver.pool.submit(
            NamePool.LookUp(host: host, family: key.family, begin: begin) { answer in
                feed.yield(.named(key, answer, clock.end()))
            }
        )
    }

    private mutating func arrive(_ plan: Plan, _ answer: NamePool.Answer, _ spent: TimeAmount) {
        guard !isStopped else { return }
        guard case .success(let addresses) = answer, !addresses.isEmpty else {
            return hopeless.append(Ready(plan: plan, answer: answer, spent: spent))
        }
        guard sweep.limits.callsEachAddress else {
            let ready = Ready(plan: plan, answer: answer, spent: spent)
            return turnstile.arrive(ready, at: addresses.map(\.text))
        }
        for address in addresses {
            var one = plan
            one.addresses = [address.text]
            turnstile.arrive(Ready(plan: one, answer: .success([address]), spent: spent), at: [address.text])
        }
    }
}

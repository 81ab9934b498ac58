/// One visit to one port, without the I/O: events go in, actions come out, and an `Observation` is left behind.
package struct Call: Sendable {
    /// The most bytes an honest server sends in one call.
    package static let byteLimit = 1_048_576
    package static let headLimit = 512
    /// How long to wait for the answer to our goodbye, and for the rest of what came in clear instead of TLS.
    static let grace = Duration.seconds(2)

    package internal(set) var observation: Observation
    /// Made once, when the connection is up.
    var dialogue: (any Dialogue)?
    var input: ByteQueue
    var phase = Phase.reaching
    /// The connection that is up is secured.
    var isSecured = false
    /// The one with a smaller ClientHello was.
    var hasTriedSmallHello = false
    /// What our ClientHello offers.
    package var hello = Hello.usual
    /// Why what has come so far is no answer, where more of it may tell who sends it.
    var doubt: Malformed?
    var repetition: Repetition?
    /// The dialogue is to be told when nothing comes.
    var isAwaitingInTime = false
    var now = Duration.zero
    var recording: Recording?
    /// Only what is said to our ClientHello is asked.
    var endsWithTLS = false
    var clear = ClearText()
    /// How many bytes of the head others were looked for in, and how often.
    var headExamined = 0
    /// The bytes that were searched, each as often as it was: a test holds that none is searched again and again.
    package internal(set) var searched = 0
    private var received = 0

    package init(_ plan: Plan) {
        observation = Observation(plan)
        input = ByteQueue(limit: plan.service.kind.answerLimit)
    }

    package var isOver: Bool { if case .over = phase { true } else { false } }

    /// Takes in what happened, `moment` after the call began, and says what to do.
    package mutating func handle(_ event: Event, at moment: Duration) -> [Action] {
        now = max(now, moment)
        guard !isOver else { return [] }
        write(event, during: phase)
        let actions = react(to: event)
        write(actions)
        return actions
    }

    // Events are what happened and phases are where we are; most events mean one thing in every phase, so the event is
    // asked first and the phase only by those few (received, closed, timed out, woken) that differ. No action is taken
    // here: whoever runs the call does what it is told and reports back, so that a recorded call goes the same way.
    private mutating func react(to event: Event) -> [Action] {
        switch event {
        case .resolved(let addresses):
            observation.addresses = addresses
            stamp(.resolve)
            return []
        case .attemptFailed(let attempt):
            observation.attempts.append(attempt)
            return []
        case .resolveFailed(let reason): return end(.resolveFailed(reason))
        case .unreachable where wantsConnection: return converseAfterEnd() ?? end(.closed(isReset: false))
        case .unreachable: return end(.unreachable)
        case .connected where wantsConnection: return reopen()
        case .connected(let address, let local): return open(address, local)
        case .received(let bytes): return receive(bytes)
        case .tlsBegan:
            beginTLS()
            return []
        case .handshakeCame(let count):
            observation.handshakeBytes = count
            return []
        case .secured(let facts): return secure(facts)
        case .handshakeFailed(let failure): return endTLS(failure)
        case .resumable:
            observation.tls?.isResumable = true
            return []
        case .renegotiationAsked:
            observation.renegotiationAsked = true
            return []
        case .tlsTried(let result): return weigh(result)
        case .smallHelloTried(let result):
            observation.smallHello = result
            return []
        case .woke: return wake()
        case .closed(let isReset): return closed(isReset)
        case .timedOut: return timeUp()
        case .interrupted: return end(.interrupted)
        }
    }

    private mutating func open(_ address: String, _ local: Endpoint) -> [Action] {
        let plan = observation.plan
        observation.connections = 1
        observation.address = address
        observation.localAddress = local.address
        let remote = Endpoint(address, plan.target.port)
        dialogue = plan.service.kind.open(
            plan,
            Line(remote: remote, local: local, number: plan.number ?? Plan.fixedNumber)
        )
        stamp(.connect)
        guard plan.service.security != .implicit else { return startTLS() }
        phase = .talking
        guard !isDatagram, !endsWithTLS else { return converse() }
        let actions = converse()
        // Who gives the server less time first asks for more of it then.
        guard let patience = plan.service.policy.patience, !isAwaitingInTime else { return actions }
        return actions + [.wake(after: patience)]
    }

    private mutating func receive(_ bytes: [UInt8]) -> [Action] {
        received += bytes.count
        guard received <= Self.byteLimit else {
            let limit = "more than \(Self.byteLimit / 1024) KiB in one call"
            return end(.malformed(.tooLong(limit, quoting: ByteQueue.quote(bytes))))
        }
        switch phase {
        case .reaching, .askingWhy, .redialing, .over: return []
        case .parting: return hearOut(bytes)
        case .talking where observation.tls != nil:
            observation.spokeInsideTLS = true
            if !observation.facts.isConfirmed { keepHead(bytes) }
            return converse(after: bytes)
        case .talking:
            keepHead(bytes)
            return converse(after: bytes)
        case .securing:
            keepHead(bytes)
            return awaitTLS(bytes[...])
        case .handshaking:
            observation.handshakeBytes += bytes.count
            return [.handshake(bytes)]
        }
    }

    private mutating func keepHead(_ bytes: [UInt8]) {
        observation.head += bytes.prefix(max(0, Self.headLimit - observation.head.count))
    }

    private mutating func secure(_ facts: TLSFacts) -> [Action] {
        writeClear()
        if !observation.clearBeforeTLS.isEmpty { dialogue?.heard(inClear: observation.clearBeforeTLS) }
        observation.tls = observation.tls ?? facts
        isSecured = true
        observation.tlsBegan = true
        if !observation.facts.isConfirmed { observation.head = [] }
        stamp(.handshake)
        phase = .talking
        return converse()
    }

    private mutating func closed(_ isReset: Bool) -> [Action] {
        switch phase {
        case .parting: return endParting()
        case .talking where mayTryTLS:
            phase = .askingWhy(isReset: isReset)
            return tryTLS()
        case .talking where isTryingTLS:
            phase = .askingWhy(isReset: isReset)
            return []
        case .talking where isSecured && observation.renegotiationAsked:
            return converseAfterTLS(wantingCertificate: true) ?? end(.closed(isReset: isReset))
        case .talking: return converseAfterEnd() ?? endInDoubt() ?? end(.closed(isReset: isReset))
        case .securing where !observation.clearBeforeTLS.isEmpty: return endWithoutTLS()
        default: return end(.closed(isReset: isReset))
        }
    }

    private mutating func timeUp() -> [Action] {
        switch phase {
        case .askingWhy(let isReset): end(.closed(isReset: isReset))
        case .parting: endParting()
        case .securing where !observation.clearBeforeTLS.isEmpty: endWithoutTLS()
        case .talking: endInDoubt() ?? end(.timedOut)
        case .reaching, .redialing, .securing, .handshaking, .over: end(.timedOut)
        }
    }

    /// The first time counts.
    mutating func stamp(_ stage: Stage.Name) {
        if observation.moments[stage] == nil { observation.moments[stage] = now }
    }

    mutating func end(_ ending: Ending) -> [Action] {
        writeClear()
        observation.awaited = awaited
        observation.layer = layer
        observation.unfinished = Array(input.unread.prefix(Self.headLimit))
        observation.lineEndings = input.lineEndings
        if !observation.clearBeforeTLS.isEmpty { dialogue?.heard(inClear: observation.clearBeforeTLS) }
        noteProgress()
        phase = .over
        observation.ending = ending
        observation.ended = now
        return [.close]
    }

    private var layer: Observation.Layer {
        switch phase {
        case .securing, .handshaking: .handshake
        case .reaching, .talking, .askingWhy, .parting, .redialing, .over: isSecured ? .tls : .clear
        }
    }

    private var awaited: String {
        switch phase {
        case .reaching, .redialing: "the connection"
        case .securing, .handshaking: "the TLS handshake"
        case .askingWhy, .talking, .parting, .over: dialogue?.awaits ?? "the connection"
        }
    }
}

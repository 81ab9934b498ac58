extension Call {
    /// Lets the dialogue take steps until it has to wait.
    mutating func converse(after bytes: [UInt8] = []) -> [Action] {
        do throws(Malformed) {
            if isDatagram { input.removeAll() }
            if !bytes.isEmpty { isAwaitingInTime = false }
            try input.append(bytes)
            if let impostor = impostorInHead() { return end(impostor) }
            guard bytes.isEmpty || isWorthReading(bytes) else { return [] }
            return try takeSteps()
        } catch {
            noteProgress()
            guard mayBecomeClear(error) else { return end(diagnosis(of: error)) }
            doubt = error
            return [.wake(after: Self.grace)]
        }
    }

    /// Begins with a step that the dialogue has taken already, where there is one.
    private mutating func takeSteps(from first: Step? = nil) throws(Malformed) -> [Action] {
        var actions: [Action] = []
        var next = first
        while true {
            guard let step = if let next { next } else { try dialogue?.next(&input) } else { return actions }
            next = nil
            noteProgress()
            switch step {
            case .listen: return actions
            case .wait(let most): return actions + wait(most)
            case .send(let bytes): actions += send(bytes)
            case .startTLS: return actions + startTLS()
            case .reconnect: return actions + reconnect()
            case .part(let bytes): return actions + part(bytes)
            }
        }
    }

    /// What came shows that an answer is under way: nothing is sent again.
    private mutating func wait(_ most: Duration) -> [Action] {
        isAwaitingInTime = true
        repetition = nil
        return [.wake(after: most)]
    }

    /// The time is over that the dialogue gave the server.
    private mutating func giveUpWaiting() -> [Action] {
        isAwaitingInTime = false
        guard let step = dialogue?.nothingCame() else { return [] }
        do throws(Malformed) {
            return try takeSteps(from: step)
        } catch {
            return end(diagnosis(of: error))
        }
    }

    private mutating func send(_ bytes: [UInt8]) -> [Action] {
        observation.hasSpoken = true
        isAwaitingInTime = false
        guard isDatagram else { return [.send(bytes)] }
        repetition = Repetition(of: bytes)
        return [.send(bytes), .wake(after: Repetition.pauses[0])]
    }

    /// A codec is asked again only once what it waits for can have come, or can no longer come.
    private func isWorthReading(_ bytes: [UInt8]) -> Bool {
        guard !isDatagram else { return true }
        return switch dialogue?.framing ?? .lines {
        case .lines: bytes.contains(UInt8(ascii: "\n")) || input.count > ByteQueue.lineLimit
        case .bytes(let count): input.count >= count
        }
    }

    /// The dialogue says itself how far it has come.
    mutating func noteProgress() {
        guard let facts = dialogue?.facts else { return }
        observation.facts = facts
        for (stage, report) in facts.stages where report.outcome != .skipped { stamp(stage) }
    }

    mutating func part(_ goodbye: [UInt8]) -> [Action] {
        guard !goodbye.isEmpty else { return endParting() }
        guard settlement == .hungUp || dialogue?.listensOn == true else { return [.send(goodbye)] + endParting() }
        phase = .parting
        return [.send(goodbye), .wake(after: Self.grace)]
    }

    /// Something came after our goodbye.
    mutating func hearOut(_ bytes: [UInt8]) -> [Action] {
        do throws(Malformed) {
            try input.append(bytes)
        } catch {
            return endParting()
        }
        return dialogue?.overhear(&input) == false ? [] : endParting()
    }

    /// Nothing more is waited for.
    mutating func endParting() -> [Action] {
        noteProgress()
        return end(settlement)
    }

    /// How a call ends that has parted: what the dialogue found to be there instead counts.
    private var settlement: Ending {
        switch observation.facts.trouble {
        case .impostor(let what, _): .impostor(what)
        case .wantsTLS: .speaksTLS
        case .refused, .wantsCertificate, .masked, .outOfStep, nil: .hungUp
        }
    }

    /// A protocol that no line feed announces, seen by its first bytes.
    private mutating func impostorInHead() -> Ending? {
        // What was looked at as it stands shows nothing new.
        guard observation.head.count != headExamined, !observation.facts.isConfirmed, !isDatagram else { return nil }
        headExamined = observation.head.count
        searched += headExamined
        guard dialogue?.isOwn(observation.head) != true else { return nil }
        if observation.tls == nil, TLSRecord.begins(observation.head) { return .speaksTLS }
        return Recognition.binary(observation.head, expecting: observation.plan.service.kind).map { .impostor($0) }
    }

    /// What answers where the expected protocol does not: another one that is known, or something malformed.
    func diagnosis(of error: Malformed) -> Ending {
        guard !observation.facts.isConfirmed, case .unexpected = error else { return .malformed(error) }
        return Recognition.text(observation.head, expecting: observation.plan.service.kind).map { .impostor($0) }
            ?? .malformed(error)
    }

    /// Where a binary protocol was due, a line or a header that has only begun says what it is with its next bytes.
    private func mayBecomeClear(_ error: Malformed) -> Bool {
        guard case .unexpected = error, case .bytes? = dialogue?.framing, !isDatagram else { return false }
        guard case .malformed = diagnosis(of: error), !observation.facts.isConfirmed else { return false }
        guard observation.head.count >= Recognition.headerLength else { return true }
        return observation.head.isText && !observation.head.contains(UInt8(ascii: "\n"))
    }

    /// The server has hung up: the dialogue may have waited for that.
    mutating func converseAfterEnd() -> [Action]? {
        do throws(Malformed) {
            guard let step = try dialogue?.hungUp(&input) else { return nil }
            noteProgress()
            switch step {
            case .reconnect: return reconnect()
            case .part: return part([])
            case .listen, .wait, .send, .startTLS: return nil
            }
        } catch {
            return end(diagnosis(of: error))
        }
    }

    /// What to make of the time being up that we asked for.
    mutating func wake() -> [Action] {
        switch phase {
        case .parting: return endParting()
        case .securing where !observation.clearBeforeTLS.isEmpty: return endWithoutTLS()
        case .securing: return trySmallHello()
        // Whoever has been silent for so long may wait for TLS.
        case .talking where isAwaitingInTime: return (isTryDue ? tryTLS() : []) + giveUpWaiting()
        case .talking where isDatagram: return sayAgain()
        case .talking where mayTryTLS: return tryTLS()
        // What was set for the handshake may ring later.
        case .talking where isSecured && doubt == nil: return []
        case .talking: return endInDoubt() ?? []
        case .reaching, .askingWhy, .redialing, .handshaking, .over: return []
        }
    }

    /// Ends the call where what has come so far cannot be the beginning of an answer.
    mutating func endInDoubt() -> [Action]? {
        guard !observation.facts.isConfirmed, !observation.head.isEmpty else { return nil }
        if let doubt { return end(diagnosis(of: doubt)) }
        guard case .lines? = dialogue?.framing, !isReplyPlausible else { return nil }
        return end(diagnosis(of: .unexpected(observation.quotedHead)))
    }

    /// A text protocol's half-received answer; anything else never gets a line ending.
    private var isReplyPlausible: Bool {
        observation.head.isText
            && Recognition.text(observation.head, expecting: observation.plan.service.kind) == nil
    }

    /// Nothing has come, and nobody has asked yet whether the port waits for TLS.
    var mayTryTLS: Bool {
        observation.plan.service.policy.patience != nil && observation.plan.service.kind.silence == nil
            && observation.head.isEmpty && observation.tls == nil
            && !observation.hasTriedTLS && !endsWithTLS
    }

    /// The same, and it has had its time.
    private var isTryDue: Bool {
        guard mayTryTLS, let patience = observation.plan.service.policy.patience else { return false }
        return now - (observation.moments[.connect] ?? .zero) >= patience
    }

    /// What the other connection says is still to come, and would settle the call.
    var isTryingTLS: Bool {
        observation.hasTriedTLS && observation.tlsTry == nil && observation.head.isEmpty && observation.tls == nil
    }

    mutating func tryTLS() -> [Action] {
        observation.hasTriedTLS = true
        return [.tryTLS]
    }

    /// The other connection's answer settles the call only where the first one has said nothing.
    mutating func weigh(_ result: TLSTry) -> [Action] {
        observation.hasTriedTLS = true
        observation.tlsTry = result
        guard observation.head.isEmpty else { return [] }
        switch result {
        case .spokeTLS: return end(.speaksTLS)
        case .spoke(let bytes):
            guard let other = Recognition.other(than: observation.plan.service.kind, in: bytes) else { break }
            observation.head = Array(bytes.prefix(Self.headLimit))
            return end(.impostor(other))
        case .nothing: break
        }
        guard case .askingWhy(let isReset) = phase else { return [] }
        return end(.closed(isReset: isReset))
    }
}

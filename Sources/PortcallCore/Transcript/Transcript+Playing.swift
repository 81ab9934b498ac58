extension Transcript {
    /// What playing a transcript left: the call, and where portcall said something else than the transcript has.
    package struct Performance: Sendable {
        package var observation: Observation
        /// Each difference between what the client said and what the transcript has it say.
        package var differences: [String] = []
        /// The call as it would have been written down.
        package var transcript: Transcript?
    }

    /// Plays the server's side to a fresh call.
    ///
    /// - Parameters:
    ///   - chunk: the most bytes that arrive at once.
    ///   - isRecording: write the call down while it is played.
    ///   - complete: puts the judged chain into what the transcript says of TLS.
    /// - Returns: the call that came of it.
    package func play(
        chunk: Int = .max,
        isRecording: Bool = false,
        complete: (TLSFacts) throws -> TLSFacts
    ) rethrows -> Performance {
        var player = TranscriptPlayer(plan, isRecording: isRecording)
        if !entries.contains(where: \.isReaching) { player.connect() }
        for entry in entries { try player.take(entry, chunk, complete) }
        return player.finish()
    }

    /// Plays the server's side to a fresh call, without a chain to judge.
    package func play(chunk: Int = .max, isRecording: Bool = false) -> Performance {
        play(chunk: chunk, isRecording: isRecording) { $0 }
    }
}

extension Transcript.Entry {
    /// Says how the connection came about, so that playing need not make one up.
    fileprivate var isReaching: Bool {
        switch self {
        case .event(.resolved), .event(.resolveFailed), .event(.attemptFailed), .event(.unreachable),
            .event(.connected):
            true
        case .server, .client, .wait, .event: false
        }
    }
}

/// A caller without a network: it keeps the time, wakes the call when it asked for it, and compares what it says.
private struct TranscriptPlayer {
    private var call: Call
    private var now = Duration.zero
    /// When the call wants to be woken; as of a caller, the last wish counts.
    private var alarm: Duration?
    private var said: [UInt8] = []
    private var differences: [String] = []

    init(_ plan: Plan, isRecording: Bool) {
        call = Call(plan)
        if isRecording { call.record() }
    }

    /// A transcript that does not say how is of a connection between two addresses for documentation (RFC 5737).
    mutating func connect() {
        let host = call.observation.plan.target.host
        if case .name = host { handle(.resolved(["192.0.2.25"])) }
        let address = if case .name = host { "192.0.2.25" } else { host.text }
        handle(.connected(address: address, local: Endpoint("192.0.2.1")))
    }

    mutating func take(_ entry: Transcript.Entry, _ chunk: Int, _ complete: (TLSFacts) throws -> TLSFacts) rethrows {
        if case .client = entry {} else { settle() }
        switch entry {
        case .client(let bytes): compare(bytes)
        case .server(let bytes):
            // A datagram arrives whole or not at all.
            let size = call.observation.plan.service.transport == .udp ? .max : chunk
            for piece in bytes.chunked(size) { handle(.received(piece)) }
        case .wait(let milliseconds): wait(until: now + .milliseconds(milliseconds))
        case .event(.secured(let facts)): handle(.secured(try complete(facts)))
        case .event(let event): handle(event)
        }
    }

    mutating func finish() -> Transcript.Performance {
        settle()
        if !call.isOver {
            if let alarm { wait(until: alarm) }
            handle(.interrupted)
        }
        return Transcript.Performance(
            observation: call.observation,
            differences: differences,
            transcript: call.transcript
        )
    }

    private mutating func handle(_ event: Call.Event) {
        for action in call.handle(event, at: now) {
            switch action {
            case .send(let bytes): said += bytes
            case .wake(let after): alarm = now + after
            case .startTLS, .handshake, .tryTLS, .trySmallHello, .reconnect, .close: continue
            }
        }
    }

    private mutating func wait(until moment: Duration) {
        while let next = alarm, next <= moment {
            now = next
            alarm = nil
            handle(.woke)
        }
        now = moment
    }

    private mutating func compare(_ expected: [UInt8]) {
        guard said.starts(with: expected) else {
            differences.append("expected \(ByteQueue.quote(expected)), portcall said \(ByteQueue.quote(said))")
            said = []
            return
        }
        said.removeFirst(expected.count)
    }

    /// Whatever was said and is not in the transcript is a difference.
    private mutating func settle() {
        if !said.isEmpty { differences.append("portcall said \(ByteQueue.quote(said)) besides") }
        said = []
    }
}

extension [UInt8] {
    fileprivate func chunked(_ size: Int) -> [[UInt8]] {
        guard count > size else { return [self] }
        return stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}

extension Call {
    /// What is written down while the call goes on; nothing unless asked for.
    struct Recording: Sendable {
        var entries: [Transcript.Entry] = []
        var written = Duration.zero
        /// How many of the bytes before TLS are written already, because they came along with the go-ahead.
        var clearWritten = 0
    }

    /// Begins to write the call down; to be called before the first event.
    package mutating func record() {
        recording = Recording()
    }

    /// The call as a transcript, with the chain and what completed it on this machine.
    package var transcript: Transcript? {
        guard let recording else { return nil }
        var transcript = Transcript(plan: observation.plan)
        transcript.entries = recording.entries
        if let chain = observation.tls?.chain, !chain.certificates.isEmpty {
            transcript.chain = .pem(chain.certificates.map(\.pem).joined())
            transcript.roots = .pem(chain.completion.map(\.pem).joined())
        }
        return transcript
    }

    mutating func write(_ event: Event, during phase: Phase) {
        guard recording != nil else { return }
        switch (phase, event) {
        case (.talking, .received(let bytes)), (.parting, .received(let bytes)): append(.server(bytes))
        case (_, .received), (_, .woke): break
        default:
            writeClear()
            writeHandshake(before: event, during: phase)
            append(.event(event))
        }
    }

    /// The records themselves are not written, for nobody could play them.
    private mutating func writeHandshake(before event: Event, during phase: Phase) {
        guard case .handshaking = phase, event.tellsOfHandshake, observation.handshakeBytes > 0 else { return }
        append(.event(.handshakeCame(observation.handshakeBytes)))
    }

    mutating func write(_ actions: [Action]) {
        guard recording != nil else { return }
        for case .send(let bytes) in actions { append(.client(bytes)) }
    }

    /// What came in clear before TLS is complete only when the first record or the end has come.
    mutating func writeClear() {
        guard let clearWritten = recording?.clearWritten else { return }
        let clear = observation.clearBeforeTLS.dropFirst(clearWritten)
        recording?.clearWritten = observation.clearBeforeTLS.count
        if !clear.isEmpty { append(.server(Array(clear))) }
    }

    mutating func append(_ entry: Transcript.Entry) {
        guard let written = recording?.written else { return }
        let passed = (now - written).wholeMilliseconds
        if passed > 0 {
            recording?.entries.append(.wait(milliseconds: passed))
            recording?.written += .milliseconds(passed)
        }
        recording?.entries.append(entry)
    }
}

extension ChainFacts {
    /// What was found on this machine, and the root that is trusted here where that was sent.
    fileprivate var completion: [Certificate] {
        let isTrusted = !judgement.problems.contains { $0.kind == .selfSigned || $0.kind == .untrustedRoot }
        let root = certificates.last { $0.isSelfSigned && $0.shortName == judgement.path.last }
        return judgement.found + (isTrusted ? [root].compactMap(\.self) : [])
    }
}

extension Call.Event {
    /// What is said of it depends on how far the handshake had come.
    fileprivate var tellsOfHandshake: Bool {
        if case .handshakeFailed = self { true } else { self == .timedOut }
    }
}

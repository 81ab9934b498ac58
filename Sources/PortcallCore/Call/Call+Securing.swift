extension Call {
    mutating func startTLS() -> [Action] {
        if observation.plan.service.security == .upgrade { stamp(.starttls) }
        phase = .securing
        observation.hasSpoken = true
        observation.handshakeBytes = 0
        let early = input.unread
        input.removeAll()
        recording?.clearWritten = early.count
        return stallAlarm + [.startTLS] + (early.isEmpty ? [] : awaitTLS(early))
    }

    /// Sets aside whatever comes before the server's first TLS record: it is plaintext that TLS does not protect.
    ///
    /// No byte is looked at twice, however small the pieces are in which they come.
    mutating func awaitTLS(_ bytes: ArraySlice<UInt8>) -> [Action] {
        let known = observation.clearBeforeTLS.count
        guard known + bytes.count <= ByteQueue.limit else { return endWithoutTLS() }
        observation.clearBeforeTLS += bytes
        let isImplicit = observation.plan.service.security == .implicit
        // Where TLS is due at once, what looks like a record further on is our own, sent back in an error message.
        let begin =
            isImplicit
            ? (TLSRecord.begins(observation.clearBeforeTLS) ? 0 : nil)
            : TLSRecord.firstIndex(in: observation.clearBeforeTLS, after: known)
        searched += bytes.count
        guard begin == nil else {
            let record = Array(observation.clearBeforeTLS[(begin ?? 0)...])
            observation.clearBeforeTLS.removeSubrange((begin ?? 0)...)
            return meet(record)
        }
        clear.take(bytes)
        searched += bytes.count
        guard !isImplicit || !clear.isLine else { return endWithoutTLS() }
        return known == 0 ? [.wake(after: Self.grace)] : []
    }

    /// The first bytes of the server's first record came.
    private mutating func meet(_ record: [UInt8]) -> [Action] {
        writeClear()
        append(.event(.tlsBegan))
        beginTLS()
        observation.handshakeBytes = record.count
        guard !endsWithTLS else {
            observation.head = Array(record.prefix(Self.headLimit))
            return end(.hungUp)
        }
        return [.handshake(record)]
    }

    /// The first record came.
    mutating func beginTLS() {
        observation.tlsBegan = true
        if !observation.clearBeforeTLS.isEmpty { dialogue?.heard(inClear: observation.clearBeforeTLS) }
        phase = .handshaking
    }

    /// Something came, and it was not TLS.
    mutating func endWithoutTLS() -> [Action] {
        let clear = observation.clearBeforeTLS
        guard observation.plan.service.security == .implicit else {
            return end(.handshakeFailed(HandshakeFailure(.notTLS(Array(clear.prefix(Self.headLimit))))))
        }
        let kind = observation.plan.service.kind
        if let other = Recognition.other(than: kind, in: clear) { return end(.impostor(other)) }
        guard clear.isText || clear.beginsAsText || Recognition.isExpected(kind, in: clear) else {
            return end(.handshakeFailed(HandshakeFailure(.notTLS(Array(clear.prefix(64))))))
        }
        return end(.answeredInClear)
    }

    /// A handshake broke, or what it had secured did.
    mutating func endTLS(_ failure: HandshakeFailure) -> [Action] {
        if case .parting = phase { return endParting() }
        if case .tooLong(let what) = failure.cause { return end(.malformed(.tooLong(what, quoting: ""))) }
        guard isSecured || observation.connections > 1 else { return end(.handshakeFailed(failure)) }
        return converseAfterTLS(wantingCertificate: observation.isCertificateWanted(by: failure))
            ?? end(isSecured ? .tlsEnded(failure) : .handshakeFailed(failure))
    }

    /// The dialogue may have more to ask, over another connection.
    mutating func converseAfterTLS(wantingCertificate isCertificateWanted: Bool) -> [Action]? {
        do throws(Malformed) {
            let step = try dialogue?.tlsEnded(wantingCertificate: isCertificateWanted, &input)
            guard let step else { return nil }
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
}

/// What came in clear while TLS was due, each byte looked at as it comes.
struct ClearText: Sendable {
    private var beginning: [UInt8] = []
    private var isText = true
    private var hasLineFeed = false

    /// A line of text is complete.
    var isLine: Bool { hasLineFeed && (isText || beginning.beginsAsText) }

    mutating func take(_ bytes: ArraySlice<UInt8>) {
        if beginning.isEmpty, let first = bytes.first, first >= 0x80 { isText = false }
        beginning += bytes.prefix(max(0, 4 - beginning.count))
        isText = isText && bytes.allSatisfy(\.isPrintable)
        hasLineFeed = hasLineFeed || bytes.contains(UInt8(ascii: "\n"))
    }
}

/// The first bytes of a TLS record (RFC 8446 section 5.1): a content type, and a version that begins with 3.
enum TLSRecord {
    /// `bytes` begin with an alert or a handshake record.
    static func begins(_ bytes: some Collection<UInt8>) -> Bool {
        let start = Array(bytes.prefix(3))
        return start.count == 3 && (start[0] == 0x15 || start[0] == 0x16) && start[1] == 3 && start[2] <= 4
    }

    /// Where the first record begins, in bytes of which `known` had none while there were no more.
    ///
    /// A header that has only begun to arrive does not count yet.
    static func firstIndex(in bytes: [UInt8], after known: Int) -> Int? {
        bytes.indices.dropFirst(max(0, known - 2)).first { begins(bytes[$0...]) }
    }
}

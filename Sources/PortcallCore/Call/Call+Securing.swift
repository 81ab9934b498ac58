extension Call {
    mutating func startTLS() -> [Action] {
        if observation.plan.service.security == .upgrade { stamp(.starttls) }
        phase = .securing
        observation.hasSpoken = true
        let early = input.unread
        input.removeAll()
        recording?.clearWritten = early.count
        return [.startTLS] + (early.isEmpty ? [] : awaitTLS(early))
    }

    /// Sets aside whatever comes before the server's first TLS record: it is plaintext that TLS does not protect.
    mutating func awaitTLS(_ bytes: ArraySlice<UInt8>) -> [Action] {
        let isFirst = observation.clearBeforeTLS.isEmpty
        let pending = observation.clearBeforeTLS + bytes
        guard pending.count <= ByteQueue.limit else { return endWithoutTLS() }
        let isImplicit = observation.plan.service.security == .implicit
        // Where TLS is due at once, what looks like a record further on is our own, sent back in an error message.
        let record =
            isImplicit
            ? (TLSRecord.begins(pending) ? 0 : nil)
            : TLSRecord.firstIndex(in: pending, after: observation.clearBeforeTLS.count)
        observation.clearBeforeTLS = Array(pending[..<(record ?? pending.count)])
        guard record == nil else {
            writeClear()
            append(.event(.tlsBegan))
            beginTLS()
            guard !endsWithTLS else { return end(.hungUp) }
            return [.handshake(Array(pending[(record ?? 0)...]))]
        }
        guard !isImplicit || !pending.isLine else { return endWithoutTLS() }
        return isFirst ? [.wake(after: Self.grace)] : []
    }

    /// The first record came.
    mutating func beginTLS() {
        observation.tlsBegan = true
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

extension [UInt8] {
    /// A line of text is complete.
    fileprivate var isLine: Bool { (isText || beginsAsText) && contains(UInt8(ascii: "\n")) }
}

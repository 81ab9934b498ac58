extension HandshakeFailure {
    /// What was seen, with what the server said in clear behind it.
    var evidence: String {
        clear.isEmpty ? cause.summary : "\(cause.summary); then, in clear: \(clear.quoted)"
    }

    /// What was seen besides what the message says: where in the handshake the alert came, or what followed it.
    fileprivate func evidence(after bytes: Int) -> String {
        // An alert in clear is seven bytes itself.
        let place = bytes > 7 ? "after \(bytes) bytes of its handshake" : "at the server's first answer in TLS"
        switch cause {
        case .alertReceived(let alert) where clear.isEmpty: return "alert \(alert.code) \(place)"
        case .rejected(let reason, _): return "\(reason), \(place)"
        case .alertReceived, .notTLS, .unreadableCertificate, .tooLong: return evidence
        }
    }

    /// What happened and what it usually means, in whole sentences; the server's own words count more than a guess.
    var sentence: String {
        guard case .alertReceived(let alert) = cause, clear.isEmpty else { return cause.sentence }
        // Schannel of that age ends like this too, where nothing newer than RC4 is left on our side.
        let isOld = alert.code == 70 || alert.code == 71
        let ciphers = isOld ? " A server that knows only RC4 or 3DES, as Windows 2003 does, ends like this too." : ""
        return cause.sentence + ciphers
    }
}

extension Observation {
    /// What was seen of what broke TLS.
    func evidence(of failure: HandshakeFailure) -> String {
        guard case .alertReceived(let alert) = failure.cause, tls != nil, failure.clear.isEmpty else {
            return failure.evidence(after: handshakeBytes)
        }
        return "alert \(alert.code) inside \(tls?.version ?? "TLS"), while waiting for \(awaited)"
    }
}

extension HandshakeFailure.Cause {
    /// What happened and what it usually means, in whole sentences.
    var sentence: String {
        switch self {
        case .alertReceived(let alert):
            let meaning = alert.meaning.map { " \($0)" } ?? ""
            return "The server sent the alert \(alert).\(meaning)"
        case .rejected(let reason, let alert):
            let sent = alert.map { " portcall sent the alert \($0)." } ?? ""
            return "portcall gave up: \(reason).\(sent)"
        case .unreadableCertificate: return "A certificate that the server sends cannot be decoded."
        case .tooLong(let what): return "The server sent \(what)."
        case .notTLS: return "What came is not TLS."
        }
    }

    /// The same where TLS was up already: what an alert means in a handshake it need not mean then.
    var sentenceInsideTLS: String {
        switch self {
        case .alertReceived(let alert):
            let meaning = alert.isTelling ? alert.meaning.map { " \($0)" } ?? "" : ""
            return "The server sent the alert \(alert).\(meaning)"
        case .notTLS: return "What came next is no TLS: the server, or a device before it, goes on in clear."
        case .rejected, .unreadableCertificate, .tooLong: return sentence
        }
    }

    /// What to do, which follows from the reason.
    var fix: String? {
        switch self {
        case .alertReceived(let alert): return alert.fix
        case .rejected(let reason, _):
            guard !reason.hasPrefix("the server speaks only a version") else { return TLSAlert.fixOfVersion }
            return
                "Look for a device between that inspects or changes TLS, and have the server's TLS library updated: what "
                + "comes breaks the rules of the handshake."
        case .notTLS: return "Find out what answers there, and whether it speaks TLS."
        case .unreadableCertificate, .tooLong: return nil
        }
    }
}

extension TLSAlert {
    static let fixOfVersion = "Let the server speak TLS 1.2 or 1.3."

    /// What it means does not depend on how far TLS has come.
    fileprivate var isTelling: Bool { [20, 21, 22, 42, 43, 44, 45, 46, 48, 49, 80, 90, 116].contains(code) }

    /// What to do about it in a handshake; nil where comparing versions and suites is all there is.
    fileprivate var fix: String? {
        switch code {
        case 40:
            "See first whether the service on this port has a certificate with its private key, and one for each name that "
                + "it is called by; its log says. Then compare its TLS versions and cipher suites with those of clients."
        case 41...46, 48, 49:
            "See in the server's log which certificate it means: it asked for none of this client's, so it may be its own, or "
                + "that of a server behind it."
        case 70, 86: Self.fixOfVersion
        case 80: "Look at the server's log for this moment: mostly it cannot use its certificate or its private key."
        case 112:
            "Give the server a certificate for the name asked for, or ask for a name that it has; a server that is called "
                + "by many names needs one it falls back to."
        case 10, 50: "Check that this port speaks TLS, and look for a device between that changes what is sent."
        case 20, 21, 22, 47, 51: "Look for a device between that changes TLS, and at the server's log."
        case 120: "Let the server allow the application protocol of this service (ALPN), or ignore the extension."
        default: nil
        }
    }
}

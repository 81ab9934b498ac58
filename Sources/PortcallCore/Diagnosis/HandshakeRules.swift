extension Rule {
    static let handshake = [
        Rule(one: .tlsNoCertificate) { seen in
            guard seen.isClosedForLackOfCertificate else { return nil }
            guard case .closed(let isReset) = seen.ending else {
                return Sighting("the server ended TLS with close_notify")
            }
            return Sighting(seen.closingWords(isReset))
        },
        Rule(one: .tlsHandshakeFailed) { seen in
            guard case .handshakeFailed(let failure) = seen.ending, !seen.isClosedForLackOfOurs,
                !seen.isClosedForLackOfCertificate
            else { return nil }
            let isSaidInClear =
                seen.neverSpokeTLS && seen.plan.service.security == .upgrade && seen.isClearOwn
            guard !isSaidInClear, !failure.cause.isUnreadableCertificate else { return nil }
            return Sighting(failure.cause.summary, ["reason": failure.cause.sentence])
        },
        Rule(one: .certificateMalformed) { seen in
            guard case .handshakeFailed(let failure) = seen.ending, failure.cause.isUnreadableCertificate else {
                return nil
            }
            let reason = failure.cause.summary
            return Sighting(reason, ["subject": "one of those sent in the handshake", "detail": reason])
        },
        Rule(one: .tlsVersionOld) { seen in
            guard let tls = seen.tls, tls.version != "TLSv1.2", tls.version != "TLSv1.3" else { return nil }
            return Sighting("\(tls.version) \(tls.cipher)", ["version": tls.version])
        },
        Rule(one: .tlsNoForwardSecrecy) { seen in
            guard let tls = seen.tls, !tls.hasForwardSecrecy else { return nil }
            return Sighting("\(tls.version) \(tls.cipher)", ["cipher": tls.cipher])
        },
        Rule(one: .tlsClientCertificateRequired) { seen in
            if let words = seen.facts.certificateDemand { return Sighting(words, ["how": "it says so"]) }
            guard seen.isClosedForLackOfOurs else { return nil }
            switch seen.ending {
            case .handshakeFailed(let failure):
                return Sighting(failure.cause.summary, ["how": failure.cause.summary])
            case .closed(let isReset):
                return Sighting(seen.closingWords(isReset), ["how": isReset ? "it reset the connection" : "it hung up"])
            default: return nil
            }
        },
        Rule(one: .tlsClientCertificateRequested) { seen in
            guard seen.tls?.asksForCertificate == true, !seen.demandsCertificate else { return nil }
            return Sighting("CertificateRequest in the handshake")
        },
    ]
}

extension Observation {
    /// Closed or reset after our ClientHello, before one byte of TLS came, or with close_notify as the only one.
    var isClosedForLackOfCertificate: Bool {
        if case .handshakeFailed(let failure) = ending { return failure.isFarewell && tls == nil }
        guard case .closed = ending, !tlsBegan else { return false }
        return plan.service.security == .implicit
            ? clearBeforeTLS.isEmpty : moments[.starttls] != nil && clearBeforeTLS.isEmpty
    }

    /// The server serves nobody without a certificate: it says so, or hangs up.
    var demandsCertificate: Bool { isClosedForLackOfOurs || facts.certificateDemand != nil }

    /// A client certificate was asked for, and the connection ended before the first byte of the service.
    var isClosedForLackOfOurs: Bool {
        switch ending {
        case .handshakeFailed(let failure):
            guard failure.asksForCertificate || tls?.asksForCertificate == true else {
                return failure.cause.isAboutOurCertificate
            }
            guard case .alertReceived = failure.cause else { return false }
            return !spokeInsideTLS
        case .closed: return tls?.asksForCertificate == true && !spokeInsideTLS
        default: return false
        }
    }
}

extension Facts {
    /// In which words the server says that it serves only who shows a certificate.
    fileprivate var certificateDemand: String? { if case .wantsCertificate(let words) = trouble { words } else { nil } }
}

extension HandshakeFailure {
    /// The server said goodbye instead of going on, and had not asked for a certificate of ours.
    fileprivate var isFarewell: Bool {
        cause == .alertReceived(TLSAlert(code: TLSAlert.closeNotify)) && !asksForCertificate
    }
}

extension HandshakeFailure.Cause {
    /// The alert that says so by itself: certificate_required (RFC 8446 section 6.2).
    fileprivate var isAboutOurCertificate: Bool { self == .alertReceived(TLSAlert(code: 116)) }

    fileprivate var isUnreadableCertificate: Bool { if case .unreadableCertificate = self { true } else { false } }

    /// What happened and what it usually means, in whole sentences.
    var sentence: String {
        switch self {
        case .alertReceived(let alert):
            let meaning = alert.meaning.map { " \($0)" } ?? ""
            let isOld = alert.code == 40 || alert.code == 70 || alert.code == 71
            let ciphers =
                isOld ? " A server that knows only RC4 or 3DES, as Windows 2003 does, ends like this too." : ""
            return "The server sent the alert \(alert).\(meaning)\(ciphers)"
        case .rejected(let reason, let alert):
            let sent = alert.map { " portcall sent the alert \($0)." } ?? ""
            return "portcall gave up: \(reason).\(sent)"
        case .unreadableCertificate(let reason): return "A certificate cannot be read: \(reason)."
        case .tooLong(let what): return "The server sent \(what)."
        case .notTLS: return "What came is not TLS."
        }
    }
}

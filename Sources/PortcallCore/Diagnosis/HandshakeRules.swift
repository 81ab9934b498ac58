extension Rule {
    static let handshake = [
        Rule(one: .tlsNoCertificate) { seen in
            guard seen.isClosedForLackOfCertificate, seen.keyKindMissed == nil else { return nil }
            guard case .closed(let isReset) = seen.ending else {
                return Sighting("the server ended TLS with close_notify")
            }
            return Sighting(seen.closingWords(isReset))
        },
        Rule(one: .tlsHandshakeFailed) { seen in
            guard case .handshakeFailed(let failure) = seen.ending, !seen.isClosedForLackOfOurs
            else { return seen.keyKindMissed }
            guard !seen.isClosedForLackOfCertificate else { return seen.keyKindMissed }
            let isSaidInClear =
                seen.neverSpokeTLS && seen.plan.service.security == .upgrade && seen.isClearOwn
            guard !isSaidInClear, !failure.cause.isUnreadableCertificate else { return nil }
            return seen.keyKindMissed
                ?? Sighting(seen.evidence(of: failure), fix: failure.cause.fix, ["reason": failure.sentence])
                .besides(seen.lackOfName(failure.cause))
        },
        Rule(one: .tlsEnded) { seen in
            guard case .tlsEnded(let failure) = seen.ending, !seen.isClosedForLackOfOurs else { return nil }
            return Sighting(
                seen.evidence(of: failure),
                ["reason": failure.cause.sentenceInsideTLS, "waiting": seen.awaited]
            )
        },
        Rule(one: .certificateMalformed) { seen in
            guard case .handshakeFailed(let failure) = seen.ending, failure.cause.isUnreadableCertificate else {
                return nil
            }
            return Sighting(
                failure.cause.summary,
                [
                    "broken": "A certificate that the server sends is broken", "who": "",
                    "detail": "it cannot be decoded here, and the handshake ended over it",
                ]
            )
        },
        Rule(one: .tlsVersionOld) { seen in
            guard let tls = seen.tls, tls.version != "TLSv1.2", tls.version != "TLSv1.3" else { return nil }
            return Sighting("\(tls.version) \(tls.cipher)", ["version": tls.version])
        },
        Rule(one: .tlsNoForwardSecrecy) { seen in
            guard let tls = seen.tls, !tls.hasForwardSecrecy else { return nil }
            // A key that may only decipher cannot serve ECDHE, for which it would have to sign.
            let usages = tls.chain.leaf?.details.keyUsages
            let maySign = usages.map { $0.isEmpty || $0.contains("digitalSignature") } ?? true
            return Sighting(
                "\(tls.version) \(tls.cipher)",
                fix: maySign ? nil : Explanation.fixOfKeyThatMayNotSign,
                ["cipher": tls.cipher]
            )
        },
        tlsWeakDiffieHellman,
        tlsWeakSignature,
        tlsNoSecureRenegotiation,
        clientCertificateRequired,
        Rule(one: .tlsClientCertificateRequested) { seen in
            guard seen.tls?.asksForCertificate == true, !seen.demandsCertificate else { return nil }
            return Sighting("CertificateRequest in the handshake")
        },
    ]

    private static let clientCertificateRequired = Rule(one: .tlsClientCertificateRequired) { seen in
        guard seen.demandsCertificate else { return nil }
        let isShown = seen.plan.showsCertificate
        let demand =
            isShown
            ? "The server does not accept the client certificate that it was shown"
            : seen.renegotiationAsked && seen.facts.certificateDemand == nil
                ? "The server wants a client certificate, and whether it serves anybody without one is not known"
                : seen.isDemandSaid
                    ? "The server demands a client certificate and serves nobody without one"
                    : "The server asked for a client certificate, got none and ended the connection; most likely it serves "
                        + "nobody without one"
        let (how, evidence) = seen.demandInWords
        return Sighting(
            evidence,
            fix: isShown
                ? Explanation.fixOfRefusedCertificate : seen.renegotiationAsked ? Explanation.fixOfRenegotiation : nil,
            ["demand": demand, "how": how]
        )
    }
}

extension Observation {
    /// Where the server may have ended the handshake because it was told no name to choose a certificate by.
    fileprivate func lackOfName(_ cause: HandshakeFailure.Cause) -> Reason? {
        guard case .alertReceived(let alert) = cause, [40, 80, 112].contains(alert.code), case .ip = plan.serverName
        else {
            return nil
        }
        return Reason(
            "No name was sent (SNI), for an address was called: the server may have no certificate for whoever names none.",
            fix:
                "Before anything is changed, call it by its name, or send that name to the address (--server-name NAME)."
        )
    }

    /// Closed or reset after our ClientHello, before one byte of TLS came, or with close_notify as the only one.
    var isClosedForLackOfCertificate: Bool {
        if case .handshakeFailed(let failure) = ending { return failure.isFarewell && tls == nil }
        guard case .closed = ending, !tlsBegan else { return false }
        return plan.service.security == .implicit
            ? clearBeforeTLS.isEmpty : moments[.starttls] != nil && clearBeforeTLS.isEmpty
    }

    /// The server serves nobody without a certificate: it says so, or hangs up.
    var demandsCertificate: Bool { isClosedForLackOfOurs || facts.certificateDemand != nil }

    /// A client certificate was asked for, and the connection ended before the first byte of the service; or the
    /// server wanted to begin TLS anew, as IIS does to ask for one, and did not go on without.
    var isClosedForLackOfOurs: Bool {
        switch ending {
        case .handshakeFailed(let failure), .tlsEnded(let failure):
            if renegotiationAsked, layer == .tls { return failure.cause.isAlert }
            guard failure.asksForCertificate || tls?.asksForCertificate == true else {
                return failure.cause.isAboutOurCertificate
            }
            return failure.cause.isAlert && !spokeInsideTLS
        case .closed: return renegotiationAsked || tls?.asksForCertificate == true && !spokeInsideTLS
        case .timedOut: return renegotiationAsked
        default: return false
        }
    }

    /// What broke TLS shows that a certificate of ours is wanted for what was asked.
    func isCertificateWanted(by failure: HandshakeFailure) -> Bool {
        renegotiationAsked || failure.cause.isAboutOurCertificate
            || (failure.asksForCertificate && failure.cause.isAlert)
    }

    /// It says in so many words that it serves nobody without a certificate.
    fileprivate var isDemandSaid: Bool {
        switch ending {
        case .handshakeFailed(let failure), .tlsEnded(let failure):
            facts.certificateDemand != nil || failure.cause.isAboutOurCertificate
        default: facts.certificateDemand != nil
        }
    }

    /// How the server shows that it wants a certificate, in few words, and as evidence.
    fileprivate var demandInWords: (how: String, evidence: String) {
        if let words = facts.certificateDemand { return ("it says so", words) }
        let asked =
            "it " + (renegotiationAsked ? "asked to begin TLS anew after the request, as IIS does for that, and " : "")
        let evidence = renegotiationAsked ? "HelloRequest inside TLS; " : "CertificateRequest in the handshake; "
        switch ending {
        case .handshakeFailed(let failure), .tlsEnded(let failure):
            return (
                asked + failure.cause.summary.replacing("the server sent", with: "sent"), evidence + failure.evidence
            )
        case .closed(let isReset):
            return (asked + (isReset ? "reset the connection" : "hung up"), evidence + closingWords(isReset))
        default: return (asked + "said no more", evidence + "then nothing")
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
    fileprivate var isAlert: Bool { if case .alertReceived = self { true } else { false } }

    /// The alert that says so by itself: certificate_required (RFC 8446 section 6.2).
    fileprivate var isAboutOurCertificate: Bool { self == .alertReceived(TLSAlert(code: 116)) }

    fileprivate var isUnreadableCertificate: Bool { if case .unreadableCertificate = self { true } else { false } }
}

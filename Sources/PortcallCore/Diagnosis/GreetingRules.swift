extension Rule {
    static let greeting = [
        Rule(one: .closedBeforeGreeting) { seen in
            guard case .closed(let isReset) = seen.ending, seen.isClosedUnanswered else { return nil }
            let meaning = seen.plan.service.kind.meaningOfClosing.map { Reason($0) }
            return Sighting(seen.closingWords(isReset), fix: seen.facts.remedy).besides(meaning)
        },
        Rule(one: .silent) { seen in
            guard seen.ending == .timedOut, seen.moments[.connect] != nil, !seen.hasSpoken, seen.head.isEmpty else {
                return nil
            }
            guard seen.silence == nil else { return nil }
            let silence = "not one byte in \(seen.places["seconds"] ?? "") s"
            switch seen.tlsTry {
            case nil, .spokeTLS: return Sighting(silence, ["cause": ""])
            case .nothing:
                return Sighting("\(silence); a second connection that began with TLS got no answer", ["cause": ""])
            case .spoke(let bytes) where seen.isOwnRefusal(bytes):
                let words = "a second connection that began with TLS was answered in clear: \(bytes.quoted)"
                return Sighting(
                    "\(silence); \(words)",
                    fix:
                        "See what it waits for before it greets: name servers that do not answer it, ident (RFC 1413) that a "
                        + "firewall drops, or a PROXY header that is due.",
                    [
                        "cause": "The server is there, for it refuses at once who speaks first; something holds its "
                            + "greeting up, a look-up of this client's name, say."
                    ]
                )
            case .spoke(let bytes) where !seen.plan.service.kind.signatures.contains(where: { $0.fits(bytes) }):
                let words = "a second connection that began with TLS got what is no TLS: \(bytes.quoted)"
                return Sighting("\(silence); \(words)", ["cause": ""])
            case .spoke(let bytes):
                // Who is spoken to first greets, so the server is there and something before it waits.
                let cause =
                    "It comes at once where the client speaks first: a proxy before the server waits for that, to decide "
                    + "where the connection goes."
                let fix =
                    "Give this port a rule of its own in the proxy or load balancer, one that needs neither the client's "
                    + "first bytes nor a PROXY header."
                let words = "a second connection that began with TLS was answered in clear: \(bytes.quoted)"
                return Sighting("\(silence); \(words)", fix: fix, ["cause": cause])
            }
        },
        Rule(one: .greetingSlow) { seen in
            guard let greeted = seen.moments[.greeting], !seen.facts.isRefused else { return nil }
            let before = seen.moments[seen.plan.service.security == .implicit ? .handshake : .connect] ?? .zero
            guard greeted - before > .seconds(5) else { return nil }
            let elapsed = (greeted - before).inSeconds
            let evidence = ["the greeting came after \(elapsed)", seen.tlsTryInWords].compactMap(\.self)
            return Sighting(evidence.joined(separator: "; "), ["elapsed": elapsed])
        },
        Rule(one: .wrongProtocol) { seen in
            guard case .impostor(let what) = seen.ending else { return nil }
            let words: String? = if case .impostor(_, let words)? = seen.facts.trouble { words } else { nil }
            return Sighting(words ?? seen.quotedHead, ["answers": what])
        },
        Rule(one: .wantsImplicitTls) { seen in
            guard seen.ending == .speaksTLS else { return nil }
            let evidence =
                if seen.tlsTry == .spokeTLS {
                    "a second connection that began with TLS was answered in TLS"
                } else if case .wantsTLS(let words)? = seen.facts.trouble {
                    words
                } else {
                    "first bytes: \(seen.headInHex)"
                }
            return Sighting(evidence, ["implicit": ""])
        },
        Rule(one: .notImplicitTls) { seen in
            guard seen.ending == .answeredInClear else { return nil }
            let quote = seen.clearBeforeTLS.quotedLines
            let kind = seen.plan.service.kind
            return Sighting(quote, fix: kind.fixOfClearText(quote), ["meaning": kind.meaningOfClearText(quote)])
        },
        Rule(one: .serviceRefusing) { seen in
            guard case .refused(let words, let meaning)? = seen.facts.trouble else { return nil }
            let who =
                seen.facts.isAnsweredInItsPlace
                ? "Something answers in the server's place, and does not serve."
                : "The server is there and refuses to serve."
            return Sighting(words, fix: seen.facts.remedy, ["who": who, "meaning": meaning ?? ""])
        },
        Rule(one: .malformedReply) { seen in
            guard case .malformed(.unexpected(let text)) = seen.ending else { return nil }
            let port = "port \(seen.plan.target.port)"
            let what =
                seen.facts.isConfirmed
                ? "What answers on \(port) speaks \(seen.plan.service.protocolName), and then breaks its rules."
                : seen.beginsAsExpected
                    ? "What answers on \(port) begins as \(seen.plan.service.protocolName) does, and breaks its rules."
                    : "What answers on \(port) speaks neither \(seen.plan.service.protocolName) "
                        + "nor anything else that portcall knows."
            return Sighting(text.isEmpty ? "(an empty line)" : text, ["what": what])
        },
        Rule(one: .malformedReply) { seen in
            let endings = seen.lineEndings
            guard endings.doubled > 0 else { return nil }
            if case .malformed = seen.ending { return nil }
            // Nothing depends on how the first line ends, which clients read for its code alone.
            let isFirstAlone = endings.lastDoubled == 1
            return Sighting(
                "\(endings.doubled) of \(endings.lines) lines end in CR CR LF",
                severity: isFirstAlone ? .note : .warning,
                fix: "Find what turns line ends into CR LF once more: a text mode of the server or of a program "
                    + "between, or a banner or list that was edited on Windows.",
                [
                    "what":
                        "Lines of the server end in CR CR LF instead of CR LF. A client that takes one CR off reads "
                        + "the other as part of the line: it may not know the word there, nor the end of a list."
                ]
            )
        },
        Rule(one: .limitExceeded) { seen in
            guard case .malformed(.tooLong(let what, let quote)) = seen.ending else { return nil }
            guard seen.layer == .handshake else { return Sighting(quote.isEmpty ? what : quote, ["what": what]) }
            let evidence = "\(seen.handshakeBytes) bytes of the handshake had come"
            return Sighting(evidence, fix: Explanation.fixOfBundle, ["what": what])
        },
        Rule(one: .outOfStep) { seen in
            guard case .outOfStep(let surplus)? = seen.facts.trouble else { return nil }
            return Sighting("unasked: \(surplus.words)", fix: surplus.fix, ["meaning": surplus.meaning])
        },
        Rule(one: .middleboxMasking) { seen in
            guard let sign = seen.signOfMasking else { return nil }
            guard let through = seen.passageThroughMask else {
                return Sighting(
                    sign,
                    ["what": seen.masked("rewrites the dialogue; {upgrade} never gets through it.")]
                )
            }
            return Sighting(
                sign,
                severity: .note,
                fix:
                    "Nothing, as long as TLS comes about; to see the server's own greeting, turn off the mail inspection "
                    + "of that firewall.",
                ["what": seen.masked("rewrites the greeting, or the server itself writes it so; \(through).")]
            )
        },
    ]
}

extension Observation {
    /// A refusal in the form of the protocol expected, whose server speaks first: three digits.
    fileprivate func isOwnRefusal(_ bytes: [UInt8]) -> Bool {
        let kind = plan.service.kind
        return kind.opening.contains(.greeting) && NumberedRefusal(ByteQueue(bytes)) != nil
    }

    /// Something is overwritten, and nothing else is known to be the trouble.
    fileprivate var signOfMasking: String? {
        switch facts.trouble {
        case .masked(let how): how
        case nil: facts.maskedGreeting
        default: nil
        }
    }

    /// How TLS gets past what overwrites; nil where it does not.
    fileprivate var passageThroughMask: String? {
        switch facts.upgrade {
        case _ where plan.service.security == .implicit && tls != nil: "what is said inside TLS it cannot see"
        case .agreed: "{upgrade} came through all the same"
        case .refused, .unknown: facts.trouble == nil ? "{upgrade} is not known to be lost" : nil
        case .notOffered: nil
        }
    }

    fileprivate func masked(_ how: String) -> String {
        "A device between here and the server \(how)".filled(with: places)
    }

    /// Ended before the first byte of an answer in clear, whoever speaks first.
    var isClosedUnanswered: Bool { head.isEmpty && plan.service.security != .implicit }

    fileprivate var headInHex: String {
        Hexadecimal.text(head.prefix(8))
    }
}

extension Observation {
    /// Its first bytes are those of the protocol expected, though not its whole form.
    fileprivate var beginsAsExpected: Bool { plan.service.kind.signatures.contains { $0.fits(head) } }
}

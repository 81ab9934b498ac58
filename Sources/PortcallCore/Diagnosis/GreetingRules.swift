extension Rule {
    static let greeting = [
        Rule(one: .closedBeforeGreeting) { seen in
            guard case .closed(let isReset) = seen.ending, seen.isClosedUnanswered else { return nil }
            return Sighting(seen.closingWords(isReset))
        },
        Rule(one: .silent) { seen in
            guard seen.ending == .timedOut, seen.moments[.connect] != nil, !seen.hasSpoken, seen.head.isEmpty else {
                return nil
            }
            let silence = "not one byte in \(seen.places["seconds"] ?? "") s"
            switch seen.tlsTry {
            case nil, .spokeTLS: return Sighting(silence, ["cause": ""])
            case .nothing:
                return Sighting("\(silence); a second connection that began with TLS got no answer", ["cause": ""])
            case .spoke(let bytes):
                // Who is spoken to first answers, so the server is there and something before it waits.
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
            return Sighting("the greeting came after \(elapsed)", ["elapsed": elapsed])
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
            return Sighting(quote, ["meaning": seen.plan.service.kind.meaningOfClearText(quote)])
        },
        Rule(one: .serviceRefusing) { seen in
            guard case .refused(let words, let meaning)? = seen.facts.trouble else { return nil }
            return Sighting(words, ["meaning": meaning ?? ""])
        },
        Rule(one: .malformedReply) { seen in
            guard case .malformed(.unexpected(let text)) = seen.ending else { return nil }
            let port = "port \(seen.plan.target.port)"
            let what =
                seen.facts.isConfirmed
                ? "What answers on \(port) speaks \(seen.plan.service.protocolName), and then breaks its rules."
                : "What answers on \(port) does not speak \(seen.plan.service.protocolName), "
                    + "and nothing else that portcall knows."
            return Sighting(text.isEmpty ? "(an empty line)" : text, ["what": what])
        },
        Rule(one: .limitExceeded) { seen in
            guard case .malformed(.tooLong(let what, let quote)) = seen.ending else { return nil }
            guard seen.layer == .handshake else { return Sighting(quote.isEmpty ? what : quote, ["what": what]) }
            let evidence = "\(seen.handshakeBytes) bytes of the handshake had come"
            return Sighting(evidence, fix: Explanation.fixOfBundle, ["what": what])
        },
        Rule(one: .middleboxMasking) { seen in
            guard case .masked(let how)? = seen.facts.trouble else { return nil }
            return Sighting(how, ["mask": how])
        },
    ]
}

extension Observation {
    /// Ended before the first byte of an answer in clear, whoever speaks first.
    var isClosedUnanswered: Bool { head.isEmpty && plan.service.security != .implicit }

    fileprivate var headInHex: String {
        Hexadecimal.text(head.prefix(8))
    }
}

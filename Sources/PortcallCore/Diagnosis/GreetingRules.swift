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
            let tried =
                switch seen.tlsTry {
                case nil, .spokeTLS: ""
                case .nothing: "; a second connection that began with TLS got no answer either"
                case .spoke(let bytes):
                    "; a second connection that began with TLS got what is no TLS: \(bytes.quotedLines)"
                }
            return Sighting("not one byte in \(seen.places["seconds"] ?? "") s\(tried)")
        },
        Rule(one: .greetingSlow) { seen in
            guard let greeted = seen.moments[.greeting] else { return nil }
            let before = seen.moments[seen.plan.service.security == .implicit ? .handshake : .connect] ?? .zero
            guard greeted - before > .seconds(5) else { return nil }
            let elapsed = (greeted - before).inSeconds
            return Sighting("the greeting came after \(elapsed)", ["elapsed": elapsed])
        },
        Rule(one: .wrongProtocol) { seen in
            guard case .impostor(let what) = seen.ending else { return nil }
            return Sighting(seen.facts.refusal ?? seen.quotedHead, ["answers": what])
        },
        Rule(one: .wantsImplicitTls) { seen in
            guard seen.ending == .speaksTLS else { return nil }
            let evidence =
                seen.tlsTry == .spokeTLS
                ? "a second connection that began with TLS was answered in TLS"
                : seen.facts.wantsTLSWords ?? "first bytes: \(seen.headInHex)"
            return Sighting(evidence, ["implicit": ""])
        },
        Rule(one: .notImplicitTls) { seen in
            guard seen.ending == .answeredInClear else { return nil }
            let quote = seen.clearBeforeTLS.quotedLines
            return Sighting(quote, ["meaning": seen.plan.service.kind.meaningOfClearText(quote)])
        },
        Rule(one: .serviceRefusing) { seen in
            guard let refusal = seen.facts.refusal, seen.facts.impostor == nil else { return nil }
            return Sighting(refusal, ["meaning": seen.facts.refusalMeaning ?? ""])
        },
        Rule(one: .malformedReply) { seen in
            guard case .malformed(.unexpected(let text)) = seen.ending else { return nil }
            return Sighting(text.isEmpty ? "(an empty line)" : text)
        },
        Rule(one: .limitExceeded) { seen in
            guard case .malformed(.tooLong(let what, let quote)) = seen.ending else { return nil }
            return Sighting(quote, ["what": what])
        },
        Rule(one: .middleboxMasking) { seen in
            seen.facts.mask.map { Sighting($0, ["mask": $0]) }
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

extension Duration {
    /// `7.2 s`.
    var inSeconds: String {
        let tenths = (components.seconds * 10) + components.attoseconds / 100_000_000_000_000_000
        return "\(tenths / 10).\(tenths % 10) s"
    }

    /// Whole milliseconds, rounded.
    var inMilliseconds: Int {
        Int(components.seconds * 1000 + (components.attoseconds + 500_000_000_000_000) / 1_000_000_000_000_000)
    }
}

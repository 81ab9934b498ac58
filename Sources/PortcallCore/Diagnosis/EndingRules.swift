extension Rule {
    /// How a call ended that had a connection.
    static let ending = [
        Rule(one: .timeout) { seen in
            guard seen.ending == .timedOut, seen.moments[.connect] != nil || !seen.canDial else { return nil }
            guard seen.hasSpoken || !seen.head.isEmpty || !seen.canDial else { return nil }
            guard !seen.isClosedForLackOfOurs, seen.silence == nil else { return nil }
            return seen.delay.sighting(advice: seen.facts.remedy)
        },
        Rule(one: .closedEarly) { seen in
            guard case .closed(let isReset) = seen.ending, !seen.isClosedUnanswered else { return nil }
            guard !seen.isClosedForLackOfCertificate, !seen.isClosedForLackOfOurs else { return nil }
            let how = seen.closingWords(isReset)
            let evidence = seen.unfinished.isEmpty ? how : "\(how) This had come: \(seen.unfinished.quoted)"
            guard seen.layer == .tls, !seen.spokeInsideTLS else {
                let stage = seen.stageReached.rawValue
                let what =
                    "The server ended the connection in mid-dialogue, at the stage \(stage), before \(seen.awaited) came."
                return Sighting(evidence, fix: seen.facts.remedy, ["what": what])
            }
            let what =
                "TLS is up, and then the connection ends before one byte of \(seen.plan.service.protocolName) comes: the "
                + "service behind it crashes, or what ends TLS there (a load balancer, a proxy) cannot reach it."
            return Sighting(evidence, fix: seen.facts.remedy ?? Delay.fixBehindTLS, ["what": what])
        },
    ]
}

extension Observation {
    func closingWords(_ isReset: Bool) -> String {
        let how = isReset ? "The connection was reset" : "The server closed the connection"
        return "\(how) while portcall waited for \(awaited)."
    }

    /// Where the time went.
    fileprivate var delay: Delay {
        guard canDial else { return .lookUp }
        guard plan.service.transport == .tcp else {
            return .datagram(seconds: places["seconds"] ?? "", came: head)
        }
        switch layer {
        case .handshake where handshakeBytes > 0: return .firstFlight(bytes: handshakeBytes)
        case .handshake:
            guard let smallHello, smallHello.isAnswered else {
                return .hello(smallHello, instead: isImplicit ? plan.service.protocolName : nil)
            }
            return .largeHello(smallHello)
        case .tls where !spokeInsideTLS && plan.service.kind.opening.contains(.greeting): return .greetingInsideTLS
        case .clear, .tls: return .answer(unfinished)
        }
    }

    private var isImplicit: Bool { plan.service.security == .implicit }
}

/// What was waited for when the time was up, which says where to look.
private enum Delay {
    case lookUp
    /// What had come, and was no answer to what was asked.
    case datagram(seconds: String, came: [UInt8])
    /// Our ClientHello, and what a smaller one met; what the port may speak in clear instead, unless it had agreed to TLS.
    case hello(SmallHello?, instead: String?)
    /// The usual ClientHello, where a smaller one was answered.
    case largeHello(SmallHello)
    /// What the server had begun to send.
    case firstFlight(bytes: Int)
    case greetingInsideTLS
    /// Any other answer, of which this had come.
    case answer([UInt8])

    static let fixBehindTLS =
        "Look at the service behind the load balancer or proxy that ends TLS on this port, and at its log."

    /// - Parameter advice: what the dialogue knows better.
    /// - Returns: the evidence, with the fix and the cause that fit it.
    func sighting(advice: String?) -> Sighting { Sighting(evidence, fix: advice ?? fix, ["cause": cause]) }

    private var cause: String {
        switch self {
        case .lookUp: "The name servers of this machine do not answer."
        case .datagram(_, let came) where came.isEmpty:
            "No datagram comes back: a firewall drops them on the way, or nothing there answers."
        case .datagram: "Datagrams come, and none of them answers what was asked."
        case .hello(_, let name?):
            "Not one byte answers the ClientHello: a port that speaks \(name) without TLS stays silent like that, and so "
                + "does a firewall that lets only the handshake of TCP through."
        case .hello:
            "The server agrees to TLS, and then not one byte answers the ClientHello: it hangs, or a device on the way "
                + "holds TLS up."
        case .largeHello:
            "A ClientHello of today's size and with TLS 1.3 is not answered, and a smaller one with TLS 1.2 alone is: "
                + "the server, or a device before it, cannot take what today's clients send."
        case .firstFlight:
            "The server begins its handshake and the rest never comes: most likely large packets are lost on the way, "
                + "as where the MTU of a tunnel is smaller than both ends believe."
        case .greetingInsideTLS:
            "TLS is up, and nobody greets: what answers waits for the client to speak first, as a web server waits for "
                + "a request, or the service behind it hangs."
        case .answer: ""
        }
    }

    private var evidence: String {
        switch self {
        case .lookUp: "the look-up of the name did not end"
        case .datagram(let seconds, let came) where came.isEmpty:
            "asked again and again for \(seconds) s, and no datagram came"
        case .datagram(_, let came): "the first that came: \(came.quoted)"
        case .hello(let small, _):
            "not one byte came after the ClientHello" + (small.map { "; \(Observation.words(of: $0))" } ?? "")
        case .largeHello(let small): "not one byte came after the ClientHello; \(Observation.words(of: small))"
        case .firstFlight(let bytes): "\(bytes) bytes of the server's handshake came, and then nothing"
        case .greetingInsideTLS: "not one byte came inside TLS"
        case .answer(let bytes) where bytes.isEmpty: "not one byte of it came"
        case .answer(let bytes): "this had come of it: \(bytes.quoted)"
        }
    }

    private var fix: String? {
        switch self {
        case .lookUp: "Look at the name servers of this machine."
        case .datagram:
            "Look for a firewall between that drops UDP port {port}, and on the server whether something listens there."
        case .hello(_, _?):
            "See whether this port speaks {protocol} without TLS; then look for a firewall that drops or inspects TLS."
        case .hello: "Look at the server's log, and for a firewall on the way that inspects TLS."
        case .largeHello: "Update the server, or the load balancer or firewall before it that inspects TLS."
        case .firstFlight:
            "Let ICMP 'fragmentation needed' and 'packet too big' through on the way, or clamp the MSS of TCP where the "
                + "tunnel begins."
        case .greetingInsideTLS:
            "Look at where this port is forwarded to, and whether the service behind what ends TLS there is alive."
        case .answer: nil
        }
    }
}

extension Observation {
    /// What a smaller ClientHello met, as part of a sentence.
    static func words(of small: SmallHello) -> String {
        let one = "one more connection with a smaller ClientHello (TLS 1.2 alone)"
        return switch small {
        case .answered: "\(one) was answered"
        case .alert(let alert): "\(one) was answered by the alert \(alert)"
        case .clear(let bytes): "\(one) was answered by what is no TLS: \(bytes.quoted)"
        case .nothing: "\(one) got no answer either"
        }
    }
}

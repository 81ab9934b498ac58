extension Call.Event {
    /// Reads what stands after `--`; nil for what is no event.
    init?(_ word: String, _ argument: String) {
        switch word {
        case "resolved": self = .resolved(argument.split(separator: " ").map(String.init))
        case "resolve-failed": self = .resolveFailed(argument)
        case "failed":
            guard let attempt = Attempt(argument) else { return nil }
            self = .attemptFailed(attempt)
        case "unreachable": self = .unreachable
        case "connected":
            let words = argument.split(separator: " ").map(String.init)
            guard words.count >= 2, let port = words.count > 2 ? Int(words[2]) : Endpoint.unknownPort else {
                return nil
            }
            self = .connected(address: words[0], local: Endpoint(words[1], port))
        case "tls":
            guard let facts = TLSFacts(argument) else { return nil }
            self = .secured(facts)
        case "tls-began": self = .tlsBegan
        case "handshake-failed":
            guard let failure = HandshakeFailure(argument) else { return nil }
            self = .handshakeFailed(failure)
        case "resumable": self = .resumable
        case "renegotiation": self = .renegotiationAsked
        case "small-hello":
            guard let result = SmallHello(argument) else { return nil }
            self = .smallHelloTried(result)
        case "tls-try":
            guard let result = TLSTry(argument) else { return nil }
            self = .tlsTried(result)
        case "closed": self = .closed(isReset: false)
        case "reset": self = .closed(isReset: true)
        case "timeout": self = .timedOut
        case "interrupted": self = .interrupted
        default: return nil
        }
    }

    /// What stands after `--`; nil for what a transcript shows in another way.
    var text: String? {
        switch self {
        case .resolved(let addresses): "resolved \(addresses.joined(separator: " "))"
        case .resolveFailed(let reason): "resolve-failed \(reason.escaped)"
        case .attemptFailed(let attempt): "failed \(attempt.text)"
        case .unreachable: "unreachable"
        case .connected(let address, let local):
            "connected \(address) \(local.address)" + (local.port == Endpoint.unknownPort ? "" : " \(local.port)")
        case .tlsBegan: "tls-began"
        case .secured(let facts): "tls \(facts.text)"
        case .handshakeFailed(let failure): "handshake-failed \(failure.text)"
        case .resumable: "resumable"
        case .renegotiationAsked: "renegotiation"
        case .tlsTried(let result): "tls-try \(result.text)"
        case .smallHelloTried(let result): "small-hello \(result.text)"
        case .closed(let isReset): isReset ? "reset" : "closed"
        case .timedOut: "timeout"
        case .interrupted: "interrupted"
        case .received, .woke: nil
        }
    }
}

extension Attempt {
    /// `192.0.2.1 refused`, `2001:db8::1 no-route Network is unreachable`.
    fileprivate init?(_ text: String) {
        let (address, rest) = text.cut(at: " ")
        let (word, reason) = rest.cut(at: " ")
        let failure: Failure? =
            switch word {
            case "refused": .refused(Attempt.Refusal(reason))
            case "forbidden": .forbidden(reason)
            case "timed-out": .timedOut
            case "no-route": .noRoute(reason)
            case "no-family": .noFamily(reason)
            case "reset": .reset
            case "other": .other(reason)
            default: nil
            }
        guard let failure else { return nil }
        self.init(address: address, failure: failure)
    }

    fileprivate var text: String {
        let how =
            switch failure {
            case .refused(let refusal): "refused \(refusal.text)".trimmedAtEnd
            case .forbidden(let message): "forbidden \(message)"
            case .timedOut: "timed-out"
            case .noRoute(let reason): "no-route \(reason)"
            case .noFamily(let reason): "no-family \(reason)"
            case .reset: "reset"
            case .other(let reason): "other \(reason)"
            }
        return "\(address) \(how)".escaped
    }
}

extension Attempt.Refusal {
    /// Nothing, `reset`, or the ICMP message in words.
    fileprivate init(_ text: String) {
        switch text {
        case "": self = .untold
        case "reset": self = .reset
        default: self = .icmp(text)
        }
    }

    fileprivate var text: String {
        switch self {
        case .untold: ""
        case .reset: "reset"
        case .icmp(let message): message
        }
    }
}

extension TLSTry {
    fileprivate init?(_ text: String) {
        let (word, rest) = text.cut(at: " ")
        switch word {
        case "tls": self = .spokeTLS
        case "nothing": self = .nothing
        case "clear":
            guard let bytes = Hexadecimal.bytes(rest) else { return nil }
            self = .spoke(bytes)
        default: return nil
        }
    }

    fileprivate var text: String {
        switch self {
        case .spokeTLS: "tls"
        case .spoke(let bytes): "clear \(Hexadecimal.text(bytes))"
        case .nothing: "nothing"
        }
    }
}

extension SmallHello {
    fileprivate init?(_ text: String) {
        let (word, rest) = text.cut(at: " ")
        switch word {
        case "answered": self = .answered
        case "nothing": self = .nothing
        case "alert":
            guard let code = UInt8(rest) else { return nil }
            self = .alert(TLSAlert(code: code))
        case "clear":
            guard let bytes = Hexadecimal.bytes(rest) else { return nil }
            self = .clear(bytes)
        default: return nil
        }
    }

    fileprivate var text: String {
        switch self {
        case .answered: "answered"
        case .alert(let alert): "alert \(alert.code)"
        case .clear(let bytes): "clear \(Hexadecimal.text(bytes))"
        case .nothing: "nothing"
        }
    }
}

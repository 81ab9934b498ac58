extension Observation {
    /// Its name has no address, so that nobody was called.
    var isUnresolved: Bool { if case .resolveFailed = ending { true } else { false } }

    /// Every connection that was made besides the first, and what came of it; each a sentence without its stop.
    var furtherConnections: [String] {
        [askedFor, redialing, tlsTryInWords, smallHello.map(Self.words)].compactMap(\.self)
    }

    private var askedFor: String? {
        plan.keyKind.map { "one of two connections: this one asked for a certificate with an \($0.title) key alone" }
    }

    private var redialing: String? {
        guard connections > 1 else { return nil }
        let cause = facts.causeOfRedialing ?? "for the server ended them before all was asked"
        return "\(connections) connections one after the other, \(cause)"
    }

    var tlsTryInWords: String? {
        guard hasTriedTLS else { return nil }
        let one = "a second connection that began with TLS"
        return switch tlsTry {
        case nil: "\(one), not waited for"
        case .spokeTLS: "\(one) was answered in TLS"
        case .spoke(let bytes): "\(one) got what is no TLS: \(bytes.quoted)"
        case .nothing: "\(one) got no answer"
        }
    }
}

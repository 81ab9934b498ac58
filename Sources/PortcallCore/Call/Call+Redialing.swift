extension Call {
    /// The most connections of one call, the TLS try aside.
    package static let connectionLimit = 16

    /// The dialogue goes on over one more connection to the same address.
    mutating func reconnect() -> [Action] {
        guard observation.connections < Self.connectionLimit else { return end(.hungUp) }
        phase = .redialing
        isSecured = false
        observation.renegotiationAsked = false
        input.removeAll()
        return [.reconnect]
    }

    /// The caller has to connect once more.
    package var wantsConnection: Bool { if case .redialing = phase { true } else { false } }

    /// The one more connection is up.
    mutating func reopen() -> [Action] {
        observation.connections += 1
        guard observation.plan.service.security != .implicit else { return startTLS() }
        phase = .talking
        return converse()
    }
}

extension Call {
    /// Lets the dialogue take steps until it has to wait.
    mutating func converse(after bytes: [UInt8] = []) -> [Action] {
        var actions: [Action] = []
        do throws(Malformed) {
            try input.append(bytes)
            if let impostor = impostorAtFirstByte { return end(impostor) }
            guard bytes.isEmpty || isWorthReading(bytes) else { return [] }
            while true {
                let step = try dialogue.next(&input)
                noteProgress()
                switch step {
                case .listen: return actions
                case .send(let bytes):
                    observation.hasSpoken = true
                    actions.append(.send(bytes))
                case .startTLS: return actions + startTLS()
                case .part(let bytes): return actions + part(bytes)
                }
            }
        } catch {
            return actions + end(diagnosis(of: error))
        }
    }

    /// A codec is asked again only once what it waits for can have come, or can no longer come.
    private func isWorthReading(_ bytes: [UInt8]) -> Bool {
        bytes.contains(UInt8(ascii: "\n")) || input.count > ByteQueue.lineLimit
    }

    private mutating func noteProgress() {
        let facts = dialogue.facts
        observation.facts = facts
        if facts.greeting != nil { stamp(.greeting) }
        if facts.capabilities != nil { stamp(.capabilities) }
        if facts.capabilitiesAfterTLS != nil { stamp(.capabilitiesAfterTLS) }
    }

    private mutating func part(_ goodbye: [UInt8]) -> [Action] {
        if let impostor = observation.facts.impostor { return [.send(goodbye)] + end(.impostor(impostor)) }
        phase = .parting
        return [.send(goodbye), .wake(after: Self.grace)]
    }

    /// A protocol that no line feed announces, seen by its first bytes.
    private var impostorAtFirstByte: Ending? {
        guard !observation.hasSpoken, observation.tls == nil else { return nil }
        if TLSRecord.begins(observation.head) { return .speaksTLS }
        return Recognition.binary(observation.head).map { .impostor($0) }
    }

    /// What answers where the expected protocol does not: another one that is known, or something malformed.
    func diagnosis(of error: Malformed) -> Ending {
        guard observation.facts.greeting == nil, case .unexpected = error else { return .malformed(error) }
        let kind = observation.plan.service.protocolName
        return Recognition.text(observation.head, expecting: kind).map { .impostor($0) } ?? .malformed(error)
    }

    /// What to make of the time being up that we asked for.
    mutating func wake() -> [Action] {
        switch phase {
        case .parting: return end(.hungUp)
        case .securing where !observation.clearBeforeTLS.isEmpty: return endWithoutTLS()
        case .talking where observation.head.isEmpty && !observation.hasSpoken && observation.tlsTry == nil:
            return [.tryTLS]
        case .talking where observation.facts.greeting == nil && !observation.hasSpoken && !isReplyPlausible:
            return end(diagnosis(of: .unexpected(observation.quotedHead)))
        case .reaching, .talking, .askingWhy, .securing, .handshaking, .over: return []
        }
    }

    /// A text protocol's half-received answer; anything else never gets a line ending.
    var isReplyPlausible: Bool {
        (observation.head.isEmpty || observation.head.isText)
            && Recognition.text(observation.head, expecting: observation.plan.service.protocolName) == nil
    }

    /// The other connection's answer settles the call only where the first one has said nothing.
    mutating func weigh(_ result: TLSTry) -> [Action] {
        observation.tlsTry = result
        guard observation.head.isEmpty else { return [] }
        switch result {
        case .spokeTLS: return end(.speaksTLS)
        case .spoke(let bytes):
            let kind = observation.plan.service.protocolName
            guard let other = Recognition.binary(bytes) ?? Recognition.text(bytes, expecting: kind) else { break }
            observation.head = Array(bytes.prefix(Self.headLimit))
            return end(.impostor(other))
        case .nothing: break
        }
        guard case .askingWhy(let isReset) = phase else { return [] }
        return end(.closed(isReset: isReset))
    }
}

extension Observation {
    /// The ladder: what was planned, in order, and how far it went.
    public var stages: [Stage] {
        var stages: [Stage] = []
        var before = Duration.zero
        var isOver = false
        for name in ladder {
            let outcome = isOver ? .skipped : outcome(of: name)
            if outcome == .failed, name != .name, name != .trust { isOver = true }
            let moment = moments[name] ?? (outcome == .failed ? ended : nil)
            let takesTime = name != .name && name != .trust && outcome != .skipped
            stages.append(
                Stage(
                    name: name,
                    outcome: outcome,
                    duration: takesTime ? moment.map { max(.zero, $0 - before) } : nil,
                    detail: detail(of: name, outcome)
                )
            )
            if takesTime, let moment { before = moment }
        }
        return stages
    }

    /// The first stage that was not reached or failed: where the eye should go.
    package var stageReached: Stage.Name {
        ladder.first { $0 != .name && $0 != .trust && moments[$0] == nil } ?? plan.service.kind.opening.last ?? .connect
    }

    private var ladder: [Stage.Name] {
        let name: [Stage.Name] = if case .name = plan.target.host { [.resolve] } else { [] }
        let reach = name + (plan.service.transport == .tcp ? [.connect] : [])
        let opening = plan.service.kind.opening
        let secured: [Stage.Name] = [.handshake, .name, .trust]
        return switch plan.service.security {
        case .none: reach + opening
        case .implicit: reach + secured + opening.map { $0 == .capabilities ? .capabilitiesAfterTLS : $0 }
        case .upgrade:
            reach + opening + [.starttls] + secured + (opening.contains(.capabilities) ? [.capabilitiesAfterTLS] : [])
        }
    }

    /// Name and trust are the chain's; of its own stages the dialogue has told; the others are reached or not.
    ///
    /// What the dialogue has told counts even where the call ended badly later: a refusal that was heard is what the
    /// operator must see, and not the reset that followed it. Only of a stage that nobody has told anything of does the
    /// end of the call decide: a goodbye leaves it out, anything else broke off in it.
    private func outcome(of name: Stage.Name) -> Stage.Outcome {
        switch name {
        case .name: return tls?.chain.nameOutcome ?? .skipped
        case .trust: return tls?.chain.trustOutcome ?? .skipped
        case .resolve, .connect, .greeting, .capabilities, .starttls, .handshake, .capabilitiesAfterTLS, .answer:
            if let report = facts.stages[name] { return report.outcome }
            // Who had addresses to try had the name resolved.
            if name == .resolve, !attempts.isEmpty { return .passed }
            guard moments[name] == nil else { return .passed }
            return ending == .hungUp || silence != nil ? .skipped : .failed
        }
    }

    private func detail(of name: Stage.Name, _ outcome: Stage.Outcome) -> String {
        if let report = facts.stages[name], report.outcome == outcome { return report.detail }
        guard outcome != .skipped else {
            let isUnjudged = (name == .name || name == .trust) && tls?.chain.certificates.isEmpty == true
            if isUnjudged { return "no certificate is recorded" }
            return name == plan.service.kind.opening.first && silence != nil ? "none came, and none need come" : ""
        }
        switch name {
        case .resolve where outcome == .passed:
            return (addresses.isEmpty ? attempts.map(\.address) : addresses).joined(separator: ", ")
        case .connect where outcome == .passed: return address.map { "\($0.bracketed):\(plan.target.port)" } ?? ""
        case .handshake where outcome == .passed: return tls?.summary ?? ""
        case .name:
            let words = tls?.chain.nameDetail(for: plan.serverName) ?? ""
            let isAnother = outcome == .passed && plan.serverName != plan.target.host.serverName
            return isAnother ? "\(words), which was looked for instead of \(plan.target.host.text)" : words
        case .trust: return tls?.chain.trustDetail ?? ""
        case .resolve, .connect, .greeting, .capabilities, .starttls, .handshake, .capabilitiesAfterTLS, .answer:
            return failureDetail
        }
    }

    private var failureDetail: String {
        switch ending {
        case .hungUp: ""
        case .resolveFailed(let reason): reason
        case .unreachable: attempts.map { "\($0.address): \($0.failure.words)" }.joined(separator: ", ")
        case .closed(let isReset): isReset ? "the connection was reset" : "the server closed the connection"
        case .timedOut: "no answer in time"
        case .interrupted: "interrupted"
        case .handshakeFailed(let failure): failure.cause.summary
        case .tlsEnded(let failure): failure.cause.summaryInsideTLS
        case .answeredInClear: "answered in clear: \(quotedHead)"
        case .speaksTLS: "the port speaks TLS from the first byte"
        case .impostor(let what): "\(what) answers"
        case .malformed(.unexpected(let text)): text
        case .malformed(.tooLong(let what, _)): what
        }
    }
}

extension TLSFacts {
    var summary: String {
        "\(version) \(cipher)" + (group.map { ", \($0)" } ?? "")
    }
}

extension HandshakeFailure.Cause {
    /// In a few words, of what came once TLS was up.
    fileprivate var summaryInsideTLS: String {
        guard case .notTLS(let bytes) = self else { return "TLS ended: \(summary)" }
        return "TLS ended, and what came next is none: \(ByteQueue.quote(bytes.trimmed, limit: 60))"
    }

    /// In a few words.
    var summary: String {
        switch self {
        case .alertReceived(let alert): "the server sent the alert \(alert)"
        case .rejected(let reason, _): reason
        case .unreadableCertificate: "a certificate that cannot be decoded"
        case .tooLong(let what): what
        case .notTLS(let bytes): "no TLS came: \(ByteQueue.quote(bytes.trimmed, limit: 60))"
        }
    }
}

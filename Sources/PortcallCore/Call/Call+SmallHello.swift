/// What a ClientHello offers.
package enum Hello: Sendable {
    /// Whatever an old or a new server may want; padded past the lengths at which old load balancers hang.
    case usual
    /// TLS 1.2 alone and three suites, below 256 bytes unless the name sent is long.
    case small
}

/// What was said to a ClientHello below 256 bytes, where nothing had been to the usual one.
public enum SmallHello: Equatable, Sendable {
    /// A handshake went on.
    case answered
    /// A fatal alert, which is an answer too.
    case alert(TLSAlert)
    /// What it said in clear.
    case clear([UInt8])
    /// Closed, refused or silent.
    case nothing
}

extension Call {
    /// How long a server may leave our ClientHello unanswered before a smaller one is tried, at the most.
    private static let stallPatience = Duration.seconds(4)

    /// To be set before the ClientHello goes out; nothing where that is the smaller one already.
    var stallAlarm: [Action] {
        guard !endsWithTLS, !hasTriedSmallHello else { return [] }
        let third = (observation.plan.timeout - now) / 3
        return [.wake(after: min(Self.stallPatience, max(.seconds(1), third)))]
    }

    /// Not one byte has come: whether a smaller ClientHello is answered tells those who cannot take ours from silence.
    mutating func trySmallHello() -> [Action] {
        guard !hasTriedSmallHello, !endsWithTLS else { return [] }
        hasTriedSmallHello = true
        return [.trySmallHello]
    }

    /// The one more connection with a smaller ClientHello; it ends with the first thing that is said to that.
    package init(withSmallHello call: Call) {
        self.init(call.observation.plan)
        endsWithTLS = true
        hello = .small
    }
}

extension SmallHello {
    /// What that call saw.
    package init(_ seen: Observation) {
        if seen.tlsBegan {
            let isAlert = seen.head.first == 0x15 && seen.head.count > 6
            self = isAlert ? .alert(TLSAlert(code: seen.head[6])) : .answered
        } else if !seen.clearBeforeTLS.isEmpty {
            self = .clear(Array(seen.clearBeforeTLS.prefix(Call.headLimit)))
        } else {
            self = .nothing
        }
    }

    /// The server, or what stands before it, answers this one and not the usual one.
    var isAnswered: Bool {
        switch self {
        case .answered, .alert: true
        case .clear, .nothing: false
        }
    }
}

/// Lets so many calls a second begin, evenly: in no second more of them than that, and no burst after a pause.
package struct Pace: Sendable {
    /// What a late timer may be made up for.
    private static let patience = Duration.milliseconds(50)
    private static let second = Duration.seconds(1)

    private let interval: Duration
    /// When the last calls began, as many as a second may have; `next` is the oldest.
    private var begun: [Duration]
    private var next = 0
    private let limit: Int
    private var due = Duration.zero

    /// - Parameter limit: calls a second, at least one.
    package init(_ limit: Int) {
        self.limit = max(1, limit)
        interval = Self.second / max(1, limit)
        begun = []
    }

    /// How long to wait before the next call may begin; nil where it may now.
    ///
    /// - Parameter now: since the sweep began.
    package func delay(at now: Duration) -> Duration? {
        let earliest = max(due, begun.count < limit ? .zero : begun[next] + Self.second)
        return now >= earliest ? nil : earliest - now
    }

    /// A call begins.
    package mutating func begin(at now: Duration) {
        if begun.count < limit {
            begun.append(now)
        } else {
            begun[next] = now
            next = (next + 1) % limit
        }
        due = max(due, now - Self.patience) + interval
    }
}

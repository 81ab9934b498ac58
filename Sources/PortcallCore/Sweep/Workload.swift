/// Which of several event loops takes the next call: none that is behind with those it has.
///
/// A loop that is behind hears an answer long after it came, and the server would be blamed for it. So each takes a
/// portion of calls, and then none before it was asked whether it keeps up and answered in time.
package struct Workload: Sendable {
    /// How many calls a loop takes before it is asked.
    package static let portion = 32
    /// How late a loop may answer that keeps up: far less than any delay that a server is blamed for.
    package static let patience = Duration.milliseconds(100)

    /// What each has taken since it last kept up; as many as a portion where it is being asked.
    private var taken: [Int]
    private var turn = 0

    /// - Parameter loops: how many there are.
    package init(loops: Int) {
        taken = Array(repeating: 0, count: max(1, loops))
    }

    /// Some loop takes another call.
    package var hasPlace: Bool { taken.contains { $0 < Self.portion } }

    /// The next loop, one after the other, takes a call.
    ///
    /// - Returns: which, and whether it is to be asked now; nil where all are being asked.
    package mutating func take() -> (loop: Int, isToBeAsked: Bool)? {
        for _ in taken.indices {
            turn = (turn + 1) % taken.count
            guard taken[turn] < Self.portion else { continue }
            taken[turn] += 1
            return (turn, taken[turn] == Self.portion)
        }
        return nil
    }

    /// A loop has answered, so long after it was asked; returns whether it is to be asked again, for it is behind.
    package mutating func answered(_ loop: Int, after delay: Duration) -> Bool {
        guard delay <= Self.patience else { return true }
        taken[loop] = 0
        return false
    }
}

extension Call {
    /// One message is one datagram.
    var isDatagram: Bool { observation.plan.service.transport == .udp }

    /// What was said last, and how often it was said again.
    struct Repetition: Sendable {
        /// How long to wait for an answer before each repetition, and after the last one.
        static let pauses: [Duration] = [.seconds(1), .seconds(2), .seconds(4)]

        let bytes: [UInt8]
        var count = 0

        init(of bytes: [UInt8]) {
            self.bytes = bytes
        }
    }

    /// A datagram may be lost: it is sent three times at most, and then there is no answer.
    mutating func sayAgain() -> [Action] {
        guard var last = repetition else { return [] }
        last.count += 1
        repetition = last
        guard last.count < Repetition.pauses.count else { return end(.timedOut) }
        return [.send(last.bytes), .wake(after: Repetition.pauses[last.count])]
    }
}

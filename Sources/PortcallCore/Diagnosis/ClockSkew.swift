/// How a difference between two clocks is told.
enum ClockSkew {
    /// Seconds that Kerberos bears.
    static let tolerated = 300

    /// What fills the places of the words, where the server is that many seconds ahead.
    static func places(_ seconds: Int) -> [String: String] {
        let much = abs(seconds)
        let words =
            switch much {
            case ..<600: "\(much) seconds"
            case ..<7200: "\(much / 60) minutes"
            case ..<172_800: "\(much / 3600) hours"
            default: "\(much / 86_400) days"
            }
        return ["skew": words, "direction": seconds < 0 ? "behind" : "ahead of"]
    }
}

extension Observation {
    /// How many seconds the server's clock is ahead of ours, to the nearest.
    ///
    /// Clocks show whole seconds: cut off instead, a call of 1 ms would make 359 seconds of 360.
    ///
    /// - Parameters:
    ///   - theirs: what it showed.
    ///   - moment: when that came, since the call began.
    /// - Returns: negative where it is behind.
    func skew(of theirs: Timestamp, at moment: Duration) -> Int {
        let milliseconds = theirs.milliseconds - plan.started.milliseconds - Int64(moment.inMilliseconds)
        return Int((Double(milliseconds) / 1000).rounded())
    }
}

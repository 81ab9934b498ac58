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
            case ..<7170: "\(nearest(much, 60)) minutes"
            case ..<172_800: "\(nearest(much, 3600)) hours"
            default: "\(nearest(much, 86_400)) days"
            }
        return [
            "skew": words, "direction": seconds < 0 ? "behind" : "ahead of",
            "hint": isOfTimeZone(much) ? "Whole hours are the mark of a wrong time zone, or of summer time." : "",
        ]
    }

    private static func nearest(_ seconds: Int, _ unit: Int) -> Int { (seconds + unit / 2) / unit }

    /// Time zones are whole hours apart, at most 14 from Greenwich; a minute is what clocks differ by besides.
    private static func isOfTimeZone(_ seconds: Int) -> Bool {
        let hours = nearest(seconds, 3600)
        return (1...26).contains(hours) && abs(seconds - hours * 3600) <= 60
    }
}

extension Observation {
    /// Both clocks at the moment when the server showed its own.
    ///
    /// - Parameters:
    ///   - clock: where and what the server's showed, as it said it.
    ///   - moment: when that came, since the call began.
    /// - Returns: the evidence.
    func evidence(ofClock clock: String, at moment: Duration) -> String {
        let ours = Timestamp(milliseconds: plan.started.milliseconds + Int64(moment.inMilliseconds))
        return "\(clock); this machine's clock: \(ours)"
    }

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

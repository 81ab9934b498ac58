/// Why nothing more is known of a service than that its port is open, where its server does not say a word.
///
/// Its kind states it: then an open port that stays silent is `not-probeable`, and neither `silent` nor a `timeout`,
/// however long was waited. Whatever does come there is read as everywhere else.
package struct Silence: Equatable, Sendable {
    /// Why nothing more can be asked, in a sentence.
    let reason: String
    /// What was tried instead, in a sentence.
    let tried: String

    package init(_ reason: String, tried: String) {
        self.reason = reason
        self.tried = tried
    }
}

extension Observation {
    /// The port is open, nothing came, and of its service nothing else was to be had.
    var silence: Silence? {
        guard let silence = plan.service.kind.silence, address != nil, head.isEmpty, !facts.isConfirmed else {
            return nil
        }
        return ending == .hungUp || ending == .timedOut ? silence : nil
    }
}

extension Rule {
    static let notProbeable = Rule(one: .notProbeable) { seen in
        guard let silence = seen.silence else { return nil }
        return Sighting(
            "not one byte came in \(seen.ended.inSeconds)",
            ["reason": silence.reason, "tried": silence.tried]
        )
    }
}

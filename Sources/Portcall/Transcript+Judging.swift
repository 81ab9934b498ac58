public import PortcallCore
internal import PortcallTLS

extension Transcript {
    /// Plays the call again and judges it; its chain is judged for real, against the roots it names.
    ///
    /// - Parameter read: gives the text of a PEM file that the transcript names.
    /// - Returns: the verdict on it.
    /// - Throws: what `read` throws, or that this machine has no trusted roots and the transcript names none.
    public func judged(reading read: (String) throws -> String) throws -> Verdict {
        Verdict(try play(reading: read).observation)
    }

    /// Plays the call again, at most `chunk` bytes at a time.
    package func play(chunk: Int = .max, reading read: (String) throws -> String) throws -> Performance {
        try play(chunk: chunk) { facts in
            guard let chain else { return facts }
            let judge = ChainJudge(roots: try trustRoots(read))
            var facts = facts
            facts.chain = judge.judge(
                pem: try chain.text(read),
                name: plan.serverName,
                at: plan.judgedAt
            )
            return facts
        }
    }

    private func trustRoots(_ read: (String) throws -> String) throws -> TrustRoots {
        guard let roots else { return try TrustRoots(nil) }
        return try TrustRoots(pem: try roots.text(read))
    }
}

extension CheckupTranscript {
    /// Plays all calls again and judges each, and then what they come to together.
    ///
    /// - Parameter read: gives the text of a PEM file that a call names.
    /// - Returns: the verdicts in the order of the calls; a summary where the calls belong together.
    /// - Throws: as `Transcript.judged(reading:)`.
    public func judged(
        reading read: (String) throws -> String
    ) throws -> (verdicts: [Verdict], summary: CheckupSummary?) {
        try play { try $0.judged(reading: read) }
    }
}

extension Transcript.Source {
    fileprivate func text(_ read: (String) throws -> String) throws -> String {
        switch self {
        case .file(let path): try read(path)
        case .pem(let text): text
        }
    }
}

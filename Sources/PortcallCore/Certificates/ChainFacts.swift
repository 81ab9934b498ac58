/// A chain as it was presented, by a server or in a file, and what was made of it.
public struct ChainFacts: Equatable, Sendable {
    /// As presented, leaf first.
    public var certificates: [Certificate]
    /// What is wrong with them, and what they lead to.
    public var judgement: ChainJudgement

    package init(certificates: [Certificate] = [], judgement: ChainJudgement = ChainJudgement()) {
        self.certificates = certificates
        self.judgement = judgement
    }

    /// The server's own.
    public var leaf: Certificate? { certificates.first }
}

extension ChainFacts {
    var nameOutcome: Stage.Outcome { judgement.nameMatches.map { $0 ? .passed : .failed } ?? .skipped }

    /// Skipped where no certificate is there to be judged.
    var trustOutcome: Stage.Outcome {
        guard judgement.isVerified else { return .failed }
        return certificates.isEmpty ? .skipped : .passed
    }

    func nameDetail(for name: ServerName) -> String {
        guard judgement.nameMatches == false else { return name.text }
        guard let leaf else { return "no certificate" }
        let names = leaf.names.dns + leaf.names.ip
        return names.isEmpty ? "the certificate names no host" : "the certificate is for \(names.listed(most: 3))"
    }

    var trustDetail: String {
        guard let problem = judgement.problems.first(where: { $0.kind.spoilsTrust }) else {
            let path = judgement.path.joined(separator: " ← ")
            return judgement.path.count == 1 ? "\(path), itself among the trusted ones" : path
        }
        return problem.sentence
    }
}

/// A file with a chain, as it was read and judged, without a call.
public struct ChainFile: Sendable {
    /// As typed.
    public let name: String
    /// When it was judged.
    public let started: Timestamp
    /// By what it was judged.
    public let criteria: Criteria
    /// What the file has, and what was made of it.
    public let chain: ChainFacts
    /// The line where a private key begins, which is in the file too.
    public let keyLine: Int?
    /// The key that shall go with it; nil where none was given.
    public let key: KeyFile?

    package init(
        name: String,
        started: Timestamp,
        criteria: Criteria,
        chain: ChainFacts,
        keyLine: Int? = nil,
        key: KeyFile? = nil
    ) {
        self.name = name
        self.started = started
        self.criteria = criteria
        self.chain = chain
        self.keyLine = keyLine
        self.key = key
    }

    /// Whether the key is the one of the server's own certificate; nil without one of the two.
    public var keyMatches: Bool? {
        guard let key, let leaf = chain.leaf else { return nil }
        return key.belongs(to: leaf)
    }

    /// There is no session, so no more than this can be said.
    var stages: [Stage] {
        let namesNobody = seen.namesNobody
        let name = namesNobody ? "the certificate names no host" : criteria.serverName.map { chain.nameDetail(for: $0) }
        let outcome = namesNobody ? .failed : chain.nameOutcome
        return [
            Stage(name: .name, outcome: outcome, duration: nil, detail: outcome == .skipped ? "" : name ?? ""),
            Stage(name: .trust, outcome: chain.trustOutcome, duration: nil, detail: chain.trustDetail),
        ]
    }

    var seen: ChainCase {
        ChainCase(
            facts: chain,
            criteria: criteria,
            judgedAt: criteria.at ?? started,
            serverName: criteria.serverName,
            severityOfTrust: nil,
            keyFile: key,
            origin: .file
        )
    }
}

/// What a chain in a file comes to, by the same rules and in the same words as one that a server sends.
public struct ChainVerdict: Sendable {
    /// What was judged.
    public let file: ChainFile
    /// Worst first.
    public let findings: [Finding]

    package init(_ file: ChainFile) {
        self.file = file
        let seen = file.seen
        // Where a CA's certificate is taken for the server's own, whatever else is said speaks of the wrong one.
        let rules = seen.misplacedLeaf == nil ? ChainRule.all : [.order]
        findings =
            rules
            .flatMap { rule in rule.sightings(in: seen).map { $0.finding(rule.explanation) } }
            .concluded(by: file.criteria)
    }

    /// The worst finding, notes aside; nil when all is well.
    public var severity: Severity? { findings.worst }
}

/// What the results of a sweep come to: counts and a few examples, however many results there are.
package struct SweepSummary: Sendable {
    /// How many results have come to what.
    package struct Counts: Equatable, Sendable {
        package var critical = 0
        package var unjudged = 0
        package var warning = 0
        package var ok = 0

        package init() {}

        package var all: Int { critical + unjudged + warning + ok }

        fileprivate mutating func note(_ entry: SweepEntry) {
            switch entry.severity {
            case .critical?: critical += 1
            case .warning?: warning += 1
            case .note?, nil: if entry.isJudged { ok += 1 } else { unjudged += 1 }
            }
        }
    }

    /// One finding of however many results.
    package struct Tally: Equatable, Sendable {
        /// Nil for what could not be judged.
        package let id: String?
        /// Of what it is the tally, in words: the id, or why nothing was judged.
        package let name: String
        /// The worst that it was.
        package fileprivate(set) var severity: Severity?
        package fileprivate(set) var count = 0
        /// The first targets.
        package fileprivate(set) var examples: [String] = []

        fileprivate init(of id: String) {
            self.id = id
            name = id
        }

        fileprivate init(unjudged name: String) {
            id = nil
            self.name = name
        }

        fileprivate mutating func note(_ target: String, _ severity: Severity?) {
            count += 1
            self.severity = [self.severity, severity].compactMap(\.self).max()
            if examples.count < SweepSummary.exampleLimit, !examples.contains(target) { examples.append(target) }
        }

        /// Critical, then what could not be judged, then warnings.
        fileprivate var rank: Int { severity == .critical ? 0 : id == nil ? 1 : 2 }
    }

    fileprivate static let exampleLimit = 3

    package private(set) var counts = Counts()
    private var byID: [String: Tally] = [:]
    private var noTarget = Tally(unjudged: "no target")
    private var notCalled = Tally(unjudged: "not called")
    private var byService: [String: Counts] = [:]

    package init() {}

    package mutating func note(_ entry: SweepEntry) {
        counts.note(entry)
        switch entry.outcome {
        case .judged(let service, let sightings):
            byService[service, default: Counts()].note(entry)
            // Two findings of one id, as two expired intermediates are, are one result.
            var seen: Set<String> = []
            for sighting in sightings where seen.insert(sighting.id).inserted {
                byID[sighting.id, default: Tally(of: sighting.id)].note(entry.target, sighting.severity)
            }
        case .unjudged(_, let line?): noTarget.note("line \(line)", nil)
        case .unjudged(_, nil): notCalled.note(entry.target, nil)
        }
    }

    /// Worst first, then the most frequent.
    package var tallies: [Tally] {
        (byID.values + [noTarget, notCalled].filter { $0.count > 0 }).sorted { a, b in
            (a.rank, -a.count, a.name) < (b.rank, -b.count, b.name)
        }
    }

    /// The services called, the most frequent first.
    package var services: [(name: String, counts: Counts)] {
        byService.map { (name: $0.key, counts: $0.value) }
            .sorted { ($1.counts.all, $0.name) < ($0.counts.all, $1.name) }
    }

    /// The worst of all; what could not be judged apart.
    package var severity: Severity? { counts.critical > 0 ? .critical : counts.warning > 0 ? .warning : nil }
}

/// One thing that a document tells.
public enum Entry: Sendable {
    /// What the next entries belong to; people alone are told.
    case heading(String)
    /// One call.
    case call(Verdict, as: CallView)
    /// A chain in a file.
    case file(ChainVerdict)
    /// What several calls come to, under the name of the command and what it was given: `gc dc1.corp.example`.
    case together(CheckupSummary, named: String, as: SummaryView)
    /// What could not be judged, and why.
    case failure(target: String, reason: String)
}

/// How people are shown one call.
public enum CallView: Sendable {
    /// A ladder, and what is wrong.
    case whole
    /// Told from the certificate.
    case certificates
    /// On a line, among others to the same host.
    case line(of: String)
    /// In a table with all others of a profile, once they are known; nil for a port that no path names.
    case row(DataPath?)
}

/// How people are shown what several calls come to.
public enum SummaryView: Sendable {
    /// Below their lines: the findings of each, then those that none has alone.
    case details
    /// Below calls that were shown whole; to programs only where something is wrong.
    case comparison
    /// Below a table of all calls.
    case table(of: Profile)
}

extension Entry {
    /// Programs are told of it too: headings are for people, and so is a comparison that shows nothing wrong.
    var isTold: Bool {
        switch self {
        case .heading: false
        case .together(let summary, _, .comparison): !summary.findings.isEmpty
        case .call, .file, .together, .failure: true
        }
    }

    /// The worst of it, notes aside; nil where all is well.
    ///
    /// Of several calls together only what none of them has alone.
    public var severity: Severity? {
        switch self {
        case .heading, .failure: nil
        case .call(let verdict, _): verdict.severity
        case .file(let verdict): verdict.severity
        case .together(let summary, _, _): summary.findings.worst
        }
    }

    /// What was called, as typed, or the command and what it was given.
    public var target: String {
        switch self {
        case .heading(let text): text
        case .call(let verdict, _): verdict.observation.plan.target.text
        case .file(let verdict): verdict.file.name
        case .together(_, let name, _): name
        case .failure(let target, _): target
        }
    }

    /// All that was found, worst first.
    public var findings: [Finding] {
        switch self {
        case .heading, .failure: []
        case .call(let verdict, _): verdict.findings
        case .file(let verdict): verdict.findings
        case .together(let summary, _, _): summary.findings
        }
    }

    /// What programs are told; nil for what concerns people alone.
    public var record: Record? {
        guard isTold else { return nil }
        return switch self {
        case .heading: nil
        case .call(let verdict, .row(let path)): verdict.record(on: path)
        case .call(let verdict, _): verdict.record
        case .file(let verdict): verdict.record
        case .together(let summary, _, _): summary.record
        case .failure(let target, let reason): Record(error: reason, target: target)
        }
    }
}

extension CheckupKind {
    /// What stands for what it finds across calls: the command that starts it, and what that was given.
    public func title(of plan: Plan) -> String {
        let words = [command] + [plan.criteria.profile].compactMap { $0 } + [plan.target.text]
        return words.joined(separator: " ")
    }
}

// What a monitoring system is told of one entry.
extension Entry {
    var isTogether: Bool { if case .together = self { true } else { false } }

    var isFailure: Bool { if case .failure = self { true } else { false } }

    /// Behind the target on the first line.
    var summary: String {
        let told = findings.significant
        guard let first = told.first else { return "- \(health.asNagiosLine)" }
        let others = told.count > 1 ? " (+\(told.count - 1) more)" : ""
        return "\(first.id) - \(first.message.asNagiosLine)\(others)"
    }

    /// The findings above a note, a line for each part of them.
    var details: [String] {
        guard let first = findings.significant.first else { return [] }
        return findings.significant.flatMap { finding in
            [
                "\(finding.severity.rawValue): \(finding.id)",
                "  \(finding.message.asNagiosLine)",
                finding.evidence.isEmpty || finding.isSaid(by: []) ? nil : "  Seen: \(finding.evidence.asNagiosLine)",
                finding.refusals.flatMap { $0.isContested ? "  Refused by: \($0.words.asNagiosLine)" : nil },
                finding.fix.isEmpty ? nil : "  Fix:  \(finding.fix.asNagiosLine)",
            ].compactMap(\.self)
        } + ["More: portcall explain \(first.id)"]
    }

    func time(orElse elapsed: Duration) -> String {
        if case .call(let verdict, _) = self { return verdict.observation.ended.asNagiosTime }
        return elapsed.asNagiosTime
    }

    /// How long the certificate lasts; nil where none came.
    var remaining: CertificateRemainder? {
        switch self {
        case .heading, .together, .failure: return nil
        case .call(let verdict, _):
            let plan = verdict.observation.plan
            let forgives = plan.service.policy.isTrustOpportunistic
            return verdict.observation.tls?.chain.leaf
                .map { CertificateRemainder($0, at: plan.judgedAt, by: plan.criteria, forgivesEnd: forgives) }
        case .file(let verdict):
            return verdict.file.chain.leaf
                .map { CertificateRemainder($0, at: verdict.file.seen.judgedAt, by: verdict.file.criteria) }
        }
    }

    /// Of what is well.
    private var health: String {
        switch self {
        case .heading, .failure: ""
        case .together: "nothing is wrong across calls"
        case .call(let verdict, _):
            ([verdict.healthInWords]
                + [verdict.observation.facts.product?.name, verdict.observation.tls?.version]
                .compactMap(\.self)
                + [verdict.observation.tls?.chain.leaf?.until(at: verdict.observation.plan.judgedAt)]
                .compactMap(\.self)).joined(separator: "; ")
        case .file(let verdict):
            (["the chain holds"] + [verdict.file.chain.leaf?.until(at: verdict.file.seen.judgedAt)].compactMap(\.self))
                .joined(separator: "; ")
        }
    }
}

extension [Entry] {
    /// Why what could not be judged was not, each reason once.
    var failures: [String] {
        compactMap { if case .failure(_, let reason) = $0 { reason } else { nil } }.withoutRepetition
    }

    /// What was found across calls before the calls, and each as bad as it is; else in their order.
    var worstFirst: [Entry] {
        let together = filter(\.isTogether).sortedBySeverity
        return together + filter { !$0.isTogether }.sortedBySeverity
    }

    /// Stable.
    var sortedBySeverity: [Entry] {
        let judged = filter { !$0.isFailure }
        return judged.filter { $0.severity == .critical } + judged.filter { $0.severity == .warning }
            + filter(\.isFailure) + judged.filter { $0.severity == nil }
    }
}

extension Verdict {
    /// What may be said of a call of which nothing bad is known.
    var healthInWords: String {
        if isAbsence { return "nobody answers, and nothing worse than a note was found" }
        if let reservation { return "nothing worse than a note was found: \(reservation)" }
        return "\(observation.plan.service.title) answers as it should"
    }
}

extension Certificate {
    fileprivate func until(at time: Timestamp) -> String {
        let days = notAfter.days(since: time)
        guard days >= 0 else { return "certificate expired on \(notAfter.date)" }
        return "certificate until \(notAfter.date), \(days) day\(days == 1 ? "" : "s")"
    }
}

/// How long a certificate lasts, and when that becomes a warning and when it is critical.
struct CertificateRemainder {
    let seconds: Int
    /// Seconds before the end; nil where nothing would be said.
    let warning: Int?
    let critical: Int?

    /// - Parameters:
    ///   - leaf: the server's own certificate.
    ///   - time: for which dates are judged.
    ///   - criteria: by which.
    ///   - forgivesEnd: that it has ended is no more than a warning there.
    init(_ leaf: Certificate, at time: Timestamp, by criteria: Criteria, forgivesEnd: Bool = false) {
        seconds = Int(leaf.notAfter.seconds - time.seconds)
        let soon = Explanation.certificateExpiresSoon
        let warn = criteria.weight(of: soon, .warning)
        warning = warn == .warning ? criteria.warnSeconds(of: leaf) : nil
        let early = criteria.weight(of: soon, .critical) == .critical ? criteria.criticalSeconds(of: leaf) : nil
        let whole = warn == .critical ? criteria.warnSeconds(of: leaf) : nil
        let end = criteria.weight(of: .certificateExpired, forgivesEnd ? .warning : .critical) == .critical ? 0 : nil
        critical = [early, whole, end].compactMap(\.self).max()
    }

    /// As performance data: a value below a threshold is out of its range.
    var text: String {
        let limits = [warning, critical].map { $0.map { "\($0):" } ?? "" }
        return "certificate=\(seconds)s;\(limits[0]);\(limits[1])"
    }
}

extension Criteria {
    /// How much a finding would matter that weighs so much by itself.
    func weight(of explanation: Explanation, _ severity: Severity) -> Severity {
        Finding(id: explanation.id, severity: severity, message: "", evidence: "", fix: "").weighed(by: self).severity
    }
}

extension Duration {
    /// Seconds with three decimals.
    var inDecimalSeconds: String {
        let milliseconds = inMilliseconds
        let rest = String(milliseconds % 1_000)
        return "\(milliseconds / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }

    var asNagiosTime: String { "time=\(inDecimalSeconds)s;;;0" }
}

extension String {
    /// A line feed would end the line, and behind a bar there would be numbers.
    var asNagiosLine: String { split(separator: "\n").joined(separator: " ").escaped.replacing("|", with: "¦") }

    /// Whole letters, in at most so many bytes.
    func cutForNagios(to bytes: Int) -> String {
        guard utf8.count > bytes else { return self }
        var room = bytes - "…".utf8.count
        let kept = prefix { letter in
            room -= letter.utf8.count
            return room >= 0
        }
        return "\(kept)…"
    }
}

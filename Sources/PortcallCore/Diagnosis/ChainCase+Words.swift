/// How problems of a chain are told: what they sit on, who refuses them, what makes them so, what mends them.
extension ChainCase {
    /// By what clients judge a problem; nil for a trouble of the leaf's key.
    func reason(_ problem: ChainProblem) -> RefusalReason? {
        problem.reason.map { RefusalReason($0, of: certificate(problem)) }
    }

    func places(_ problems: [ChainProblem]) -> [String: String] {
        guard let first = problems.first else { return [:] }
        let isOfFile = first.reason?.isOfFile == true
        let names = problems.map { isOfFile ? $0.certificate : "'\($0.certificate)'" }.withoutRepetition
        let subject = names.listed(most: 4)
        let verb = names.count == 1 ? "breaks" : "break"
        return [
            "subject": subject,
            "breaks": "\(subject) \(verb)",
            "broken": isOfFile ? origin.damage(at: subject) : "\(subject) \(names.count == 1 ? "is" : "are") broken",
            "detail": problems.map(\.detail).withoutRepetition.joined(separator: "; "),
            "who": isOfFile ? origin.consequence : who(first),
            "fault": first.reason?.faultOfKey ?? "",
            "when": severityByClients(first) == .critical ? "" : ", at the latest when it is renewed",
            "is": "\(subject) \(names.count == 1 ? "is" : "are")",
        ]
    }

    /// Who refuses it, where that is all or nobody, by the table of clients; those in between have a line.
    private func who(_ problem: ChainProblem) -> String {
        guard let refusals = reason(problem).flatMap({ Refusals($0, by: audience) }), !refusals.by.isEmpty else {
            let whom = audience == .everybody ? "" : " that calls such a service"
            return problem.kind == .profile ? "; no client\(whom) is known to refuse it" : ""
        }
        return refusals.isContested ? "" : "; clients refuse it"
    }

    /// What a broken rule that most forgive weighs: critical where most clients that call such a service refuse it, a
    /// note where none but others do; nil where nobody is known to.
    func severityByClients(_ problem: ChainProblem) -> Severity? {
        guard problem.kind == .profile, let refusals = reason(problem).flatMap({ Refusals($0, by: audience) }),
            !refusals.all.isEmpty
        else { return nil }
        return min(refusals.severity, severityOfTrust ?? .critical)
    }

    /// Which certificates: where they stand, whose they are, and what tells them from others of their name.
    func evidence(_ problems: [ChainProblem]) -> String {
        let all = problems.map { problem -> String in
            guard let certificate = certificate(problem) else { return absent(problem) }
            let count = facts.certificates.count
            let place = problem.index.map { "certificate \($0 + 1) of \(count): " } ?? "\(origin.absence): "
            return place + certificate.identity + dates(problem, certificate)
        }
        return all.withoutRepetition.prefix(5).joined(separator: "; ")
    }

    private func absent(_ problem: ChainProblem) -> String {
        guard problem.reason?.isOfFile == true else { return "\(origin.absence): '\(problem.certificate)'" }
        let count = facts.certificates.count
        return count == 0
            ? "no certificate can be read" : "\(count) other certificate\(count == 1 ? "" : "s") can be read"
    }

    private func dates(_ problem: ChainProblem, _ certificate: Certificate) -> String {
        switch problem.kind {
        case .expired where certificate.notAfter < certificate.notBefore:
            ", valid to \(certificate.notAfter), before it began on \(certificate.notBefore)"
        case .expired: ", valid to \(certificate.notAfter)"
        case .notYetValid: ", valid from \(certificate.notBefore)"
        default: ""
        }
    }

    /// What mends it: what leads astray goes, else by the cause.
    func fix(_ problem: ChainProblem) -> String? {
        if let detour = facts.judgement.detour, problem.depth > 0 || problem.reason?.isOfPath == true {
            let what = detour.superfluous.listed(most: 3)
            return "{remove} \(what): without it the way leads to '\(detour.root)', which is trusted."
        }
        if problem.reason?.isOfFile == true, origin == .server {
            return
                "Install the certificate on the server anew from the CA's file; where it cannot be read there, have it "
                + "issued anew."
        }
        if problem.kind == .expired, problem.depth > 0, problem.index == nil {
            return "Renew it among the trusted roots; nothing that the server sends is at fault."
        }
        if problem.kind == .notYetValid, problem.depth > 0 {
            return "Check the clock of this machine; where it is right, wait, or {use} the CA's certificate of before."
        }
        if problem.kind == .weakKey, problem.depth > 0 {
            return "The key is the CA's: have the server's certificate issued by a CA with RSA 2048 or EC P-256 at "
                + "least, and {use} that CA's certificate."
        }
        return problem.reason?.fix
    }
}

extension ChainCase {
    /// The date is told of the certificate at which the chain ends without a trusted root, so that it is the cause.
    func isTopUntrusted(_ expired: ChainProblem) -> Bool {
        facts.judgement.problems.contains { $0.kind == .untrustedRoot && $0.depth == expired.depth }
    }

    /// The chain ends at a CA that has expired.
    func isExpiredAtTop(_ untrusted: ChainProblem) -> Bool {
        untrusted.kind == .untrustedRoot && untrusted.depth > 0
            && facts.judgement.problems.contains { $0.kind == .expired && $0.depth == untrusted.depth }
    }
}

extension ChainCase.Origin {
    fileprivate func damage(at place: String) -> String {
        switch self {
        case .server: "What the server sends is damaged: \(place)"
        case .file: "The file is damaged at \(place)"
        }
    }

    /// What a damaged one leads to.
    fileprivate var consequence: String {
        switch self {
        case .server: ""
        case .file: "; a server may not start with it"
        }
    }
}

extension ChainProblem.Reason {
    /// What a key lacks, as a sentence goes on.
    fileprivate var faultOfKey: String {
        switch self {
        case .keyTooLarge: "is too large"
        case .keyExponent: "is no usable key"
        case .keyOfDSA: "is of a kind that TLS 1.3 no longer has"
        default: "is too weak"
        }
    }

    /// It depends on the way that was taken.
    fileprivate var isOfPath: Bool {
        [.anotherPathIsTrusted, .nameNotPermitted, .nameExcluded, .wildcardExcluded, .issuerKeyDiffers].contains(self)
    }
}

extension Certificate {
    /// Which of several of one name.
    var identity: String { "\(subject.isEmpty ? "no subject" : subject), serial \(serial)" }
}

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
            "broken": isOfFile
                ? "The file is damaged at \(subject)" : "\(subject) \(names.count == 1 ? "is" : "are") broken",
            "detail": problems.map(\.detail).withoutRepetition.joined(separator: "; "),
            "who": isOfFile ? "; a server may not start with it" : who(first),
            "is": "\(subject) \(names.count == 1 ? "is" : "are")",
        ]
    }

    /// Who refuses it: only what the table of clients says.
    private func who(_ problem: ChainProblem) -> String {
        guard let refusals = reason(problem).flatMap({ Refusals($0, by: audience) }), !refusals.by.isEmpty else {
            let whom = audience == .everybody ? "" : " that calls such a service"
            return problem.kind == .profile ? "; no client\(whom) is known to refuse it" : ""
        }
        return refusals.isContested ? "; refused by \(refusals.words)" : "; clients refuse it"
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
        return facts.certificates.isEmpty ? "no certificate in it can be read" : "read: \(facts.certificates.count)"
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

extension ChainProblem.Reason {
    /// It depends on the way that was taken.
    fileprivate var isOfPath: Bool {
        [.anotherPathIsTrusted, .nameNotPermitted, .nameExcluded, .wildcardExcluded, .issuerKeyDiffers].contains(self)
    }
}

extension Certificate {
    /// Which of several of one name.
    var identity: String { "\(subject.isEmpty ? "no subject" : subject), serial \(serial)" }
}

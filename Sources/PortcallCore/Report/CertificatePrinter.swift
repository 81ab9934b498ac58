/// Prints verdicts as told by the certificate: the chain as a picture, then each certificate in full.
public struct CertificatePrinter: Sendable {
    private let style: Style
    private let text: TextPrinter

    /// - Parameters:
    ///   - style: colours and width of the screen.
    ///   - files: the PEM files that the calls were made with.
    public init(_ style: Style = Style(), files: Aim.Files = Aim.Files()) {
        self.style = style
        text = TextPrinter(style, files: files)
    }

    /// The whole screen of one call, line feed at the end; as `TextPrinter` has it where no certificate came.
    public func print(_ verdict: Verdict) -> String {
        guard let tls = verdict.observation.tls, tls.chain.leaf != nil else { return text.print(verdict) }
        let session = [
            "",
            verdict.observation.plan.keyKind.map { line("asked for", "a certificate with an \($0.title) key alone") },
            line("TLS", "\(tls.version) \(tls.cipher)"), line("OCSP staple", tls.staple.word),
        ].compactMap(\.self)
        let chain = chain(tls.chain, presented: "sent", as: "as sent", at: verdict.observation.plan.judgedAt)
        let lines = [text.headline(verdict), ""] + chain + session + text.judgement(verdict)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The whole screen of a chain in a file, which may be judged without a name.
    public func print(_ verdict: ChainVerdict) -> String {
        let file = verdict.file
        guard file.chain.leaf != nil else { return text.print(verdict) }
        let isNamed = file.chain.judgement.nameMatches != nil
        let hint = ["", line("name", "not looked for, for none was given")]
        let chain = chain(file.chain, presented: "in the file", as: "in the file", at: file.seen.judgedAt)
        let lines =
            [text.headline(verdict), ""] + chain + keyLine(file) + (isNamed ? [] : hint) + text.judgement(verdict)
        return lines.joined(separator: "\n") + "\n"
    }

    private func keyLine(_ file: ChainFile) -> [String] {
        guard let key = file.key, let isOwn = file.keyMatches else { return [] }
        let words = isOwn ? "belongs to certificate 1" : "does not belong to certificate 1"
        return ["", line("key file", "\(key.name): \(key.key.words), \(words)", isOwn ? .dim : .red)]
    }

    /// The chain as a picture, then each certificate in full.
    ///
    /// - Parameters:
    ///   - chain: as presented, and what was made of it.
    ///   - presented: how it was, for what was not: `sent`.
    ///   - origin: how each of them came: `as sent`.
    ///   - time: for which dates are judged.
    /// - Returns: the lines.
    func chain(
        _ chain: ChainFacts,
        presented: String,
        as origin: String,
        at time: Timestamp
    ) -> [String] {
        let count = chain.certificates.count
        let pages = chain.certificates.enumerated().flatMap { index, certificate in
            ["", style.paint("certificate \(index + 1) of \(count), \(origin)", .bold)] + page(certificate, at: time)
                + chain.judgement.problems(at: index).map(\.findingID).withoutRepetition.map {
                    line("problem", $0, .red)
                }
        }
        return picture(chain.judgement, absence: "not \(presented)") + pages
    }

    /// Leaf first, each issuer a step further in.
    private func picture(_ judgement: ChainJudgement, absence: String) -> [String] {
        let found = judgement.found.map(\.shortName)
        return judgement.path.enumerated().map { depth, name in
            let indent = String(repeating: "  ", count: depth)
            let head = "  \(indent)\(depth == 0 ? "" : style.shown("└ "))"
            let origin = found.contains(name) ? " (\(absence); among those trusted here)" : ""
            return head + style.hang("\(name.escaped)\(origin)", indent: head.count)
        }
    }

    private func page(_ certificate: Certificate, at time: Timestamp) -> [String] {
        let details = certificate.details
        let names = certificate.names.dns + certificate.names.ip + certificate.names.email
        let keyUsages = details.keyUsages ?? []
        let usages = certificate.usages ?? []
        return [
            line("subject", certificate.subject),
            line("issuer", certificate.issuer),
            line("serial", certificate.serial),
            line("valid", certificate.dates(at: time)),
            line("names", names.isEmpty ? "none" : names.joined(separator: ", ")),
            line("key", certificate.key.words),
            line("signature", certificate.signature),
            keyUsages.isEmpty ? nil : line("key usage", keyUsages.joined(separator: ", ")),
            line("usages", usages.isEmpty ? "any" : usages.joined(separator: ", ")),
            line("CA", certificate.authority),
            details.version == 3 ? nil : line("version", String(details.version)),
            details.subjectKeyID.map { line("key id", $0) },
            details.authorityKeyID.map { line("issuer's key", $0) },
            details.transparency.words.map { line("logged", $0) },
        ].compactMap(\.self) + details.others.map(line) + [
            line("thumbprint", certificate.sha1), line("sha256", certificate.sha256),
            line("spki sha256", certificate.spkiSHA256),
        ]
    }

    private func line(_ one: Certificate.Extension) -> String {
        let text = (one.isCritical ? "critical, " : "") + one.text
        return Self.labels[one.name].map { line($0, text) } ?? line("extension", "\(one.name): \(text)")
    }

    /// What administrators call the extensions that many certificates have.
    private static let labels = [
        "authorityInfoAccess": "issuer info", "certificatePolicies": "policies", "crlDistributionPoints": "CRL",
        "nameConstraints": "constraints", "tlsfeature": "TLS feature", "issuerAltName": "issuer names",
    ]

    private func line(_ label: String, _ text: String, _ ink: Style.Ink = .dim) -> String {
        "  " + style.paint(label.padded(to: 13), ink) + style.hang(text.escaped, indent: 15)
    }
}

extension Certificate {
    fileprivate func dates(at time: Timestamp) -> String {
        let days = notAfter.days(since: time)
        let period = "\(notBefore.date) to \(notAfter.date)"
        guard days >= 0 else { return "\(period), expired" }
        guard days <= lifetimeDays else { return "\(period), begins in \(days - lifetimeDays) days" }
        let share = days * 100 / max(1, lifetimeDays)
        return "\(period), \(days) days left (\(share) % of its life)"
    }

    /// Whether it may issue others.
    fileprivate var authority: String {
        guard isCA else { return "no" }
        return details.pathLength.map { "yes, path length \($0)" } ?? "yes"
    }
}

extension Certificate.Transparency {
    /// Nil where nothing is said of it.
    fileprivate var words: String? {
        switch self {
        case .malformed: return "a list of timestamps that cannot be read"
        case .timestamps(let all):
            guard !all.isEmpty else { return nil }
            let each = all.map { "\($0.logID.prefix(8)) on \($0.time.date)" }
            return "by \(all.count): \(each.joined(separator: ", "))"
        }
    }
}

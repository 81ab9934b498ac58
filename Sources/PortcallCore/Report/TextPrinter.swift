/// Prints verdicts as a person reads them: the ladder of stages, then what is wrong and what to do.
public struct TextPrinter: Sendable {
    let style: Style
    /// What the calls were made with, for the commands that repeat them.
    let files: Aim.Files

    /// - Parameters:
    ///   - style: colours and width of the screen.
    ///   - files: the PEM files that the calls were made with.
    public init(_ style: Style = Style(), files: Aim.Files = Aim.Files()) {
        self.style = style
        self.files = files
    }

    /// The whole screen of one call, line feed at the end.
    public func print(_ verdict: Verdict) -> String {
        let seen = verdict.observation
        let facts =
            [seen.facts.product?.line] + seen.serviceLines + [
                seen.clockLine, seen.certificateLine, seen.stapleLine, seen.inspectorLine, seen.connectionsLine,
            ]
        let stages = Ladder(verdict)
        let lines = [headline(verdict)] + ladder(stages) + facts.compactMap(\.self).map(line)
        return (lines + judgement(verdict, below: stages) + certificates(of: seen)).joined(separator: "\n") + "\n"
    }

    /// Each certificate in full, where all is wanted.
    private func certificates(of seen: Observation) -> [String] {
        guard style.isVerbose, let chain = seen.tls?.chain, chain.leaf != nil else { return [] }
        let pages = CertificatePrinter(style).chain(chain, presented: "sent", as: "as sent", at: seen.plan.judgedAt)
        return [""] + pages
    }

    /// The screen of a file in which no certificate can be read.
    func print(_ verdict: ChainVerdict) -> String {
        let lines = [headline(verdict)] + ladder(Ladder(verdict)) + judgement(verdict)
        return lines.joined(separator: "\n") + "\n"
    }

    /// What stands above a verdict to say why it is shown.
    public func heading(_ text: String) -> String { style.paint(style.shown(text.escaped), .bold) }

    func headline(_ verdict: Verdict) -> String {
        let plan = verdict.observation.plan
        let target = plan.target.text.escaped
        let isNamed = target.hasPrefix("\(plan.service.name)://")
        return headline(isNamed ? target : "\(target)  \(plan.service.name)", verdict.severity)
    }

    func headline(_ verdict: ChainVerdict) -> String { headline(verdict.file.name.escaped, verdict.severity) }

    private func headline(_ title: String, _ severity: Severity?) -> String {
        let lines = style.shown(title).inPieces(of: style.measure)
        let room = style.measure - (lines.last ?? "").columns - severity.word.count
        // On a line of its own where there is no room beside the title.
        let gap = room < 2 ? "\n" : String(repeating: " ", count: room)
        return lines.map { style.paint($0, .bold) }.joined(separator: "\n") + gap + word(severity)
    }

    /// The worst of a verdict in a word.
    func word(_ severity: Severity?, padded width: Int = 0) -> String {
        let ink: Style.Ink =
            switch severity {
            case nil: .green
            case .warning: .yellow
            case .critical, .note: .red
            }
        let gap = String(repeating: " ", count: max(0, width - severity.word.count))
        return style.paint(severity.word.uppercased(), .bold, ink) + gap
    }
}

extension Verdict {
    /// Nobody answers, and that is nothing worse than a note.
    var isAbsence: Bool {
        let isAnswered = observation.facts.isConfirmed || observation.facts.reservation != nil
        return severity == nil && !isAnswered && observation.silence == nil
    }

    /// Why not all is known to be well, where nothing is worse than a note.
    var reservation: String? {
        guard severity == nil else { return nil }
        return observation.silence == nil ? observation.facts.reservation : "that the port is open is all that is known"
    }
}

extension [Finding] {
    /// Those above a note.
    var significant: [Finding] { filter { $0.severity > .note } }
}

extension Product {
    fileprivate var line: FactLine {
        FactLine("product", certainty == .stated ? name : "\(name) (\(certainty.rawValue))", from: source)
    }
}

extension Observation {
    /// What only its protocol tells, and in answer to what.
    fileprivate var serviceLines: [FactLine] {
        (facts.service?.lines ?? []).map { $0.taken(from: plan.service.kind.words.source) }
    }

    /// What the detail of a stage was taken from; nil where it says so itself.
    func source(of stage: Stage.Name) -> String? {
        let words = plan.service.kind.words
        return switch stage {
        case .resolve: "this machine's resolver"
        case .capabilities: words.source.map { "\($0) in clear" }
        case .capabilitiesAfterTLS: words.source.map { "\($0) inside TLS" }
        case .name: "the certificate: subjectAltName"
        case .trust: "the chain as sent, and the roots trusted here"
        case .connect, .greeting, .starttls, .handshake, .answer: nil
        }
    }

    /// The server's own certificate: its names and its time.
    fileprivate var certificateLine: FactLine? {
        tls?.chain.leaf.map { leaf in
            let names = leaf.names.dns + leaf.names.ip
            let days = leaf.notAfter.days(since: plan.judgedAt)
            let dates = days < 0 ? "expired on \(leaf.notAfter.date)" : "until \(leaf.notAfter.date), \(days) days left"
            return FactLine(
                "certificate",
                "\(names.isEmpty ? "no names" : names.listed(most: 3)); \(dates)",
                from: "the certificate: subjectAltName, notAfter"
            )
        }
    }
}

extension Observation {
    /// A directory's clock, where it is far enough from ours to be watched.
    fileprivate var clockLine: FactLine? {
        guard let skew = clockSkew, abs(skew) >= 30, let time = directoryTime else { return nil }
        let words = "\(time), \(abs(skew)) s \(skew < 0 ? "behind" : "ahead of") this machine's"
        return FactLine("its clock", words, from: "the rootDSE: currentTime")
    }

    /// What the server has the CA say of its certificate; what is wrong with that is a finding.
    fileprivate var stapleLine: FactLine? {
        let source = "the stapled OCSP response"
        switch tls?.staple {
        case .good:
            let isDemanded = tls?.chain.leaf?.demandsStaple == true
            let words = "the CA calls the certificate good" + (isDemanded ? ", as the certificate demands" : "")
            return FactLine("staple", words, from: source)
        case .unknown:
            return FactLine("staple", "the CA's responder does not know the certificate", .doubtful, from: source)
        case .revoked, .invalid, .some(.none), nil: return nil
        }
    }

    /// Whoever trusts its CA sees nothing else of it.
    fileprivate var inspectorLine: FactLine? {
        tls.flatMap { InspectingProduct.issuing($0.chain) }.map {
            FactLine(
                "inspected",
                "the certificate is of a CA as \($0.what) makes one, not the server's own",
                from: "the name of its issuer"
            )
        }
    }

    /// Every connection besides the first, which whoever watches the server sees too.
    fileprivate var connectionsLine: FactLine? {
        furtherConnections.isEmpty ? nil : FactLine("connections", furtherConnections.joined(separator: "; "))
    }
}

// What is wrong, what to do, and where there is more.
extension TextPrinter {
    /// What the ladder above it shows, where there is one, is not told again.
    func judgement(_ verdict: Verdict, below ladder: Ladder? = nil) -> [String] {
        let plan = verdict.observation.plan
        let absence = style.paint("Nothing worse than a note was found, and nobody answers.", .dim)
        let all = verdict.observation.addresses.count
        // RFC 3977 section 3.1, RFC 5321 section 2.3.8 and their like let it stand at the end of a line alone.
        let isReturnWithin = verdict.observation.greetsWithStrayReturn
        let caveat = isReturnWithin ? ", but for a carriage return within a line of its greeting" : ""
        let called = all > 1 ? ", at the one of its \(all) addresses that was called" : ""
        let health =
            plan.service.kind.words.health.map { well($0.filled(with: ["called": called])) }
            ?? allIsWell("\(plan.service.title) answers as it should\(called)\(caveat)", notes: verdict.findings)
        let bound = verdict.findings.isEmpty ? "" : "Nothing worse than a note was found: "
        let unjudged =
            verdict.observation.isCertificateUnjudged
            ? dim(
                "\(plan.service.title) answers as it should\(called). Its certificate was not judged, for none is recorded."
            )
            : nil
        let limit = verdict.reservation.map { dim("\(bound)\($0).".capitalizedAtStart) }
        let told = verdict.observation.shown + (ladder.map(wholeLists) ?? [])
        let worst = verdict.findings.significant.first
        return verdict.findings.map { paragraph($0, told: told) } + [""]
            + (worst.map { ending($0, of: verdict.observation) } ?? [
                verdict.isAbsence ? absence : limit ?? unjudged ?? health
            ])
    }

    func judgement(_ verdict: ChainVerdict) -> [String] {
        let worst = verdict.findings.significant.first
        return verdict.findings.map { paragraph($0) } + [""]
            + [
                worst.map { more(Explanation.arguments(for: $0.id, of: nil)) }
                    ?? allIsWell("the chain holds", notes: verdict.findings)
            ]
    }

    /// A note is told in a few lines; what must be looked at has its evidence and its way out.
    ///
    /// - Parameters:
    ///   - finding: what is told.
    ///   - told: what the screen shows already, so that it is not told again.
    ///   - exceptions: where it weighs less, for what several calls have in common.
    ///   - isAlone: no ladder stands above it, so that a note needs its evidence.
    /// - Returns: the paragraph, an empty line before it.
    func paragraph(
        _ finding: Finding,
        told: [String] = [],
        exceptions: String = "",
        isAlone: Bool = false
    ) -> String {
        let title = style.paint("\(finding.severity.rawValue): \(finding.id)", .bold, ink(finding.severity))
        guard finding.severity > .note || style.isVerbose else {
            return note(finding, isAlone: isAlone)
        }
        let weight = exceptions.isEmpty ? [] : ["  " + style.hang("(\(exceptions))", indent: 2)]
        var lines = ["", title] + weight + [part("  ", finding.message)]
        if !finding.evidence.isEmpty, style.isVerbose || !finding.isSaid(by: told) {
            lines.append(part("  Seen: ", finding.evidence))
        }
        if let refusals = finding.refusals, refusals.isContested {
            lines.append(part("  Refused by: ", refusals.words))
        }
        if !finding.fix.isEmpty { lines.append(part("  Fix:  ", finding.fix)) }
        return lines.joined(separator: "\n")
    }

    private func note(_ finding: Finding, isAlone: Bool) -> String {
        let isWhole = !isAlone || finding.isSaid(by: [])
        let words = isWhole ? finding.message : "\(finding.message) [\(finding.evidence)]"
        return "\n" + dim("note: \(finding.id): \(words)".escaped, indent: 2)
    }

    private func part(_ label: String, _ text: String) -> String {
        style.paint(label, .bold) + style.hang(text.escaped, indent: label.count)
    }

    private func dim(_ text: String, indent: Int = 0) -> String {
        style.wrap(text, indent: indent).enumerated()
            .map { String(repeating: " ", count: $0.offset == 0 ? 0 : indent) + style.paint($0.element, .dim) }
            .joined(separator: "\n")
    }

    private func ink(_ severity: Severity) -> Style.Ink {
        switch severity {
        case .critical: .red
        case .warning: .yellow
        case .note: .dim
        }
    }

    func allIsWell(_ words: String, notes: [Finding] = []) -> String {
        well("\(notes.isEmpty ? "All is well" : "Nothing worse than a note was found"): \(words).")
    }

    private func well(_ sentences: String) -> String {
        style.wrap(sentences, indent: 0).map { style.paint($0, .green) }.joined(separator: "\n")
    }
}

// The last lines: how to see the same by hand, and where there is more.
extension TextPrinter {
    /// Of a call that came to it.
    func ending(_ finding: Finding, of seen: Observation) -> [String] {
        let isInsideTLS = seen.plan.service.security == .implicit && seen.tls != nil
        let aim = Aim(
            seen.plan,
            path: seen.facts.service?.path(of: finding),
            files: files.filled(from: seen.plan.policyEntry?.files),
            isHelloTooLarge: seen.smallHello?.isAnswered == true
        )
        return ending(finding, aim, seen.plan.target, isInsideTLS: isInsideTLS)
    }

    /// Of what several calls show together, the first of which has the target.
    func ending(_ finding: Finding, of summary: CheckupSummary, target plan: Plan) -> [String] {
        let ports = summary.portsOutOfReach(by: finding)
        let list = "_gc._tcp."
        let forest = summary.answers.map(\.question.name.host).first { $0.hasPrefix(list) }
            .map { String($0.dropFirst(list.count)) }
        let isAboutReaching = Explanation.reaching.contains { $0.id == finding.id }
        let port = isAboutReaching ? ports.first : nil
        let aim = Aim(plan, port: port, ports: ports.withoutRepetition, forest: forest, files: files)
        return ending(finding, aim, plan.target, isInsideTLS: false)
    }

    private func ending(_ finding: Finding, _ aim: Aim, _ target: Target, isInsideTLS: Bool) -> [String] {
        let probe = Explanation.named(finding.id)?.probe(for: aim, of: target.service, isInsideTLS: isInsideTLS)
        let lines = probe.map { probe in
            style.wrap("Confirm it by hand. \(probe.purpose)", indent: 0) + style.command(probe.command, indent: 2)
        }
        return (lines ?? []).map { style.paint($0, .dim) } + [more(finding.arguments(for: target))]
    }

    /// Where there is more about a finding.
    func more(_ arguments: String) -> String {
        style.command("More: portcall explain \(arguments)", indent: 0).map { style.paint($0, .dim) }
            .joined(separator: "\n")
    }
}

extension Style {
    /// A command on lines that a shell takes for one, broken where no quotation is open.
    func command(_ text: String, indent: Int) -> [String] {
        let room = max(20, width - indent - 2)
        var lines: [String] = []
        var line = ""
        for word in text.partsOfCommand {
            if !line.isEmpty, line.columns + 1 + word.columns > room {
                lines.append("\(line) \\")
                line = "  " + word
            } else {
                line += line.isEmpty ? word : " \(word)"
            }
        }
        return (lines + [line]).map { String(repeating: " ", count: indent) + shown($0) }
    }
}

extension String {
    /// Words of a shell, an option together with its value and a pipe with its program.
    fileprivate var partsOfCommand: [String] {
        wordsOfShell.reduce(into: []) { parts, word in
            let last = parts.last.flatMap { $0.split(separator: " ").last } ?? ""
            let belongs = last == "|" || last.hasPrefix("-") && !word.hasPrefix("-") && !"<|".contains(word.prefix(1))
            if belongs, let part = parts.popLast() { parts.append("\(part) \(word)") } else { parts.append(word) }
        }
    }

    /// Split at spaces that stand outside of single quotes.
    private var wordsOfShell: [String] {
        var isQuoted = false
        return split { character in
            if character == "'" { isQuoted.toggle() }
            return character == " " && !isQuoted
        }.map(String.init)
    }
}

extension Observation {
    fileprivate var greetsWithStrayReturn: Bool {
        facts.greeting.map { $0.contains("\r") || $0.contains("\\x0D") } == true
    }

    /// TLS is up, and whose it is nobody knows: of that there is nothing good to say.
    fileprivate var isCertificateUnjudged: Bool { tls.map { $0.chain.certificates.isEmpty } ?? false }

    /// What the ladder shows whole, and what is told of further connections.
    fileprivate var shown: [String] {
        let shortened: [Stage.Name] = [.trust, .capabilities, .capabilitiesAfterTLS]
        return stages.filter { $0.outcome == .failed && $0.name != .trust || !shortened.contains($0.name) }
            .map(\.detail) + furtherConnections
    }
}

extension Finding {
    /// What `portcall explain` is given for it: the target as well, where its page has something to say to that service.
    fileprivate func arguments(for target: Target) -> String {
        guard Explanation.named(id)?.page(of: target) != nil else { return id }
        let port = target.port == target.service.port ? "" : ":\(target.port)"
        let text = "\(target.service.name)://\(target.host.bracketed)\(port)"
        return "\(id) \(text.contains("[") ? "'\(text)'" : text)"
    }

    /// Its evidence is among the message's own words, or shown already.
    func isSaid(by told: [String]) -> Bool {
        let evidence = evidence.essence
        return ([message] + told).contains { $0.essence.contains(evidence) }
    }

}

extension String {
    /// Without what differs between a quotation and its place in a sentence.
    fileprivate var essence: String {
        lowercased().split { " \n.,;'".contains($0) }.joined(separator: " ")
    }
}

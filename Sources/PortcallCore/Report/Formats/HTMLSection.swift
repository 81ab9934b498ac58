/// All that is known of one entry, on a page.
struct HTMLSection {
    private let entry: Entry
    private let number: Int

    init(_ entry: Entry, number: Int) {
        self.entry = entry
        self.number = number
    }

    /// - Parameter explained: the findings whose words the page has already.
    /// - Returns: a section.
    func text(explained: inout Set<String>) -> String {
        let head = "<h2>\(entry.target.asXML) <strong>\(entry.htmlWord)</strong></h2>\n"
        var articles = ""
        for finding in entry.findings { articles += article(finding, explained: &explained) }
        if case .failure(_, let reason) = entry { articles = "<p>\(reason.asXML)</p>\n" }
        return "<section id=\"c\(number)\" data-verdict=\"\(entry.htmlWord)\">\n\(head)\(owner)\(ladder)\(facts)"
            + "\(articles)\(certificates)</section>\n"
    }

    private var owner: String {
        guard let place = entry.policyEntry else { return "" }
        let owner = place.owner.map { ", \($0)" } ?? ""
        return "<p>\("\(place.group)\(owner)".asXML)</p>\n"
    }

    private var ladder: String {
        let ladder: Ladder
        switch entry {
        case .call(let verdict, _): ladder = Ladder(verdict)
        case .file(let verdict): ladder = Ladder(verdict)
        case .heading, .together, .failure: return ""
        }
        let rungs = ladder.rungs.map { rung in
            let time = rung.stage.duration.map { " <small>\($0.inMilliseconds) ms</small>" } ?? ""
            let detail = rung.stage.detail.isEmpty ? "" : " \(rung.stage.detail.asXML)"
            return "<li data-stage=\"\(rung.stage.name.rawValue)\" data-outcome=\"\(rung.stage.outcome.rawValue)\">"
                + "<b>\(rung.stage.name.title.asXML)</b> <i>\(rung.stage.outcome.rawValue)</i>\(detail)\(time)</li>\n"
        }
        return "<ol class=\"ladder\">\n\(rungs.joined())</ol>\n"
    }

    /// What only this protocol tells.
    private var facts: String {
        let product = entry.observation?.facts.product.map { FactLine("product", $0.name) }
        let lines = [product].compactMap(\.self) + (entry.observation?.facts.service?.lines ?? []) + entry.togetherLines
        let told = lines.map { "<dt>\($0.label.asXML)</dt><dd>\($0.text.asXML)</dd>\n" }
        return told.isEmpty ? "" : "<dl>\n\(told.joined())</dl>\n"
    }
}

// Findings.
extension HTMLSection {
    private func article(_ finding: Finding, explained: inout Set<String>) -> String {
        let word = finding.isIgnored ? "ignored" : finding.severity.rawValue
        let seen = finding.evidence.isEmpty ? "" : "<p>Seen: <code>\(finding.evidence.asXML)</code></p>\n"
        let fix = finding.fix.isEmpty ? "" : "<p>Fix: \(finding.fix.asXML)</p>\n"
        let reason = finding.exemption.map { "<p>Known until \($0.until.asXML): \($0.reason.asXML)</p>\n" } ?? ""
        return "<article data-finding=\"\(finding.id)\" data-severity=\"\(finding.severity.rawValue)\">\n"
            + "<h3><strong>\(word)</strong> \(finding.id.asXML)</h3>\n<p>\(finding.message.asXML)</p>\n"
            + seen + fix + reason + explanation(of: finding, &explained) + "</article>\n"
    }

    /// What `portcall explain` says, once on a page: a thousand calls may have the same finding.
    private func explanation(of finding: Finding, _ explained: inout Set<String>) -> String {
        guard let explanation = Explanation.named(finding.id) else { return "" }
        let isNew = explained.insert(finding.id).inserted
        let page = isNew ? ExplanationPrinter(Style(width: 100)).print(explanation.page) : ""
        let text =
            isNew
            ? "<pre id=\"explain-\(finding.id)\">\(page.asPreformatted)</pre>"
            : "<p><a href=\"#explain-\(finding.id)\">As above.</a></p>"
        return "<details><summary>portcall explain \(finding.id)</summary>\(text)</details>\n"
    }
}

// Certificates.
extension HTMLSection {
    private var certificates: String {
        let all = entry.certificates
        guard !all.isEmpty else { return "" }
        let lists = all.enumerated().map { place, certificate in
            "<h3>certificate \(place + 1) of \(all.count)</h3>\n\(list(certificate))"
        }
        return "<details><summary>certificates</summary>\n\(lists.joined())</details>\n"
    }

    private func list(_ certificate: Certificate) -> String {
        let names = certificate.names.dns + certificate.names.ip + certificate.names.email
        let lines = [
            ("subject", certificate.subject.asXML), ("issuer", certificate.issuer.asXML),
            ("serial", certificate.serial.asXML),
            ("valid", "\(certificate.notBefore.asHTML) to \(certificate.notAfter.asHTML)"),
            ("names", names.joined(separator: ", ").asXML), ("key", certificate.key.words.asXML),
            ("signature", certificate.signature.asXML), ("sha256", certificate.sha256.asXML),
            ("spki sha256", certificate.spkiSHA256.asXML),
        ]
        let told = lines.filter { !$0.1.isEmpty }.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" }
        return "<dl>\n\(told.joined())</dl>\n"
    }
}

extension Entry {
    fileprivate var certificates: [Certificate] {
        switch self {
        case .call(let verdict, _): verdict.observation.tls?.chain.certificates ?? []
        case .file(let verdict): verdict.file.chain.certificates
        case .heading, .together, .failure: []
        }
    }

    /// What the calls tell together.
    fileprivate var togetherLines: [FactLine] {
        guard case .together(let summary, _, _) = self else { return [] }
        return summary.lines + [summary.conclusion.map { FactLine("conclusion", $0) }].compactMap(\.self)
    }
}

extension String {
    /// Ours, of several lines.
    fileprivate var asPreformatted: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).asXML }.joined(separator: "\n")
    }
}

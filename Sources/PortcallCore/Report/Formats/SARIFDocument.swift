/// For CI that reads what analysis found: SARIF 2.1.0, one run, a result a finding, notes included.
struct SARIFDocument: Document {
    private let run: Run
    private var rules: [String] = []
    private var results: [Record.Value] = []
    private var failures: [Record.Value] = []

    init(_ run: Run) {
        self.run = run
    }

    mutating func add(_ entry: Entry) -> String {
        if case .failure(let target, let reason) = entry {
            let text = "\(target): \(reason)"
            failures.append(.tree(["level": .text("error"), "message": .words(text)]))
        }
        var counts: [String: Int] = [:]
        for finding in entry.findings {
            counts[finding.id, default: 0] += 1
            results.append(result(finding, of: entry, number: counts[finding.id] ?? 1))
        }
        return ""
    }

    func end(_ closing: Closing) -> String {
        let isSuccessful = !closing.isInterrupted && failures.isEmpty && closing.exitCode <= 2
        var invocation = Record([
            ("executionSuccessful", .flag(isSuccessful)), ("startTimeUtc", .text(run.started.description)),
            ("exitCode", .integer(closing.exitCode)),
        ])
        if !failures.isEmpty { invocation["toolExecutionNotifications"] = .list(failures) }
        let driver = Record([
            ("name", .text("portcall")), ("version", .text(run.version)), ("rules", .list(rules.map(rule))),
        ])
        let whole = Record([
            ("tool", .tree(["driver": .record(driver)])), ("invocations", .list([.record(invocation)])),
            ("results", .list(results)),
        ])
        let document = Record([
            ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .text("2.1.0")),
            ("runs", .list([.record(whole)])),
        ])
        return JSONPrinter().print(document) + "\n"
    }
}

// Results.
extension SARIFDocument {
    private mutating func result(_ finding: Finding, of entry: Entry, number: Int) -> Record.Value {
        let index = rules.firstIndex(of: finding.id) ?? rules.count
        if index == rules.count { rules.append(finding.id) }
        let text = ["\(entry.target): \(finding.message)", finding.fix].filter { !$0.isEmpty }.joined(separator: " ")
        let address = entry.address
        let parts = [entry.target, entry.addressOfItsOwn(in: run), finding.id, number > 1 ? String(number) : nil]
        var properties = Record([("evidence", .text(finding.evidence))])
        properties["address"] = address.map { .text($0) }
        return .tree([
            "ruleId": .text(finding.id),
            "ruleIndex": .integer(index),
            "level": .text(finding.severity.sarifLevel),
            "message": .words(text),
            "locations": .list([location(of: entry)]),
            "partialFingerprints": .tree(["portcall/1": .text(parts.compactMap(\.self).joined(separator: " "))]),
            "suppressions": .list(finding.isIgnored ? [suppression(finding.exemption)] : []),
            "properties": .record(properties),
        ])
    }

    /// Why it is let be, where a policy says so.
    private func suppression(_ exemption: Exemption?) -> Record.Value {
        var suppression = Record([("kind", .text("external"))])
        suppression["justification"] = exemption.map { .text($0.reason) }
        return .record(suppression)
    }

    private func location(of entry: Entry) -> Record.Value {
        let place = entry.policyEntry
        let uri = place.map { $0.file.relativeURI(from: run.folder) } ?? entry.uri(from: run.folder)
        let region = Record.Value.tree(["startLine": .integer(max(1, place?.line ?? 1))])
        let name: Record.Value = .tree(["fullyQualifiedName": .text(entry.target), "kind": .text("resource")])
        return .tree([
            "physicalLocation": .tree(["artifactLocation": .tree(["uri": .text(uri)]), "region": region]),
            "logicalLocations": .list([name]),
        ])
    }
}

// Rules.
extension SARIFDocument {
    private func rule(_ id: String) -> Record.Value {
        let explanation = Explanation.named(id)
        let meaning = explanation?.page.common.meaning.joined(separator: "\n\n") ?? id
        let page = explanation.map { ExplanationPrinter(Style(width: 100)).print($0.page) } ?? id
        let level = max(explanation?.severity ?? .warning, Self.worse[id] ?? .note).sarifLevel
        return .tree([
            "id": .text(id),
            "shortDescription": .words(id),
            "fullDescription": .words(meaning),
            "help": .words(page),
            "defaultConfiguration": .tree(["level": .text(level)]),
        ])
    }

    /// What weighs more on some services than its explanation says.
    private static let worse: [String: Severity] = [
        "certificate-chain-order": .critical, "http-service-failing": .critical, "starttls-not-offered": .critical,
        "starttls-refused": .critical,
    ]
}

extension Severity {
    /// As SARIF calls it.
    fileprivate var sarifLevel: String {
        switch self {
        case .critical: "error"
        case .warning: "warning"
        case .note: "note"
        }
    }
}

extension Entry {
    fileprivate var address: String? {
        if case .call(let verdict, _) = self { verdict.observation.calledAddress } else { nil }
    }

    /// A relative reference that stands for a file, where there is none.
    fileprivate func uri(from folder: String) -> String {
        switch self {
        case .call(let verdict, _):
            let target = verdict.observation.plan.target
            return [target.service.name, target.host.text, String(target.port)].map(\.asPathSegment)
                .joined(separator: "/")
        case .file(let verdict): return verdict.file.name.relativeURI(from: folder)
        case .together(_, let name, _):
            let words = name.split(separator: " ").map(String.init)
            return [words.first, words.last].compactMap { $0?.asPathSegment }.joined(separator: "/")
        case .heading(let text), .failure(let text, _): return text.asPathSegment
        }
    }
}

extension String {
    /// What is unreserved stands for itself (RFC 3986 section 2.3); a segment of dots alone would mean a folder.
    fileprivate var asPathSegment: String {
        let isFolder = allSatisfy { $0 == "." }
        return utf8.map { byte in
            let letter = Unicode.Scalar(byte)
            let isPlain =
                letter.properties.isAlphabetic && byte < 0x80 || ("0"..."9").contains(letter)
                || "-_~".unicodeScalars.contains(letter) || letter == "." && !isFolder
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(letter) : "%\(digits.count < 2 ? "0" : "")\(digits)"
        }.joined()
    }

    /// Of a file: from the folder where it lies below it, else its name alone.
    func relativeURI(from folder: String) -> String {
        let parts = split(separator: "/").map(String.init)
        let home = folder.split(separator: "/").map(String.init)
        let absolute = (hasPrefix("/") ? parts : home + parts).reduce(into: [String]()) { path, part in
            if part == ".." { _ = path.popLast() } else if part != "." { path.append(part) }
        }
        let isBelow = absolute.count > home.count && absolute.starts(with: home)
        return (isBelow ? Array(absolute.dropFirst(home.count)) : Array(absolute.suffix(1))).map(\.asPathSegment)
            .joined(separator: "/")
    }
}

extension Record.Value {
    /// A record whose labels are SARIF's.
    fileprivate static func tree(_ fields: KeyValuePairs<String, Record.Value>) -> Self {
        .record(Record(fields.map { (label: $0.key, value: $0.value) }))
    }

    /// As SARIF has a message.
    fileprivate static func words(_ text: String) -> Self { .tree(["text": .text(text)]) }
}

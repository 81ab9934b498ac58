/// For CI that reads test reports: a suite a group of a policy, a test a call.
///
/// Valid by the schema of Ant (`JUnit.xsd`) and by that of Jenkins (`junit-10.xsd`). A test fails exactly where the
/// verdict is not ok, so that it agrees with the exit code.
struct JUnitDocument: Document {
    private let run: Run
    private var suites: [JUnitSuite] = []

    init(_ run: Run) {
        self.run = run
    }

    mutating func add(_ entry: Entry) -> String {
        guard entry.isTold else { return "" }
        let name = entry.policyEntry?.group ?? "portcall"
        let place = suites.firstIndex { $0.name == name } ?? suites.count
        if place == suites.count { suites.append(JUnitSuite(name)) }
        suites[place].add(JUnitCase(entry, in: run))
        return ""
    }

    func end(_ closing: Closing) -> String {
        let all = suites.isEmpty ? [JUnitSuite("portcall")] : suites
        let began = String(run.started.description.dropLast())
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
            + all.enumerated().map { $0.element.text(id: $0.offset, began: began) }.joined() + "</testsuites>\n"
    }
}

private struct JUnitSuite {
    let name: String
    private var cases: [JUnitCase] = []

    init(_ name: String) {
        self.name = name
    }

    /// A name that is there already would be taken for another run of the same test.
    mutating func add(_ one: JUnitCase) {
        var one = one
        if cases.contains(where: { $0.isCalled(as: one) }) { one.name += " (\(one.target))" }
        cases.append(one)
    }

    func text(id: Int, began: String) -> String {
        let attributes = [
            ("id", String(id)), ("package", "portcall"), ("name", name), ("tests", String(cases.count)),
            ("failures", String(cases.count(where: \.isFailure))), ("errors", String(cases.count(where: \.isError))),
            ("skipped", "0"), ("time", cases.reduce(Duration.zero) { $0 + $1.elapsed }.inDecimalSeconds),
            ("timestamp", began), ("hostname", "localhost"),
        ]
        return "  <testsuite\(attributes.asXML)>\n    <properties/>\n" + cases.map(\.text).joined()
            + "    <system-out/>\n    <system-err/>\n  </testsuite>\n"
    }
}

private struct JUnitCase {
    let target: String
    let elapsed: Duration
    var name: String
    private let classname: String
    private let severity: Severity?
    private let findings: [Finding]
    private let reason: String?

    var isFailure: Bool { severity != nil }
    var isError: Bool { reason != nil }

    init(_ entry: Entry, in run: Run) {
        target = entry.target
        severity = entry.severity
        findings = entry.findings.significant
        var (elapsed, reason) = (Duration.zero, String?.none)
        switch entry {
        case .call(let verdict, _):
            let plan = verdict.observation.plan
            let address = entry.addressOfItsOwn(in: run).map { " (\($0))" } ?? ""
            elapsed = verdict.observation.ended
            name = plan.target.asTestName + address
            classname = (["portcall", plan.policyEntry?.group, plan.service.name].compactMap(\.self))
                .joined(separator: ".")
        case .file: (classname, name) = ("portcall.chain", entry.target)
        case .together(_, let title, _):
            (classname, name) = ("portcall.\(title.split(separator: " ").first ?? "")", title)
        case .failure(let text, let words):
            let target = try? Target(text)
            classname = target.map { "portcall.\($0.service.name)" } ?? "portcall"
            name = target?.asTestName ?? text
            reason = words
        case .heading(let words): (classname, name) = ("portcall", words)
        }
        (self.elapsed, self.reason) = (elapsed, reason)
    }

    func isCalled(as other: JUnitCase) -> Bool { classname == other.classname && name == other.name }

    var text: String {
        let head =
            "    <testcase\([("classname", classname), ("name", name), ("time", elapsed.inDecimalSeconds)].asXML)>"
        if let reason {
            let attributes = [("type", "error"), ("message", reason)].asXML
            return "\(head)\n      <error\(attributes)>\(reason.asXML)</error>\n    </testcase>\n"
        }
        guard let severity else { return "\(head)</testcase>\n" }
        let ids = findings.map(\.id).withoutRepetition.joined(separator: ", ")
        let attributes = [("type", severity.rawValue), ("message", ids)].asXML
        let words = findings.map(words).joined(separator: "\n\n")
        return "\(head)\n      <failure\(attributes)>\(words)</failure>\n    </testcase>\n"
    }

    private func words(_ finding: Finding) -> String {
        let seen = finding.evidence.isEmpty ? nil : "Seen: \(finding.evidence)"
        let fix = finding.fix.isEmpty ? nil : "Fix: \(finding.fix)"
        return ["\(finding.severity.rawValue): \(finding.id)", finding.message, seen, fix].compactMap { $0?.asXML }
            .joined(separator: "\n")
    }
}

extension Target {
    fileprivate var asTestName: String { "\(host.bracketed):\(port)" }
}

extension [(String, String)] {
    /// As attributes, a space before each.
    fileprivate var asXML: String { map { " \($0)=\"\($1.asXML)\"" }.joined() }
}

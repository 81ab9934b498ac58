/// For the textfile collector of Prometheus: its text format 0.0.4, in which a failure loses none of the facts.
///
/// Nothing is printed for what is not known, and a family without samples is left out whole.
struct PrometheusDocument: Document {
    private let run: Run
    private var families = Dictionary(uniqueKeysWithValues: MetricFamily.allCases.map { ($0, MetricSamples($0)) })

    init(_ run: Run) {
        self.run = run
    }

    mutating func add(_ entry: Entry) -> String {
        switch entry {
        case .heading, .failure: break
        case .together(let summary, let name, _): if entry.isTold { take([("target", name)], summary.findings) }
        case .call(let verdict, _):
            let address = entry.addressOfItsOwn(in: run) ?? ""
            let labels = [("target", verdict.observation.plan.target.text), ("address", address)]
            take(labels, verdict.findings)
            take(labels, verdict.record)
            add(.timestamp, labels, .seconds(verdict.observation.plan.started))
        case .file(let verdict):
            let labels = [("target", verdict.file.name)]
            take(labels, verdict.findings)
            take(labels, verdict.record)
            add(.timestamp, labels, .seconds(verdict.file.started))
        }
        return ""
    }

    mutating func end(_ closing: Closing) -> String {
        add(.run, [], .seconds(closing.ended))
        add(.build, [("version", run.version)], .one)
        return MetricFamily.allCases.compactMap { families[$0]?.text }.joined()
    }

    private mutating func add(_ family: MetricFamily, _ labels: [(String, String?)], _ value: MetricValue?) {
        guard let value else { return }
        families[family]?.add(labels, value)
    }
}

// What a call, or a chain in a file, comes to.
extension PrometheusDocument {
    private mutating func take(_ labels: [(String, String?)], _ findings: [Finding]) {
        add(.verdict, labels, MetricValue(findings.worst))
        for finding in findings.significant {
            add(.finding, labels + [("finding", finding.id)], MetricValue(finding.severity))
        }
    }

    private mutating func take(_ labels: [(String, String?)], _ record: Record) {
        let isCall = record[.service]?.asText != nil
        add(.up, labels, isCall ? record[.confirmed].flatMap(MetricValue.init(flag:)) : nil)
        add(.duration, labels, record[.elapsed]?.asInteger.map { .milliseconds($0) })
        for stage in record[.stages]?.asRecords ?? [] where stage[.outcome]?.asText != Stage.Outcome.skipped.rawValue {
            let name = ("stage", stage[.name]?.asText)
            add(.stage, labels + [name], stage[.milliseconds]?.asInteger.map { .milliseconds($0) })
        }
        let who = [Record.Label.service, .group, .owner].map { ($0.rawValue, record[$0]?.asText) }
        add(.target, labels + who, .one)
        if let tls = record[.tls]?.asRecord { take(labels, tls: tls) }
    }

    private mutating func take(_ labels: [(String, String?)], tls: Record) {
        if tls[.version]?.asText != nil {
            let session = [Record.Label.mode, .version, .cipher].map { ($0.rawValue, tls[$0]?.asText) }
            add(.tls, labels + session, .one)
        }
        guard let leaf = tls[.certificates]?.asRecords.first else { return }
        add(.verified, labels, tls[.verified].flatMap(MetricValue.init(flag:)))
        add(.nameMatches, labels, tls[.nameMatches].flatMap(MetricValue.init(flag:)))
        add(.notBefore, labels, leaf[.notBefore].flatMap(MetricValue.init(moment:)))
        add(.notAfter, labels, leaf[.notAfter].flatMap(MetricValue.init(moment:)))
        add(.warn, labels, tls[.warnSeconds]?.asInteger.map { .whole($0) })
        add(.pathNotAfter, labels, tls[.pathNotAfter].flatMap(MetricValue.init(moment:)))
        let facts = [Record.Label.subject, .issuer, .serial, .sha256].map { ($0.rawValue, leaf[$0]?.asText) }
        add(.certificate, labels + facts, .one)
    }
}

/// A form in which the results of a run are printed.
public enum Format: String, CaseIterable, Sendable {
    /// For people: a ladder a call, then what is wrong and what to do.
    case text
    /// For people: a line a call.
    case brief
    /// An object a line and a call.
    case json
    /// For monitoring systems of the Nagios family.
    case nagios
    /// For the textfile collector of Prometheus.
    case prometheus
    /// For CI that reads test reports.
    case junit
    /// For CI that reads what analysis found.
    case sarif
    /// For spreadsheets: a row a call.
    case csv
    /// A page of its own, for a browser or a printer.
    case html
    /// For a job summary or an issue.
    case markdown

    /// The calls are printed one by one, as they end; else all of them once the last has.
    public var isStreamed: Bool {
        switch self {
        case .text, .brief, .json, .csv: true
        case .nagios, .prometheus, .junit, .sarif, .html, .markdown: false
        }
    }

    /// An empty document of this form.
    public func document(of run: Run) -> any Document {
        switch self {
        case .text: TextDocument(run)
        case .brief: BriefDocument(run)
        case .json: JSONDocument()
        case .nagios: NagiosDocument()
        case .prometheus: PrometheusDocument(run)
        case .junit: JUnitDocument(run)
        case .sarif: SARIFDocument(run)
        case .csv: CSVDocument()
        case .html: HTMLDocument(run)
        case .markdown: MarkdownDocument()
        }
    }
}

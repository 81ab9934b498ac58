/// For people: each call in full, and below them what they come to.
struct TextDocument: Document {
    private let text: TextPrinter
    private let certificates: CertificatePrinter
    private let checkup: CheckupPrinter
    private let profile: ProfilePrinter

    init(_ run: Run) {
        text = TextPrinter(run.style, files: run.files)
        certificates = CertificatePrinter(run.style, files: run.files)
        checkup = CheckupPrinter(run.style, files: run.files)
        profile = ProfilePrinter(run.style)
    }

    /// An empty line stands between two calls.
    func add(_ entry: Entry) -> String {
        switch entry {
        case .heading(let words): text.heading(words) + "\n"
        case .call(let verdict, let view): shown(verdict, as: view)
        case .file(let verdict): certificates.print(verdict) + "\n"
        case .together(let summary, _, .comparison): checkup.comparison(summary)
        case .together(let summary, _, .details): checkup.details(summary) + "\n"
        case .together(let summary, _, .table(let asked)):
            profile.print(summary.verdicts, of: asked) + checkup.details(summary) + "\n"
        // Told on standard error.
        case .failure: ""
        }
    }

    func end(_ closing: Closing) -> String {
        closing.notices.map { "\($0.escaped)\n" }.joined()
    }

    private func shown(_ verdict: Verdict, as view: CallView) -> String {
        switch view {
        case .whole: text.print(verdict) + "\n"
        case .certificates: certificates.print(verdict) + "\n"
        case .line(let host): checkup.line(verdict, of: host)
        case .row: ""
        }
    }
}

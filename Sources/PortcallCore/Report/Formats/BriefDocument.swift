/// For people: a line a call, or one a call that is not well.
struct BriefDocument: Document {
    private let text: TextPrinter
    private let showsFaultsOnly: Bool

    init(_ run: Run) {
        text = TextPrinter(run.style, files: run.files)
        showsFaultsOnly = run.showsFaultsOnly
    }

    func add(_ entry: Entry) -> String {
        switch entry {
        case .call(let verdict, _): showsFaultsOnly && verdict.severity == nil ? "" : text.printBriefly(verdict)
        case .file(let verdict): showsFaultsOnly && verdict.severity == nil ? "" : text.printBriefly(verdict)
        case .together where !entry.isTold: ""
        case .together(let summary, _, _):
            showsFaultsOnly && summary.severity == nil ? "" : text.printBriefly(summary)
        case .heading, .failure: ""
        }
    }
}

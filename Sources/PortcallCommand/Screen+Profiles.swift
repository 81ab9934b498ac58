import Portcall

// What is told of profiles without a call.
extension Screen {
    /// Shows records to programs, as objects or as a table, and to people what `text` makes of them.
    func list(_ records: [Record], asTable: Bool, text: (Style) -> String) {
        switch format {
        case _ where asTable, .csv: StandardOutput.print(CSVPrinter().print(records))
        case .json: StandardOutput.print(records.map { JSONPrinter().print($0) + "\n" }.joined())
        case .text, .brief, .nagios, .prometheus, .junit, .sarif, .html, .markdown:
            StandardOutput.print(text(style))
        }
        StandardOutput.commit()
    }
}

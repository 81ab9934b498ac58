import Portcall

// Profiles: what is told of them, and what was found.
extension Screen {
    /// Shows records to programs, as objects or as a table, and to people what `text` makes of them.
    func show(_ records: [Record], csv: Bool, text: (Style) -> String) {
        if csv {
            StandardOutput.print(CSVPrinter().print(records))
        } else if options.json {
            StandardOutput.print(records.map { JSONPrinter().print($0) + "\n" }.joined())
        } else {
            StandardOutput.print(text(Terminal.style(options)))
        }
    }

    /// Shows one call at once to those who read a line a call; to people it is shown with the others.
    func show(_ verdict: Verdict, on path: DataPath?) {
        guard options.json || options.isBrief else { return }
        put(verdict.severity, verdict.record(on: path), brief: text.printBriefly(verdict), whole: "")
    }

    /// Shows all calls of a profile, and what they come to.
    func show(_ summary: CheckupSummary, of profile: Profile) {
        if !options.json, !options.isBrief {
            StandardOutput.print(ProfilePrinter(Terminal.style(options)).print(summary.verdicts, of: profile))
        }
        show(summary)
    }
}

import ArgumentParser
import Portcall

/// How the results of a sweep are written, a line each.
///
/// Another format is a case here: how it writes a call and a line of the list that names no target, and how it reads
/// back what it wrote, where a sweep can be continued from that.
enum SweepFormat: Sendable {
    case text
    case brief
    case json
    case csv

    /// - Throws: that it is one of those which are printed whole or not at all.
    init(_ options: OutputOptions) throws {
        switch try options.chosen() {
        case .text: self = .text
        case .brief: self = .brief
        case .json: self = .json
        case .csv: self = .csv
        case .nagios, .prometheus, .junit, .sarif, .html, .markdown:
            throw ValidationError("sweep prints each call as it ends: take text, brief, json or csv.")
        }
    }

    /// What stands before the first result.
    var head: String {
        switch self {
        case .text, .brief, .json: ""
        case .csv: CSVDocument.header
        }
    }

    /// A sweep can be continued from what was written.
    var isReadBack: Bool {
        switch self {
        case .text, .brief: false
        case .json, .csv: true
        }
    }

    /// A line that was written, without its line feed; nil where it is no such line.
    func read(_ line: some Sequence<UInt8>) -> SweepEntry? {
        switch self {
        case .text, .brief: nil
        case .json: SweepEntry(json: line)
        case .csv: SweepEntry(csv: line)
        }
    }

    func line(_ verdict: Verdict, _ entry: SweepEntry, _ style: Style) -> String {
        switch self {
        case .text: SweepPrinter(style).line(entry)
        case .brief: TextPrinter(style).printBriefly(verdict)
        case .json: JSONPrinter().print(verdict.record) + "\n"
        case .csv: CSVDocument.row(verdict)
        }
    }

    /// A call that this machine could not make.
    func line(unjudged entry: SweepEntry, _ reason: String, _ style: Style) -> String {
        switch self {
        case .text, .brief: SweepPrinter(style).line(entry)
        case .json: JSONPrinter().print(Record(error: reason, target: entry.target)) + "\n"
        case .csv: CSVDocument.row(error: reason, target: entry.target)
        }
    }

    /// A line of the list that names no target.
    func line(_ line: RosterLine, _ reason: String, _ style: Style) -> String {
        switch self {
        case .text, .brief: SweepPrinter(style).line(SweepEntry(line, reason))
        case .json: JSONPrinter().print(Record(line, error: reason)) + "\n"
        case .csv: CSVDocument.row(error: "line \(line.number): \(reason)", target: line.text)
        }
    }
}

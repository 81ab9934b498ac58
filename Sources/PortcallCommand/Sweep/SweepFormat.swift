import Portcall

/// How the results of a sweep are written, a line each.
///
/// Another format is a case here: how it writes a call and a line of the list that names no target, and how it reads
/// back what it wrote, where a sweep can be continued from that.
enum SweepFormat: Sendable {
    case text
    case brief
    case json

    init(_ options: OutputOptions) {
        self = options.json ? .json : options.isBrief ? .brief : .text
    }

    /// A sweep can be continued from what was written.
    var isReadBack: Bool {
        switch self {
        case .text, .brief: false
        case .json: true
        }
    }

    /// A line that was written, without its line feed; nil where it is no such line.
    func read(_ line: some Sequence<UInt8>) -> SweepEntry? {
        switch self {
        case .text, .brief: nil
        case .json: SweepEntry(json: line)
        }
    }

    func line(_ verdict: Verdict, _ entry: SweepEntry, _ style: Style) -> String {
        switch self {
        case .text: SweepPrinter(style).line(entry)
        case .brief: TextPrinter(style).printBriefly(verdict)
        case .json: JSONPrinter().print(verdict.record) + "\n"
        }
    }

    /// A line of the list that names no target.
    func line(_ line: RosterLine, _ reason: String, _ style: Style) -> String {
        switch self {
        case .text, .brief: SweepPrinter(style).line(SweepEntry(line, reason))
        case .json: JSONPrinter().print(Record(line, error: reason)) + "\n"
        }
    }
}

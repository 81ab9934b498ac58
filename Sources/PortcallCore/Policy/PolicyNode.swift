/// A value of a policy file, and the line on which it stands.
package struct PolicyNode: Equatable, Sendable {
    /// What TOML knows, as far as a policy has it.
    package indirect enum Content: Equatable, Sendable {
        case text(String)
        case integer(Int)
        case number(Double)
        case flag(Bool)
        /// A day without a time, as its first second.
        case day(Timestamp)
        /// A time, with or without a day.
        case time
        case list([PolicyNode])
        case table([String: PolicyNode])
    }

    /// From 1; of a key's value that of the key, of a table that of its header.
    package let line: Int
    package let content: Content

    package init(_ content: Content, line: Int) {
        self.content = content
        self.line = line
    }
}

extension PolicyNode {
    var asText: String? { if case .text(let text) = content { text } else { nil } }
    var asTable: [String: PolicyNode]? { if case .table(let table) = content { table } else { nil } }
    var asList: [PolicyNode]? { if case .list(let list) = content { list } else { nil } }

    /// As a sentence names it: `a number`.
    var kind: String {
        switch content {
        case .text: "a string"
        case .integer, .number: "a number"
        case .flag: "true or false"
        case .day: "a date"
        case .time: "a time"
        case .list: "an array"
        case .table: "a table"
        }
    }
}

/// Something wrong with a policy file.
package struct PolicyComplaint: Hashable, Sendable {
    /// From 1.
    package let line: Int
    /// A sentence, without its full stop.
    package let words: String

    package init(line: Int, _ words: String) {
        self.line = line
        self.words = words
    }

    /// As compilers and editors have it: `portcall.toml:12: …`.
    package func text(in file: String) -> String { "\(file.escaped):\(line): \(words)" }
}

/// All that is wrong with a policy file, in the order of its lines.
package struct MalformedPolicy: Error, Equatable, Sendable {
    package let complaints: [PolicyComplaint]

    package init(_ complaints: [PolicyComplaint]) {
        self.complaints = complaints
    }

    /// A line each, and how many more there are where nobody would read them all.
    package func lines(in file: String) -> [String] {
        let shown = complaints.prefix(Self.most).map { $0.text(in: file) }
        let others = complaints.count - shown.count
        return shown + (others > 0 ? ["\(file.escaped): and \(others) more like these"] : [])
    }

    private static let most = 100
}

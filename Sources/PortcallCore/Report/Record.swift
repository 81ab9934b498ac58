/// An ordered tree of labelled values: what every format for programs is printed from.
///
/// A new fact appears in all of them by being put in the record once. Screens are printed from the values themselves.
public struct Record: Equatable, Sendable {
    /// What stands behind a label.
    public indirect enum Value: Equatable, Sendable {
        case text(String)
        case integer(Int)
        case flag(Bool)
        case null
        case list([Value])
        case record(Record)
    }

    /// In the order in which they are printed.
    public private(set) var fields: [(label: String, value: Value)]

    package init(_ fields: [(label: String, value: Value)] = []) {
        self.fields = fields
    }

    /// The value of a label; setting one that is there replaces it in its place.
    public package(set) subscript(label: String) -> Value? {
        get { fields.first { $0.label == label }?.value }
        set {
            guard let index = fields.firstIndex(where: { $0.label == label }) else {
                if let newValue { fields.append((label, newValue)) }
                return
            }
            if let newValue { fields[index].value = newValue } else { fields.remove(at: index) }
        }
    }

    public static func == (a: Record, b: Record) -> Bool {
        a.fields.elementsEqual(b.fields) { $0.label == $1.label && $0.value == $1.value }
    }
}

extension Record.Value {
    /// Text, or null where there is none.
    static func text(_ text: String?) -> Self { text.map { .text($0) } ?? .null }
    static func flag(_ flag: Bool?) -> Self { flag.map { .flag($0) } ?? .null }
    static func texts(_ texts: [String]) -> Self { .list(texts.map { .text($0) }) }

    /// The text, where it is one.
    public var asText: String? { if case .text(let text) = self { text } else { nil } }
    /// The number, where it is one.
    public var asInteger: Int? { if case .integer(let integer) = self { integer } else { nil } }
    /// The record, where it is one.
    public var asRecord: Record? { if case .record(let record) = self { record } else { nil } }
    /// The texts of a list; none where it is no list.
    public var asTexts: [String] { if case .list(let list) = self { list.compactMap(\.asText) } else { [] } }
    /// The records of a list; none where it is no list.
    public var asRecords: [Record] { if case .list(let list) = self { list.compactMap(\.asRecord) } else { [] } }
}

/// An ordered tree of labelled values: what every format for programs is printed from.
///
/// A new fact appears in all of them by being put in the record once. Screens are printed from the values themselves.
public struct Record: Equatable, Sendable {
    public indirect enum Value: Equatable, Sendable {
        case text(String)
        case integer(Int)
        case flag(Bool)
        case null
        case list([Value])
        case record(Record)
    }

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

    public var asText: String? { if case .text(let text) = self { text } else { nil } }
    public var asInteger: Int? { if case .integer(let integer) = self { integer } else { nil } }
    public var asRecord: Record? { if case .record(let record) = self { record } else { nil } }
    public var asTexts: [String] { if case .list(let list) = self { list.compactMap(\.asText) } else { [] } }
    public var asRecords: [Record] { if case .list(let list) = self { list.compactMap(\.asRecord) } else { [] } }
}

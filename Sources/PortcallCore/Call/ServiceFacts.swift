/// What only one protocol has to tell; `lines` are for people, the `record` is for programs.
///
/// Its keys are those that JSON has below `protocol.details`; what stands behind them is the protocol's own affair.
public protocol ServiceFacts: Sendable {
    /// The record's `protocol.details`.
    var record: Record { get }
    /// What a person wants to know first.
    var lines: [FactLine] { get }
    /// The place on the server that a finding is about, as it was asked for; nil where it is about no place.
    func path(of finding: Finding) -> String?
    /// What follows where TLS is not offered, as a sentence goes on; nil where it is what follows elsewhere.
    var consequenceWithoutTLS: String? { get }
}

/// One line about a server, for people.
public struct FactLine: Equatable, Sendable {
    /// What stands before the label.
    public enum Mark: Sendable {
        case none
        case good
        case bad
        case neutral
        /// It works, and must be looked at.
        case doubtful
    }

    /// What stands before the label.
    public let mark: Mark
    /// At most 12 characters.
    public let label: String
    /// On one line; safe to print.
    public let text: String
    /// What it was taken from, as `the greeting`; nil for what the protocol's facts come from, empty for our own reading.
    public internal(set) var source: String?

    package init(_ label: String, _ text: String, _ mark: Mark = .none, from source: String? = nil) {
        self.label = label
        self.text = text
        self.mark = mark
        self.source = source
    }
}

extension FactLine {
    /// The same, taken from there unless it says itself.
    func taken(from source: String?) -> FactLine {
        FactLine(label, text, mark, from: self.source ?? source)
    }
}

extension ServiceFacts {
    /// None: the record says it all.
    public var lines: [FactLine] { [] }

    /// None: most protocols have no places.
    public func path(of finding: Finding) -> String? { nil }

    /// None: most protocols protect nothing themselves.
    public var consequenceWithoutTLS: String? { nil }
}

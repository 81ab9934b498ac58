/// A file that is no chain at all: there is nothing in it to judge.
public struct UnreadableChain: Error, Equatable, Sendable, CustomStringConvertible {
    /// Why, in words.
    public let description: String

    package init(_ description: String) {
        self.description = description
    }
}

extension String {
    /// Up to the first line feed.
    package var firstLine: String { split(separator: "\n", maxSplits: 1).first.map(String.init) ?? self }

    /// Up to the first space, in upper case.
    package var firstWord: String { String(prefix { $0 != " " }).uppercased() }

    /// What stands before the first separator, and what stands after it.
    package func cut(at separator: Character) -> (String, String) {
        guard let index = firstIndex(of: separator) else { return (self, "") }
        return (String(self[..<index]), String(self[self.index(after: index)...]))
    }

    package var trimmedAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }

    /// An address as it stands before a port.
    package var bracketed: String { contains(":") ? "[\(self)]" : self }
}

extension [String] {
    /// The first few, and how many more there are.
    package func listed(most: Int) -> String {
        let shown = prefix(most).joined(separator: ", ")
        return count > most ? "\(shown) and \(count - most) more" : shown
    }
}

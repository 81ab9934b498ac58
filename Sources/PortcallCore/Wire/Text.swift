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

extension StringProtocol {
    /// Whether these words stand in it somewhere, byte by byte.
    ///
    /// The standard library's search of that name goes by letters as a reader sees them: a tenth of what a call costs.
    func contains(_ words: String) -> Bool {
        var (text, words) = (String(self), words)
        return text.withUTF8 { text in words.withUTF8 { text.holds($0) } }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func holds(_ words: Self) -> Bool {
        guard let first = words.first else { return true }
        guard words.count <= count else { return false }
        return (0...count - words.count).contains { start in
            self[start] == first && words.indices.allSatisfy { self[start + $0] == words[$0] }
        }
    }
}

extension [String] {
    /// The first few, and how many more there are.
    package func listed(most: Int) -> String {
        let shown = prefix(most).joined(separator: ", ")
        return count > most ? "\(shown) and \(count - most) more" : shown
    }
}

/// The words that somebody may have meant.
enum Nearest {
    /// `did you mean imap?`; nil where nothing is close.
    ///
    /// What contains the word, or is contained in it, comes first; else what few letters tell apart.
    static func hint(to word: String, among known: [String]) -> String? {
        let word = word.lowercased()
        let alike = known.filter { $0.lowercased().contains(word) || word.contains($0.lowercased()) }
        let near = alike.isEmpty ? known.filter { distance(word, $0.lowercased()) <= max(1, word.count / 4) } : alike
        return near.isEmpty ? nil : "did you mean \(near.joined(separator: ", "))?"
    }

    /// How many letters must be put in, left out or changed to make one word of the other.
    private static func distance(_ word: String, _ other: String) -> Int {
        let letters = Array(other)
        var row = Array(0...letters.count)
        for (index, letter) in word.enumerated() {
            var next = [index + 1]
            for column in letters.indices {
                let change = row[column] + (letters[column] == letter ? 0 : 1)
                next.append(min(change, row[column + 1] + 1, next[column] + 1))
            }
            row = next
        }
        return row[letters.count]
    }
}

/// The words that somebody may have meant.
package enum Nearest {
    /// `did you mean imap?`; nil where nothing is close.
    package static func hint(to word: String, among known: [String]) -> String? {
        let near = words(to: word, among: known)
        return near.isEmpty ? nil : "did you mean \(near.joined(separator: ", "))?"
    }

    /// The closest of those known: what contains the word or is contained in it, else what it shortens part by part,
    /// else what few letters tell apart.
    package static func words(to word: String, among known: [String]) -> [String] {
        let plain = bare(word)
        guard plain.count > 1 else { return [] }
        let alike = known.filter { bare($0).contains(plain) || plain.contains(bare($0)) && bare($0).count > 2 }
        guard alike.isEmpty else { return alike }
        let shortened = known.filter { shortens(word.lowercased(), $0) }
        guard shortened.isEmpty else { return shortened }
        return few(plain, known)
    }

    /// Those that few letters tell apart, the nearest alone.
    package static func few(_ word: String, _ known: [String]) -> [String] {
        let (letters, most) = (Array(bare(word)), max(1, word.count / 4))
        // Each letter too many is one that tells them apart; so however long the word is, few are compared with it.
        let close = known.map { ($0, Array(bare($0))) }.filter { abs($0.1.count - letters.count) <= most }
        let distances = close.map { ($0, distance(letters, $1)) }
        let least = distances.map(\.1).min() ?? .max
        guard least <= most else { return [] }
        return distances.filter { $0.1 == least }.map(\.0)
    }

    /// Without what joins words, in lower case.
    private static func bare(_ word: String) -> String { word.lowercased().filter { $0 != "-" && $0 != "_" } }

    /// `cert-expired` for `certificate-expired`: as many parts, each the beginning of the other's.
    private static func shortens(_ word: String, _ known: String) -> Bool {
        let (parts, others) = (word.split(separator: "-"), known.split(separator: "-"))
        return parts.count == others.count && parts.count > 1 && zip(parts, others).allSatisfy { $1.hasPrefix($0) }
    }

    /// How many letters must be put in, left out, changed or swapped with the next to make one word of the other.
    private static func distance(_ word: [Character], _ other: [Character]) -> Int {
        var before: [Int] = []
        var row = Array(0...other.count)
        for index in word.indices {
            var next = [index + 1]
            for column in other.indices {
                var least = min(row[column + 1] + 1, next[column] + 1)
                least = min(least, row[column] + (other[column] == word[index] ? 0 : 1))
                if index > 0, column > 0, word[index] == other[column - 1], word[index - 1] == other[column] {
                    least = min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            (before, row) = (row, next)
        }
        return row[other.count]
    }
}

/// Everything that portcall may say to a server of one protocol: none of it changes anything or names anybody.
///
/// A test holds every vector to it.
package struct HarmlessRequests: Sendable {
    /// What there is, an element each, for people.
    package let words: [String]
    /// Whether these bytes, one message of ours, are among it.
    package let include: @Sendable ([UInt8]) -> Bool

    package init(_ words: [String], include: @escaping @Sendable ([UInt8]) -> Bool) {
        self.words = words
        self.include = include
    }

    /// Nothing at all is said.
    package static let none = HarmlessRequests([]) { _ in false }

    /// Whole lines like these; an asterisk stands for one word, of a form that cannot be another command.
    package static func lines(_ patterns: String...) -> HarmlessRequests {
        HarmlessRequests(patterns) { message in
            let lines = String(decoding: message, as: UTF8.self).split(
                separator: "\r\n",
                omittingEmptySubsequences: false
            )
            return lines.count > 1 && lines.last == ""
                && lines.dropLast().allSatisfy { line in patterns.contains { matches(line, $0) } }
        }
    }

    static func matches(_ line: Substring, _ pattern: String) -> Bool {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        let expected = pattern.split(separator: " ")
        return words.count == expected.count
            && zip(words, expected).allSatisfy { word, expected in
                expected == "*"
                    ? word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:[]".contains($0)) }
                        && !word.isEmpty : word == expected
            }
    }
}

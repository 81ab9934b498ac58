/// One message of an IRC server (RFC 2812 section 2.3.1).
package struct IRCMessage: Equatable, Sendable {
    /// As it came, safe to print.
    package let line: String
    /// Who says it: the server's name, and of Exchange's Chat Service that of its community.
    package let source: String?
    /// In upper case, or three digits.
    package let command: String
    package let parameters: [String]

    /// Reads one message off `input`, or returns nil and leaves it alone when it is not all there; empty lines are none.
    ///
    /// - Throws: what no server says before somebody has a name there.
    package init?(reading input: inout ByteQueue) throws(Malformed) {
        guard let line = try input.takeLineThatIsNotEmpty() else { return nil }
        var rest = line[...]
        // What a server of IRCv3 puts before a message is none of ours.
        if rest.hasPrefix("@") { rest = rest.drop { $0 != " " }.drop { $0 == " " } }
        var source: String?
        if rest.hasPrefix(":") {
            source = String(rest.dropFirst().prefix { $0 != " " })
            rest = rest.drop { $0 != " " }.drop { $0 == " " }
        }
        let command = rest.prefix { $0 != " " }.uppercased()
        let isNumeric = command.utf8.count == 3 && command.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let isKnown = source == nil ? Self.unprefixed.contains(command) : isNumeric || Self.words.contains(command)
        guard isKnown, source?.isEmpty != true else { throw .unexpected(line) }
        self.line = line
        self.source = source
        self.command = command
        parameters = Self.parameters(rest.drop { $0 != " " })
    }

    /// The last of them, which may have spaces in it.
    var text: String { parameters.last ?? "" }

    /// The code of a numeric.
    var number: Int? { Int(command) }

    private static let unprefixed: Set<String> = ["NOTICE", "ERROR", "PING"]
    private static let words: Set<String> = [
        "NOTICE", "ERROR", "PING", "PONG", "CAP", "KILL", "QUIT", "MODE", "FAIL", "WARN", "NOTE", "BATCH",
        "AUTHENTICATE",
    ]

    /// At most fifteen, as the document has it; the last begins with a colon where it has spaces.
    private static func parameters(_ text: Substring) -> [String] {
        var parameters: [String] = []
        var rest = text.drop { $0 == " " }
        while !rest.isEmpty {
            guard parameters.count < 14, !rest.hasPrefix(":") else {
                parameters.append(String(rest.hasPrefix(":") ? rest.dropFirst() : rest))
                break
            }
            let word = rest.prefix { $0 != " " }
            parameters.append(String(word))
            rest = rest.dropFirst(word.count).drop { $0 == " " }
        }
        return parameters
    }
}

extension ByteQueue {
    /// Takes empty lines and the one after them, or nil until that has come.
    fileprivate mutating func takeLineThatIsNotEmpty() throws(Malformed) -> String? {
        while let line = try takeLine() {
            guard line.isEmpty else { return line }
        }
        return nil
    }
}

/// What a server says up to the end of one command: untagged responses, then the tagged one (RFC 9051 section 7).
package struct IMAPReply: Equatable, Sendable {
    /// How a response ends, or begins, as RFC 9051 section 7.1 names it.
    package enum Status: String, Sendable {
        case ok = "OK"
        case no = "NO"
        case bad = "BAD"
        case bye = "BYE"
        case preauth = "PREAUTH"

        /// That of a line which begins with an asterisk; nil where it has none.
        init?(untagged line: String) {
            let words = line.split(separator: " ", maxSplits: 2)
            guard words.count > 1, words[0] == "*" else { return nil }
            self.init(rawValue: words[1].uppercased())
        }
    }

    package let status: Status
    /// The line that has the status, as it came.
    package let text: String
    /// The lines before it that begin with an asterisk, the asterisk aside.
    package let untagged: [String]

    /// An untagged line, the asterisk aside, that says PREAUTH.
    static func isPreauthentication(_ line: String) -> Bool {
        line.split(separator: " ", maxSplits: 1).first?.uppercased() == Status.preauth.rawValue
    }

    /// Reads the greeting, or returns nil and leaves `input` alone when its line has not arrived.
    ///
    /// NO and BAD are none by RFC 9051 section 7.1, and servers refuse by them all the same.
    package init?(greeting input: inout ByteQueue) throws(Malformed) {
        var ahead = input
        guard let line = try ahead.takeLineWithLiterals() else { return nil }
        guard let status = Status(untagged: line) else { throw .unexpected(line) }
        self.status = status
        text = line
        untagged = []
        input = ahead
    }

    /// Reads the answer to the command of that tag, or returns nil and leaves `input` alone when it is not all there.
    ///
    /// `* BYE` ends it too. A line that is neither untagged nor ours is passed over: Exchange 2003 sends one after the
    /// answer to CAPABILITY.
    package init?(reading input: inout ByteQueue, tag: String) throws(Malformed) {
        var ahead = input
        var untagged: [String] = []
        var count = 0
        while let line = try ahead.takeLineWithLiterals() {
            count += 1
            guard count <= ByteQueue.lineCountLimit else {
                throw .tooLong("an answer of more than \(ByteQueue.lineCountLimit) lines", quoting: line)
            }
            let words = line.split(separator: " ", maxSplits: 2)
            let status = words.count > 1 ? Status(rawValue: words[1].uppercased()) : nil
            if words.first == "*", status != .bye {
                untagged.append(String(line.dropFirst(2)))
            } else if words.first == "*" || words.first.map(String.init) == tag {
                guard let status else { throw .unexpected(line) }
                self.status = status
                text = line
                self.untagged = untagged
                input = ahead
                return
            }
        }
        return nil
    }
}

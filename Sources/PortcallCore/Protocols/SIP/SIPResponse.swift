/// One SIP response: status line, fields, and a body that is skipped (RFC 3261 section 7).
package struct SIPResponse: Equatable, Sendable {
    /// The status line as it came, safe to print.
    package let line: String
    package let status: Int
    /// Under their full names, in the order they came; one that came twice is there twice.
    package let fields: [HeaderField]

    /// 100 to 199: the answer is under way (section 8.1.3.2).
    var isProvisional: Bool { status < 200 }

    /// The values of a field; nil where there is none.
    subscript(name: String) -> String? { fields[joined: name] }

    /// It answers that request (section 17.1.3; a server that changes the branch answers all the same).
    func answers(_ request: SIPRequest) -> Bool {
        let words = (self["cseq"] ?? "").split(separator: " ").joined(separator: " ")
        return self["call-id"] == request.callID && words == SIPRequest.sequence
    }
}

extension SIPResponse {
    /// The longest body: more than any server sends of itself.
    private static let bodyLimit = 32_768

    /// Reads one response off `input`, or returns nil and leaves it alone when it is not all there.
    ///
    /// - Parameters:
    ///   - input: what has been received and not read.
    ///   - awaited: is told how many bytes must have come before it is worth asking again; nil where a line must end.
    ///   - isDatagram: nothing can come later.
    /// - Throws: what came instead of a response, or that there is too much of it.
    package init?(
        reading input: inout ByteQueue,
        _ awaited: inout Int?,
        isDatagram: Bool
    ) throws(Malformed) {
        awaited = nil
        guard let line = try input.takeEmptyLines() else {
            guard isDatagram, !input.isEmpty else { return nil }
            throw .unexpected(ByteQueue.quote(input.unread))
        }
        status = try Self.status(of: line)
        var ahead = input
        _ = try ahead.takeLine()
        guard let fields = try ahead.takeFields() else {
            guard !isDatagram else { throw .unexpected("\(line) (its fields are cut short)") }
            return nil
        }
        self.line = line
        self.fields = fields.map(\.withFullName)
        let length = try Self.bodyLength(self.fields[joined: "content-length"])
        guard ahead.take(length) != nil else {
            guard !isDatagram else { throw .unexpected("\(line) (its body is shorter than its Content-Length)") }
            awaited = input.count - ahead.count + length
            return nil
        }
        input = ahead
    }

    /// `SIP/2.0 200 OK`.
    private static func status(of line: String) throws(Malformed) -> Int {
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard
            parts.count >= 2, parts[0].uppercased() == "SIP/2.0", parts[1].utf8.count == 3, parts[1].isDigits,
            let status = Int(parts[1]), (100..<700).contains(status)
        else { throw .unexpected(line) }
        return status
    }

    /// Where it is missing there is no body on a stream (section 18.3), and in a datagram it does not matter.
    private static func bodyLength(_ text: String?) throws(Malformed) -> Int {
        guard let text else { return 0 }
        guard text[...].isDigits else { throw .unexpected("Content-Length: \(text)") }
        guard let length = Int(text), length <= bodyLimit else {
            throw .tooLong("a body of \(text.prefix(20)) bytes", quoting: "Content-Length: \(text.prefix(20))")
        }
        return length
    }
}

extension Substring {
    fileprivate var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

extension ByteQueue {
    /// Empty lines may stand before a message (section 7.5): they are dropped; the line after them stays.
    fileprivate mutating func takeEmptyLines() throws(Malformed) -> String? {
        while true {
            var ahead = self
            guard let line = try ahead.takeLine() else { return nil }
            guard line.isEmpty else { return line }
            self = ahead
        }
    }
}

extension HeaderField {
    /// One letter may stand for a name (section 7.3.3).
    fileprivate var withFullName: HeaderField {
        HeaderField(name: Self.fullNames[name] ?? name, value: value)
    }

    private static let fullNames = [
        "a": "accept-contact", "b": "referred-by", "c": "content-type", "e": "content-encoding", "f": "from",
        "i": "call-id", "k": "supported", "l": "content-length", "m": "contact", "o": "event", "r": "refer-to",
        "s": "subject", "t": "to", "u": "allow-events", "v": "via", "x": "session-expires",
    ]
}

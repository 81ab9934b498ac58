/// One final response: its head, and the beginning of its body.
package struct HTTPResponse: Equatable, Sendable {
    package let head: HTTPHead
    /// At most 4 KiB of it.
    package let body: [UInt8]
    /// The connection can take another request, for the response ended where it said it would.
    package let isReusable: Bool

    package var status: Int { head.status }

    package subscript(name: String) -> String? { head[name] }

    /// The body as text on one line, its other control characters spelled out.
    package var text: String {
        String(escaping: body.map { [0x09, 0x0A, 0x0D].contains($0) ? 0x20 : $0 })
    }

    /// What a page calls itself.
    var title: String? {
        guard let match = text.firstMatch(of: /<title[^>]*>([^<]*)</.ignoresCase()) else { return nil }
        let words = match.1.split(separator: " ").joined(separator: " ")
        return words.isEmpty ? nil : String(words.prefix(120))
    }
}

/// Reads one final response as its bytes come in, and skips the interim ones before it.
///
/// A head is taken whole or not at all; a body is taken as it comes, for only its beginning is kept.
package struct HTTPReader: Sendable {
    /// The most interim responses (RFC 9110 section 15.2) before the final one.
    private static let interimLimit = 16

    /// The head of the final response, as soon as it has come.
    package private(set) var head: HTTPHead?
    private var body: HTTPBody?
    private var interim = 0
    private let isForHead: Bool

    package init(isForHead: Bool = false) {
        self.isForHead = isForHead
    }

    package var framing: Framing { body?.framing ?? .lines }

    /// What of it has come, once the head is there.
    var begun: String? {
        guard let head, let body else { return nil }
        let place = head["location"].map { ", to \($0.prefix(200))" } ?? ""
        return "its head came, \(head.line)\(place); its body \(body.progress)"
    }

    /// Returns the response once it is there, or as much of it as is wanted.
    package mutating func read(_ input: inout ByteQueue) throws(Malformed) -> HTTPResponse? {
        while head == nil {
            guard let next = try HTTPHead(reading: &input) else { return nil }
            try take(next)
        }
        guard let head, var body else { return nil }
        try body.read(&input)
        self.body = body
        guard body.isWhole || body.isEnough else { return nil }
        return HTTPResponse(head: head, body: body.bytes, isReusable: body.isWhole && Self.isPersistent(head))
    }

    /// The connection has ended; returns the response where that is how its body ends, or where `isCut` is forgiven.
    package func end(forgivingCut isCut: Bool = false) -> HTTPResponse? {
        guard let head, let body, body.endsWithConnection || isCut else { return nil }
        return HTTPResponse(head: head, body: body.bytes, isReusable: false)
    }

    private mutating func take(_ next: HTTPHead) throws(Malformed) {
        guard next.status < 200 else {
            body = try HTTPBody(after: next, isForHead: isForHead)
            head = next
            return
        }
        // Nobody asked for another protocol.
        guard next.status != 101 else { throw .unexpected(next.line) }
        interim += 1
        guard interim <= Self.interimLimit else {
            throw .tooLong("more than \(Self.interimLimit) interim answers", quoting: next.line)
        }
    }

    /// RFC 9112 section 9.3; where two lengths are given, the end of the message is in doubt (section 6.3).
    private static func isPersistent(_ head: HTTPHead) -> Bool {
        guard head["transfer-encoding"] == nil || (head["content-length"] == nil && head.minorVersion > 0) else {
            return false
        }
        let connection = head.words("connection")
        guard !connection.contains("close") else { return false }
        return head.minorVersion > 0 || connection.contains("keep-alive")
    }
}

extension HTTPResponse {
    var schemes: [String] { self["www-authenticate"].map(Challenge.schemes) ?? [] }
}

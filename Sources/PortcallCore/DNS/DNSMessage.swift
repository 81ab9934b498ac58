/// One message of the DNS (RFC 1035 section 4.1).
///
/// What follows the records it counts is left unread: some servers pad.
package struct DNSMessage: Sendable {
    package let id: UInt16
    /// An answer, and not a question.
    let isResponse: Bool
    let isAuthoritative: Bool
    /// Cut short to fit a datagram.
    let isTruncated: Bool
    let offersRecursion: Bool
    package let responseCode: DNSResponseCode
    let questions: [DNSQuestion]
    package let answers: [DNSRecord]
    let authorities: [DNSRecord]

    static let headerSize = 12

    /// - Throws: what is wrong, where it is no message: counts that lie, names in circles.
    package init(_ bytes: [UInt8]) throws(Malformed) {
        var reader = DNSReader(bytes)
        id = try reader.number16()
        let flags = try reader.number16()
        isResponse = flags & 0x8000 != 0
        isAuthoritative = flags & 0x0400 != 0
        isTruncated = flags & 0x0200 != 0
        offersRecursion = flags & 0x0080 != 0
        responseCode = DNSResponseCode(number: Int(flags & 0x000F))
        var counts: [Int] = []
        for _ in 0..<4 { counts.append(Int(try reader.number16())) }
        questions = try reader.list(of: counts[0]) { reader throws(Malformed) in
            let question = DNSQuestion(try reader.name(), DNSType(number: try reader.number16()))
            _ = try reader.number16()
            return question
        }
        answers = try reader.list(of: counts[1]) { reader throws(Malformed) in try reader.record() }
        authorities = try reader.list(of: counts[2]) { reader throws(Malformed) in try reader.record() }
        _ = try reader.list(of: counts[3]) { reader throws(Malformed) in try reader.record() }
    }

    /// A question as it is sent.
    static func asking(_ question: DNSQuestion, id: UInt16, recursively: Bool) -> [UInt8] {
        let numbers: [UInt16] = [id, recursively ? 0x0100 : 0, 1, 0, 0, 0]
        let head = numbers.flatMap(\.octets)
        return head + question.name.encoded + question.type.number.octets + internet.octets
    }

    private static let internet: UInt16 = 1
}

extension DNSReader {
    /// Every element takes bytes, so a count that lies ends with the message.
    fileprivate mutating func list<Element>(
        of count: Int,
        _ read: (inout DNSReader) throws(Malformed) -> Element
    ) throws(Malformed) -> [Element] {
        var elements: [Element] = []
        for _ in 0..<count { elements.append(try read(&self)) }
        return elements
    }
}

/// How a question was answered (RFC 1035 section 4.1.1, RFC 6895 section 2.3).
public struct DNSResponseCode: Hashable, Sendable {
    /// As it stands in messages.
    public let number: Int

    package init(number: Int) {
        self.number = number
    }

    /// Answered, though there may be no record of the type asked for.
    public static let noError = DNSResponseCode(number: 0)
    /// The server could not read the question.
    public static let formatError = DNSResponseCode(number: 1)
    /// The server could not find the answer.
    public static let serverFailure = DNSResponseCode(number: 2)
    /// There is no such name.
    public static let noSuchName = DNSResponseCode(number: 3)
    /// The server does not know this kind of question.
    public static let notImplemented = DNSResponseCode(number: 4)
    /// The server does not answer this question for us.
    public static let refused = DNSResponseCode(number: 5)

    /// Reads a name, as `SERVFAIL` or `RCODE11`.
    init?(name: String) {
        guard let number = (0..<Self.end).first(where: { DNSResponseCode(number: $0).name == name }) else { return nil }
        self.init(number: number)
    }

    /// The codes that fit into a message's head are fewer than this.
    private static let end = 16

    /// `NXDOMAIN`; the number where there is no name.
    public var name: String { Self.known[number]?.name ?? "RCODE\(number)" }

    /// What it means, as a sentence goes on.
    public var meaning: String { Self.known[number]?.meaning ?? "an answer no document describes" }

    private static let known: [Int: (name: String, meaning: String)] = [
        0: ("NOERROR", "no error"),
        1: ("FORMERR", "the server could not read the question"),
        2: ("SERVFAIL", "the server could not find the answer"),
        3: ("NXDOMAIN", "there is no such name"),
        4: ("NOTIMP", "the server does not know this kind of question"),
        5: ("REFUSED", "the server does not answer this question for us"),
        6: ("YXDOMAIN", "a name exists that should not"),
        7: ("YXRRSET", "records exist that should not"),
        8: ("NXRRSET", "records are missing that should exist"),
        9: ("NOTAUTH", "the server is not responsible for the name"),
        10: ("NOTZONE", "the name is not in the zone"),
    ]
}

extension DNSResponseCode: CustomStringConvertible {
    public var description: String { name }
}

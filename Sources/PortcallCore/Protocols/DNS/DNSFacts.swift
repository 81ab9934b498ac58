/// What a name server answered.
public struct DNSFacts: ServiceFacts {
    public let question: DNSQuestion
    public let responseCode: DNSResponseCode
    /// The server answers for the zone itself.
    public let isAuthoritative: Bool
    /// Cut short to fit a datagram: the whole of it is to be had over TCP.
    public let isTruncated: Bool
    /// The server would ask others for us.
    public let offersRecursion: Bool
    public let answers: [DNSRecord]
    /// How many records stand for who is responsible, as a referral has them.
    public let authorityCount: Int

    /// The most records that are shown.
    private static let shown = 100

    init(question: DNSQuestion, message: DNSMessage) {
        self.question = question
        responseCode = message.responseCode
        isAuthoritative = message.isAuthoritative
        isTruncated = message.isTruncated
        offersRecursion = message.offersRecursion
        answers = message.answers
        authorityCount = message.authorities.count
    }

    /// The answer in a line: `NOERROR: 2 answers; authoritative, recursion offered`.
    var words: String {
        let what =
            switch responseCode {
            case .noError where answers.isEmpty && authorityCount > 0: "no answer, and who may know it"
            case .noError where answers.isEmpty: "no answer"
            case .noError: answers.count == 1 ? "1 answer" : "\(answers.count) answers"
            default: responseCode.meaning
            }
        let flags = [
            isAuthoritative ? "authoritative" : nil, isTruncated ? "cut short" : nil,
            offersRecursion ? "recursion offered" : nil,
        ].compactMap(\.self)
        return "\(responseCode): \(what)" + (flags.isEmpty ? "" : "; \(flags.joined(separator: ", "))")
    }

    public var record: Record {
        Record([
            ("question", .text(question.description)),
            ("rcode", .text(responseCode.name)),
            ("authoritative", .flag(isAuthoritative)),
            ("truncated", .flag(isTruncated)),
            ("recursion_offered", .flag(offersRecursion)),
            ("answer_count", .integer(answers.count)),
            ("answers", .texts(answers.prefix(Self.shown).map(\.description))),
        ])
    }

    public var summary: [(label: String, text: String)] {
        guard !answers.isEmpty else { return [] }
        return [("answers", answers.map { "\($0.type) \($0.data)" }.listed(most: 8))]
    }
}

extension ProtocolKind {
    static let dns = ProtocolKind(
        name: "DNS",
        opening: [.answer],
        answerLimit: DNSFrame.limit,
        isNumbered: true,
        words: .dns,
        open: { DNSDialogue($0) }
    )
}

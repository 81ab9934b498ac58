/// What a name server answered.
package struct DNSFacts: ServiceFacts {
    package let question: DNSQuestion
    package let responseCode: DNSResponseCode
    /// The server answers for the zone itself.
    package let isAuthoritative: Bool
    /// Cut short to fit a datagram: the whole of it is to be had over TCP.
    package let isTruncated: Bool
    /// The server would ask others for us.
    package let offersRecursion: Bool
    package let answers: [DNSRecord]
    /// How many records stand for who is responsible, as a referral has them.
    package let authorityCount: Int

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
            case .noSuchName: responseCode.meaning
            // What it was asked is nothing that it must tell: that it answers is what counts.
            case .refused: "alive, and declines this question"
            case .formatError: "alive, and cannot read this question"
            case .notImplemented: "alive, and knows no such question"
            default: "alive; \(responseCode.meaning)"
            }
        let flags = [
            isAuthoritative ? "authoritative" : nil, isTruncated ? "cut short" : nil,
            offersRecursion ? "recursion offered" : nil,
        ].compactMap(\.self)
        return "\(responseCode): \(what)" + (flags.isEmpty ? "" : "; \(flags.joined(separator: ", "))")
    }

    package var record: Record {
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

    package var lines: [FactLine] {
        let whole = "it does not fit into a datagram: the whole answer is to be had over TCP alone"
        let listed = answers.map { "\($0.type) \($0.data)" }.listed(most: 8)
        return [answers.isEmpty ? nil : FactLine("answers", listed), isTruncated ? FactLine("cut short", whole) : nil]
            .compactMap(\.self)
    }
}

extension ProtocolKind {
    static let dns = ProtocolKind(
        name: "DNS",
        opening: [.answer],
        requests: .dns,
        settings: [.question],
        answerLimit: LengthPrefix.dns.limit,
        isNumbered: true,
        words: .dns,
        open: { DNSDialogue($0, $1) }
    )
}

extension Setting {
    /// A name and a type, as `example.com MX`; else a question that harms nobody.
    static let question = Setting(
        wish: "question",
        option: "query",
        value: "question",
        help: "What to ask a name server, as 'example.com MX'"
    ) { text throws(MalformedSetting) in
        do {
            _ = try DNSQuestion(text)
        } catch {
            throw MalformedSetting(": \(error)")
        }
    }
}

extension HarmlessRequests {
    /// One question of the class IN, with opcode 0, for records of one type.
    static let dns = HarmlessRequests(["one question of the class IN for records of one type"]) { message in
        let isFramed = message == LengthPrefix.dns.around(Array(message.dropFirst(2)))
        let bytes = isFramed ? Array(message.dropFirst(2)) : message
        guard let asked = try? DNSMessage(bytes), !asked.isResponse, bytes[2] & 0xFE == 0 else { return false }
        return asked.questions.count == 1 && !asked.questions[0].type.isHarmful && asked.answers.isEmpty
    }
}

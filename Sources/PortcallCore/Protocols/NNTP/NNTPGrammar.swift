/// NNTP (RFC 3977), with STARTTLS (RFC 4642).
package struct NNTPGrammar: LineGrammar {
    /// Servers older than RFC 3977 have the second one, or none.
    package let listCommands: [LineCommand] = ["CAPABILITIES", "LIST EXTENSIONS"]
    package let upgradeCommand: LineCommand = "STARTTLS"
    package let goodbye: LineCommand = "QUIT"

    package func read(_ input: inout ByteQueue, at moment: LineMoment) throws(Malformed) -> NNTPReply? {
        try NNTPReply(reading: &input, multiLine: Self.multiLineCodes(moment))
    }

    private static func multiLineCodes(_ moment: LineMoment) -> Set<Int> {
        guard case .list = moment else { return moment == .goAhead || moment == .goodbye ? [101] : [] }
        return [101, 202, 215]
    }

    package func words(of reply: NNTPReply) -> String { reply.text }

    package func greet(_ reply: NNTPReply) throws(Malformed) -> LineGreeting {
        guard reply.code == 200 || reply.code == 201 || reply.code >= 400 else { throw .unexpected(reply.text) }
        return reply.isPositive ? .welcome(reply.text, nil) : .refusal(reply.text)
    }

    package func list(_ reply: NNTPReply, at moment: LineMoment, _ facts: inout Facts) -> LineList {
        guard case .list(0, _) = moment, reply.code != 101 else { return .listing(NNTPCapabilities(reply).listing) }
        return .unknownCommand
    }

    package func agrees(_ reply: NNTPReply) -> Bool { reply.code == 382 }

    /// RFC 3977 section 3.2.1: the server ends the connection, whatever it was asked.
    ///
    /// Some say it of a command that they do not know, and go on.
    package func isFarewell(whereClosed reply: NNTPReply, at moment: LineMoment) -> Bool {
        reply.code == 400 && moment != .greeting && moment != .goodbye
    }

    /// Some say 400 of a command that they do not know, and go on.
    package func refusesList(_ reply: NNTPReply) -> Bool { reply.code > 400 }

    package func reason(for refusal: Refusal) -> Reason? { NNTPWords.reason(for: refusal) }

    package func understand(_ facts: inout Facts) {
        facts.product = NNTPWords.product(in: facts.greeting ?? "")?.shown(by: "the greeting")
    }
}

// What a news server's codes tell of the question that they answer (RFC 3977 section 3.2).
extension NNTPGrammar {
    package func belongs(_ reply: NNTPReply, to moment: LineMoment) -> Bool {
        switch moment {
        case .list(0, _): ![200, 201, 202, 205, 215, 382].contains(reply.code)
        case .list: ![101, 205, 382].contains(reply.code)
        case .goAhead: ![101, 200, 201, 202, 205, 215].contains(reply.code)
        case .goodbye: ![101, 200, 201, 202, 215, 382].contains(reply.code)
        case .greeting, .tls, .lastAnswer: true
        }
    }

    package func isRemainder(_ line: String) -> Bool { line == "." || Self.keywords.contains(line.firstWord) }

    package func greets(_ words: String) -> Bool { words.hasPrefix("200") || words.hasPrefix("201") }

    package func refusesCommand(_ words: String) -> Bool { words.hasPrefix("50") }

    package func refusesClient(_ words: String) -> Bool {
        (words.hasPrefix("4") || words.hasPrefix("5")) && !refusesCommand(words)
    }

    package func isLast(_ reply: NNTPReply, isInDoubt: Bool) -> Bool { reply.code == 205 }

    private static let keywords: Set<String> = [
        "VERSION", "READER", "IHAVE", "POST", "NEWNEWS", "HDR", "OVER", "LIST", "IMPLEMENTATION", "MODE-READER",
        "STARTTLS", "AUTHINFO", "SASL", "STREAMING", "COMPRESS", "XPAT",
    ]
}

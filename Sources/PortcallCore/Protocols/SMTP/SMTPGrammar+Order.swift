// What SMTP's codes tell of the question that they answer (RFC 5321 section 4.3.2).
extension SMTPGrammar {
    package func belongs(_ reply: SMTPReply, to moment: LineMoment) -> Bool {
        switch moment {
        case .list(0, _): !Self.codesOfOthers.contains(reply.code)
        // HELO lists nothing, so what does is the answer to EHLO; and a PROXY header of version 2 has QUIT in it.
        case .list: !Self.codesOfOthers.contains(reply.code) && reply.code != 221 && !reply.isList
        case .goodbye: !Self.codesOfOthers.contains(reply.code) && !reply.isList
        case .goAhead: !reply.isList && !(reply.code == 250 && isRemainder(reply.lines.first ?? ""))
        case .greeting, .tls, .lastAnswer: true
        }
    }

    package func isRemainder(_ line: String) -> Bool {
        SMTPCapabilities.words(line).first.map(SMTPCapabilities.isKeyword) ?? false
    }

    package func greets(_ words: String) -> Bool { words.hasPrefix("220") }

    package func refusesCommand(_ words: String) -> Bool { words.hasPrefix("50") }

    package func refusesClient(_ words: String) -> Bool {
        (words.hasPrefix("4") || words.hasPrefix("5")) && !refusesCommand(words)
    }

    package func isLast(_ reply: SMTPReply, isInDoubt: Bool) -> Bool { reply.code == 221 }

    /// RFC 5321 section 3.8.
    package func isNotice(_ reply: SMTPReply) -> Bool { reply.code == 421 }

    /// The server ends the connection, whatever it was asked (RFC 5321 section 3.8); some refuse a client so with other
    /// codes, and hang up.
    package func isFarewell(whereClosed reply: SMTPReply, at moment: LineMoment) -> Bool {
        switch moment {
        case .list: reply.code >= 400
        case .goAhead: reply.code == 421
        case .greeting, .tls, .lastAnswer, .goodbye: false
        }
    }

    /// A greeting's or a go-ahead's, those of a login, and that of DATA.
    private static let codesOfOthers: Set<Int> = [220, 235, 334, 354]
}

extension SMTPReply {
    /// It lists what only EHLO is answered by.
    var isList: Bool {
        code == 250
            && lines.dropFirst().contains { SMTPCapabilities.words($0).first.map(SMTPCapabilities.isKeyword) ?? false }
    }
}

// Its answers are those of SMTP.
extension LMTPGrammar {
    package func belongs(_ reply: SMTPReply, to moment: LineMoment) -> Bool { smtp.belongs(reply, to: moment) }

    package func isRemainder(_ line: String) -> Bool { smtp.isRemainder(line) }

    package func greets(_ words: String) -> Bool { smtp.greets(words) }

    package func refusesCommand(_ words: String) -> Bool { smtp.refusesCommand(words) }

    package func refusesClient(_ words: String) -> Bool { smtp.refusesClient(words) }

    package func isLast(_ reply: SMTPReply, isInDoubt: Bool) -> Bool { smtp.isLast(reply, isInDoubt: isInDoubt) }

    package func isFarewell(whereClosed reply: SMTPReply, at moment: LineMoment) -> Bool {
        smtp.isFarewell(whereClosed: reply, at: moment)
    }
}

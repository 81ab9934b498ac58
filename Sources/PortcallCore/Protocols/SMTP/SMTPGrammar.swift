/// SMTP and submission (RFC 5321), with STARTTLS (RFC 3207).
package struct SMTPGrammar: LineGrammar {
    package let listCommands: [LineCommand]
    package let upgradeCommand: LineCommand = "STARTTLS"
    package let goodbye: LineCommand = "QUIT"
    private var ehloRefusal: SMTPReply?

    /// - Parameters:
    ///   - greetings: the verbs that ask for the list, each with the name of the client.
    ///   - plan: may say what that is.
    ///   - line: else the address of our own end stands for it (RFC 5321 section 4.1.3).
    init(greetings: [String] = ["EHLO", "HELO"], _ plan: Plan, _ line: Line) {
        let name = plan.wishes[Setting.helo.word] ?? line.local.addressLiteral
        listCommands = greetings.map { LineCommand($0, name) }
    }

    package func read(_ input: inout ByteQueue, at moment: LineMoment) throws(Malformed) -> SMTPReply? {
        try SMTPReply(reading: &input)
    }

    package func words(of reply: SMTPReply) -> String { reply.quote }

    /// A firewall that rewrites the dialogue shows in greetings, lists and refusals.
    package func notice(_ reply: SMTPReply, at moment: LineMoment, _ facts: inout Facts) {
        switch moment {
        case .greeting:
            guard SMTPMask.covers(greeting: reply) else { return }
            // Of a refusal that is overwritten nothing else is known.
            if reply.code == 220 { facts.maskedGreeting = reply.quote } else { facts.mask(reply.quote) }
        case .list, .goAhead: if SMTPMask.covers(reply) { facts.mask((ehloRefusal ?? reply).quote) }
        case .tls, .lastAnswer, .goodbye: break
        }
    }

    package func greet(_ reply: SMTPReply) throws(Malformed) -> LineGreeting {
        guard reply.code == 220 || reply.code >= 400 else { throw .unexpected(reply.quote) }
        return reply.code == 220 ? .welcome(reply.text, nil) : .refusal(reply.text)
    }

    /// Of two refusals the first one counts, unless it knew no such command; a server that takes HELO alone lists nothing.
    package mutating func list(_ reply: SMTPReply, at moment: LineMoment, _ facts: inout Facts) -> LineList {
        // A list that turns into a refusal, and a goodbye.
        guard reply.promise.isEmpty, reply.code != 221 else { return .refusal(reply.quote) }
        if moment.isFirstList || listCommands.count == 1 {
            guard !reply.isPositive else { return list(SMTPCapabilities(reply), moment, &facts) }
            guard !reply.isTransient, listCommands.count > 1 else { return .refusal(reply.quote) }
            ehloRefusal = reply
            if SMTPMask.isLMTP(reply, facts.greeting ?? "") { facts.suspect(Signature.lmtp.what, words: reply.quote) }
            return .unknownCommand
        }
        guard !reply.isPositive else {
            note(ehloRefusal ?? reply, moment, &facts)
            return .listing(Listing(capabilities: []))
        }
        let first = ehloRefusal ?? reply
        if let mask = facts.maskedGreeting, first.isUnknownCommand { facts.mask(mask) }
        if moment == .list(1, isInsideTLS: false), let answers = SMTPMask.answering(first, reply, facts.greeting ?? "")
        {
            facts.suspect(answers, words: first.quote)
        }
        return .refusal((first.isUnknownCommand ? reply : first).quote)
    }

    /// HELO lists nothing, so that clients learn of nothing that the server can do.
    private func note(_ refusal: SMTPReply, _ moment: LineMoment, _ facts: inout Facts) {
        let isInsideTLS = if case .list(_, true) = moment { true } else { false }
        facts.report(
            isInsideTLS ? .capabilitiesAfterTLS : .capabilities,
            .passed,
            "HELO alone; to EHLO: \(refusal.quote)"
        )
        facts.reservation =
            "EHLO is refused (\(refusal.quote)) and HELO is taken, which lists nothing: clients see neither STARTTLS nor AUTH"
        guard !refusal.isUnknownCommand, !isInsideTLS else { return }
        let words = Refusal(refusal.quote, at: .capabilities, from: facts.product)
        facts.upgradeRemark = reason(for: words).map { Facts.Remark(words: "to EHLO: \(refusal.quote)", reason: $0) }
    }

    private func list(_ capabilities: SMTPCapabilities, _ moment: LineMoment, _ facts: inout Facts) -> LineList {
        if moment == .list(0, isInsideTLS: false) {
            if let masked = capabilities.masked { facts.mask(masked) }
            facts.upgradeRemark = capabilities.remark
        }
        return .listing(capabilities.listing)
    }

    package func agrees(_ reply: SMTPReply) -> Bool { reply.code == 220 }

    package func reason(for refusal: Refusal) -> Reason? {
        SMTPWords.reason(for: refusal, to: listCommands.first?.line ?? "")
    }

    package func understand(_ facts: inout Facts) {
        let (before, after) = (facts.capabilities ?? [], facts.capabilitiesAfterTLS ?? [])
        facts.product = SMTPProduct.told(by: facts.greeting ?? "", capabilities: before + after)?
            .shown(by: "the greeting")
        if facts.inClear != nil || facts.insideTLS != nil { facts.service = SMTPFacts(before: before, after: after) }
    }
}

extension LineMoment {
    fileprivate var isFirstList: Bool { if case .list(0, _) = self { true } else { false } }
}

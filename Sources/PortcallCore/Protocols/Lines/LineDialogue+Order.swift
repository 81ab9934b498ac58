// Every answer must belong to the question before it: what else comes is told, whatever packet it comes in.
extension LineDialogue {
    package var listensOn: Bool { grammar.answersInOrder }

    /// The last answer is the one to our goodbye, and the only one that comes after it.
    package mutating func overhear(_ input: inout ByteQueue) -> Bool {
        while grammar.answersInOrder, !order.isLong {
            do throws(Malformed) {
                guard let reply = try grammar.read(&input, at: .goodbye) else { return false }
                doubt = nil
                let isLast = grammar.isLast(reply, isInDoubt: order.suspect != nil)
                order.hearAtGoodbye(grammar.words(of: reply), isLast: isLast)
                if order.isTooMuch || !grammar.belongs(reply, to: .goodbye) { loseStep() }
                guard !isLast else { return true }
            } catch {
                guard let line = try? input.takeLine() else { return true }
                order.hearAtGoodbye(line, isLast: false)
                loseStep()
            }
        }
        return true
    }

    /// A list that came too late stands where TLS was due: the go-ahead was the answer to the question for it.
    package mutating func heard(inClear bytes: [UInt8]) {
        guard grammar.answersInOrder, let suspect = order.suspect, grammar.endsList(in: bytes) else { return }
        facts.loseStep(suspect)
        facts.report(listStage, .skipped, "out of step: \(suspect.words)")
    }

    /// Something came that was not asked for: whatever follows would be taken for the answer to something else.
    mutating func loseStep(over words: String) -> Step {
        order.unasked.append(words)
        loseStep()
        return part()
    }

    /// What waits to be read while we speak was not asked for.
    mutating func notice(_ input: ByteQueue, before step: Step) {
        guard grammar.answersInOrder, isSpoken(step), !isRefused, !order.isSeenWaiting else { return }
        var ahead = input
        do throws(Malformed) {
            if let reply = try grammar.read(&ahead, at: moment), grammar.isNotice(reply) {
                return refuse(grammar.words(of: reply), at: nil, answering: nil)
            }
        } catch {
            // What is no answer is told as that, in whatever packet it comes.
            guard isSurplus(error) else { return }
        }
        ahead = input
        guard let line = try? ahead.takeLine(), !grammar.refusesClient(line) else { return }
        order.isSeenWaiting = true
        let words = [order.suspect?.words, Array(input.unread).quotedLines].compactMap(\.self).joined(separator: " / ")
        facts.loseStep(Surplus(words, order.suspect?.place ?? place(of: line)))
    }

    /// A line that is no reply, where the answer to something later than the list was due.
    func isSurplus(_ error: Malformed) -> Bool {
        guard grammar.answersInOrder, facts.isConfirmed, case .unexpected(let line) = error else { return false }
        switch moment {
        case .greeting, .tls: return false
        case .list(0, _): return line.isEmpty
        case .list, .goAhead, .lastAnswer, .goodbye: return line.isEmpty || grammar.isRemainder(line)
        }
    }

    /// A question was refused, which may have been said before it was asked.
    mutating func suspect(_ words: String, _ place: Surplus.Place) {
        order.suspect = order.suspect ?? Surplus(words, place)
    }

    private mutating func loseStep() {
        guard !isRefused else { return }
        let words = order.unasked.prefix(6).joined(separator: " / ")
        let surplus = order.suspect ?? Surplus(words, place(of: order.unasked.first ?? ""))
        if !order.isSeenWaiting { facts.loseStep(surplus) }
        if surplus.place != .elsewhere { facts.report(listStage, .failed, "out of step: \(surplus.words)") }
    }

    /// It is this client that the server does not serve, and no command.
    private var isRefused: Bool {
        guard case .refused(let words, _) = facts.trouble else { return false }
        return facts.stages[.greeting]?.outcome == .failed || order.isClientRefused || grammar.refusesClient(words)
    }

    private func isSpoken(_ step: Step) -> Bool {
        switch step {
        case .send, .part: true
        case .listen, .wait, .startTLS, .reconnect: false
        }
    }

    private func place(of line: String) -> Surplus.Place {
        guard !line.isEmpty else { return .emptyLine }
        let isListed = (isInsideTLS ? facts.insideTLS : facts.inClear)?.capabilities != nil
        return switch (isListed, grammar.refusesCommand(line)) {
        case (false, true): .behindGreeting
        case (false, false): grammar.greets(line) ? .secondGreeting : .elsewhere
        case (true, false): .insideList
        case (true, true): .elsewhere
        }
    }

    private var listStage: Stage.Name { isInsideTLS ? .capabilitiesAfterTLS : .capabilities }
}

/// What shows whether each answer still belongs to the question before it.
struct AnswerOrder: Sendable {
    /// The first refusal of a question: it may have been said unasked, and the answer come later.
    var suspect: Surplus?
    /// What a refusal of the list means is known, and it is no command that is refused.
    var isClientRefused = false
    /// It waited to be read while we spoke.
    var isSeenWaiting = false
    /// What was said that nobody had asked for, an element a line or a reply.
    var unasked: [String] = []
    private var answersToGoodbye = 0

    /// There is enough to quote.
    var isLong: Bool { answersToGoodbye > 8 }
    /// One question has more than one answer.
    var isTooMuch: Bool { answersToGoodbye > 1 }

    mutating func hearAtGoodbye(_ words: String, isLast: Bool) {
        answersToGoodbye += 1
        if !isLast { unasked.append(words) }
    }
}

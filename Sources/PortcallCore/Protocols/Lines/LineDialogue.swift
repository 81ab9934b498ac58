/// The dialogue of the protocols of lines: greeting, list, upgrade to TLS, list, goodbye.
///
/// A server that has no list is asked for TLS once all the same.
package struct LineDialogue<Grammar: LineGrammar>: Dialogue {
    package internal(set) var facts = Facts()
    private let security: Security
    private(set) var grammar: Grammar
    private(set) var isInsideTLS: Bool
    private(set) var moment = LineMoment.greeting
    var order = AnswerOrder()
    /// What was said last.
    private var lastCommand: LineCommand?
    /// Said last by the server, and a farewell only where it hangs up then.
    var doubt: Doubt?

    struct Doubt: Sendable {
        let words: String
        let stage: Stage.Name?
    }

    package init(_ grammar: Grammar, _ plan: Plan) {
        self.grammar = grammar
        security = plan.service.security
        isInsideTLS = security == .implicit
    }

    package var awaits: String {
        switch moment {
        case .greeting: "the greeting"
        case .tls: "TLS"
        case .list(let index, let isInsideTLS):
            "the answer to \(grammar.listCommands[index].name)" + (isInsideTLS ? " inside TLS" : "")
        case .goAhead, .lastAnswer, .goodbye: "the answer to \(lastCommand?.name ?? "")"
        }
    }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        guard moment != .tls else { return secured() }
        guard moment != .goodbye else { return overhear(&input) ? .part([]) : listen() }
        let whole: Grammar.Reply?
        // A refusal in three digits counts as one where the protocol has no digits.
        do throws(Malformed) {
            whole = try grammar.read(&input, at: moment)
        } catch {
            if isSurplus(error) { return loseStep(over: (try input.takeLine()) ?? "") }
            guard moment == .greeting, let refusal = NumberedRefusal(input) else { throw error }
            refuse(refusal.words, at: .greeting, answering: .greeting) { refusal.meaning(beside: $0) }
            return part()
        }
        guard let reply = whole else { return listen() }
        guard grammar.belongs(reply, to: moment) else { return loseStep(over: grammar.words(of: reply)) }
        let step = try take(reply)
        notice(input, before: step)
        return step
    }

    private mutating func take(_ reply: Grammar.Reply) throws(Malformed) -> Step {
        grammar.notice(reply, at: moment, &facts)
        guard !grammar.isFarewell(reply, at: moment) else { return refuse(grammar.words(of: reply)) }
        let mayEnd = grammar.isFarewell(whereClosed: reply, at: moment) || isListRefused(by: reply)
        doubt = mayEnd ? Doubt(words: grammar.words(of: reply), stage: stage) : nil
        switch moment {
        case .greeting: return try greet(reply)
        case .list(let index, _): return list(reply, index)
        case .goAhead: return upgrade(reply)
        case .lastAnswer:
            grammar.hear(reply, &facts)
            return part()
        case .tls: return .listen
        case .goodbye: return .part([])
        }
    }

    /// A list was due without a question, or an answer to our goodbye.
    package mutating func nothingCame() -> Step { moment == .goodbye ? .part([]) : askForList() }

    /// Who hangs up after certain words refuses by them.
    package mutating func hungUp(_ input: inout ByteQueue) throws(Malformed) -> Step? {
        let last = doubt ?? grammar.lastWords(in: input).map { Doubt(words: $0, stage: stage) }
        guard let last else { return nil }
        doubt = nil
        // TLS is not what it refuses.
        if last.stage == .starttls { facts.upgrade = .unknown }
        // That of TLS is another question than who may be served.
        refuse(last.words, at: last.stage, answering: last.stage == .starttls ? nil : last.stage)
        return part()
    }

    /// What stays silent at our goodbye is waited for no longer than it takes to hang up.
    private func listen() -> Step { moment == .goodbye ? .wait(.seconds(2)) : .listen }

    private mutating func greet(_ reply: Grammar.Reply) throws(Malformed) -> Step {
        switch try grammar.greet(reply) {
        case .welcome(let text, let listing):
            facts.greeted(text)
            grammar.understand(&facts)
            return listing.map { take($0) } ?? askForList()
        case .refusal(let text):
            facts.greeted(text)
            grammar.understand(&facts)
            return refuse(grammar.words(of: reply))
        }
    }

    private mutating func askForList(_ index: Int = 0) -> Step {
        say(grammar.listCommands[index], then: .list(index, isInsideTLS: isInsideTLS))
    }

    private mutating func secured() -> Step {
        isInsideTLS = true
        order.suspect = nil
        guard grammar.listsUnasked else { return askForList() }
        moment = .list(0, isInsideTLS: true)
        return .wait(.seconds(2))
    }

    private func isListRefused(by reply: Grammar.Reply) -> Bool {
        if case .list = moment { grammar.refusesList(reply) } else { false }
    }

    private mutating func list(_ reply: Grammar.Reply, _ index: Int) -> Step {
        if grammar.refusesList(reply) {
            let words = grammar.words(of: reply)
            // Words that nobody has explained may mean no more than that the command is not known.
            let isKnown = grammar.reason(for: Refusal(words, at: stage, from: facts.product)) != nil
            if isKnown {
                order.isClientRefused = true
                return refuse(words)
            }
        }
        switch grammar.list(reply, at: moment, &facts) {
        case .listing(let listing):
            if listing.capabilities == nil || listing.offersTLS == nil {
                suspect(grammar.words(of: reply), .behindGreeting)
            }
            return take(listing)
        case .unknownCommand:
            suspect(grammar.words(of: reply), .behindGreeting)
            return askForList(min(index + 1, grammar.listCommands.count - 1))
        case .refusal(let words):
            suspect(words, .behindGreeting)
            return refuse(words)
        }
    }

    private mutating func take(_ listing: Listing) -> Step {
        if isInsideTLS { facts.listInsideTLS(listing) } else { facts.list(listing) }
        grammar.understand(&facts)
        guard security == .upgrade, !isInsideTLS, grammar.mayUpgrade else { return askLast(after: listing) }
        guard listing.offersTLS != false else {
            facts.withholdUpgrade(listing.words)
            return askLast(after: listing)
        }
        return say(grammar.upgradeCommand, then: .goAhead)
    }

    private mutating func upgrade(_ reply: Grammar.Reply) -> Step {
        let words = grammar.words(of: reply)
        guard grammar.agrees(reply) else {
            // The server's notice that it ends came before the question.
            guard !facts.isRefused else { return part() }
            let reason = grammar.reason(for: Refusal(words, at: .starttls, from: facts.product))
            facts.refuseUpgrade(words, meaning: reason?.meaning)
            facts.upgradeAdvice = reason?.fix
            suspect(words, .elsewhere)
            return part()
        }
        facts.agreeToUpgrade(words)
        moment = .tls
        return .startTLS
    }

    private mutating func askLast(after listing: Listing) -> Step {
        grammar.lastQuestion(after: listing).map { say($0, then: .lastAnswer) } ?? part()
    }

    private mutating func refuse(_ words: String) -> Step {
        doubt = nil
        refuse(words, at: stage, answering: stage)
        return part()
    }

    /// - Parameters:
    ///   - words: as the server said them.
    ///   - stage: the one that ends with it.
    ///   - question: the one whose question it answers; nil where it ends the connection, whatever was asked.
    ///   - meaning: what the words mean, given what they are known to mean.
    mutating func refuse(
        _ words: String,
        at stage: Stage.Name?,
        answering question: Stage.Name?,
        meaning: (String?) -> String? = { $0 }
    ) {
        let refusal = Refusal(words, at: question, from: facts.product)
        guard !refusal.demandsCertificate else { return facts.demandCertificate(words, at: stage) }
        let reason = grammar.reason(for: refusal)
        facts.refuse(words, meaning: meaning(reason?.meaning), at: stage)
        facts.remedy = reason?.fix
        facts.isAnsweredInItsPlace = reason?.isInPlaceOfServer == true
    }

    /// The stage that is under way.
    private var stage: Stage.Name? {
        switch moment {
        case .greeting: .greeting
        case .list(_, let isInsideTLS): isInsideTLS ? .capabilitiesAfterTLS : .capabilities
        case .goAhead: .starttls
        case .tls, .lastAnswer, .goodbye: nil
        }
    }

    mutating func part() -> Step {
        guard doubt == nil else { return say(grammar.goodbye, then: .goodbye) }
        moment = .goodbye
        lastCommand = grammar.goodbye
        return .part(Array("\(grammar.line(grammar.goodbye))\r\n".utf8))
    }

    private mutating func say(_ command: LineCommand, then next: LineMoment) -> Step {
        moment = next
        lastCommand = command
        return .say(grammar.line(command))
    }
}

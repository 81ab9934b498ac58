/// What is peculiar to one protocol of lines: its commands, and how it reads the answers.
///
/// `LineDialogue` has the rest.
package protocol LineGrammar: Sendable {
    associatedtype Reply: Sendable

    /// The commands that ask for the list, in the order to try them.
    var listCommands: [LineCommand] { get }
    /// The command that asks for TLS.
    var upgradeCommand: LineCommand { get }
    var goodbye: LineCommand { get }
    /// TLS may still be asked for.
    var mayUpgrade: Bool { get }
    /// Inside TLS the server lists again by itself; one that is older does so only when it is asked.
    var listsUnasked: Bool { get }

    /// Reads one whole reply off `input`, or returns nil and leaves it alone when it is not all there.
    func read(_ input: inout ByteQueue, at moment: LineMoment) throws(Malformed) -> Reply?

    /// The reply on one line, as evidence.
    func words(of reply: Reply) -> String

    /// Sees every reply first, for what has nothing to do with the question: who stands between, what product it is.
    mutating func notice(_ reply: Reply, at moment: LineMoment, _ facts: inout Facts)

    /// - Throws: what no server of the protocol greets with.
    mutating func greet(_ reply: Reply) throws(Malformed) -> LineGreeting

    /// What the answer to one of `listCommands` lists.
    mutating func list(_ reply: Reply, at moment: LineMoment, _ facts: inout Facts) -> LineList

    /// Whether this answer to `upgradeCommand` is the go-ahead.
    func agrees(_ reply: Reply) -> Bool

    /// The server ends the dialogue with this, whatever it was asked.
    func isFarewell(_ reply: Reply, at moment: LineMoment) -> Bool

    /// The same, but only where the server hangs up before it answers anything else.
    func isFarewell(whereClosed reply: Reply, at moment: LineMoment) -> Bool

    /// No list comes, and the server says why: it serves not this client, or knows no such command.
    func refusesList(_ reply: Reply) -> Bool

    /// Said unasked, it is the server's notice that it ends the dialogue.
    func isNotice(_ reply: Reply) -> Bool

    /// Answers carry no tag: which question one belongs to shows by their order alone.
    var answersInOrder: Bool { get }

    /// Whether this can be the answer to what was asked, and not only to something else.
    func belongs(_ reply: Reply, to moment: LineMoment) -> Bool

    /// A line that is no reply, and would be one of a list.
    func isRemainder(_ line: String) -> Bool

    /// What came in clear behind the go-ahead has the end of a list in it.
    func endsList(in clear: [UInt8]) -> Bool

    /// The words are those of a greeting.
    func greets(_ words: String) -> Bool

    /// The words refuse a command, or call it unknown.
    func refusesCommand(_ words: String) -> Bool

    /// The words refuse the client, and not a command.
    func refusesClient(_ words: String) -> Bool

    /// Whether it is the answer to our goodbye; an earlier question may have been refused, so that its answer is due still.
    func isLast(_ reply: Reply, isInDoubt: Bool) -> Bool

    /// What the server has said in half an answer, and then hung up: why, where it is known to say so that way.
    func lastWords(in input: ByteQueue) -> String?

    /// What words that refuse something are known to mean, as a sentence.
    func meaning(ofRefusal words: String) -> String?

    /// The same where it takes more than the words to know, and what to do about it.
    func reason(for refusal: Refusal) -> Reason?

    /// Puts what has been listed so far into the words of the protocol's own facts.
    func understand(_ facts: inout Facts)

    /// One more thing to ask, once all is listed.
    func lastQuestion(after listing: Listing) -> LineCommand?

    /// The answer to `lastQuestion`.
    func hear(_ reply: Reply, _ facts: inout Facts)

    /// The command as it is sent.
    mutating func line(_ command: LineCommand) -> String
}

extension LineGrammar {
    package var mayUpgrade: Bool { true }
    package var listsUnasked: Bool { false }
    package mutating func notice(_ reply: Reply, at moment: LineMoment, _ facts: inout Facts) {}
    package func isFarewell(_ reply: Reply, at moment: LineMoment) -> Bool { false }
    package func isFarewell(whereClosed reply: Reply, at moment: LineMoment) -> Bool { false }
    package func refusesList(_ reply: Reply) -> Bool { false }
    package func isNotice(_ reply: Reply) -> Bool { false }
    package var answersInOrder: Bool { true }
    package func belongs(_ reply: Reply, to moment: LineMoment) -> Bool { true }
    package func isRemainder(_ line: String) -> Bool { false }
    package func endsList(in clear: [UInt8]) -> Bool { false }
    package func greets(_ words: String) -> Bool { false }
    package func refusesCommand(_ words: String) -> Bool { false }
    package func refusesClient(_ words: String) -> Bool { false }
    package func isLast(_ reply: Reply, isInDoubt: Bool) -> Bool { true }
    package func lastWords(in input: ByteQueue) -> String? { nil }
    package func meaning(ofRefusal words: String) -> String? { nil }
    package func reason(for refusal: Refusal) -> Reason? { meaning(ofRefusal: refusal.words).map { Reason($0) } }
    package func lastQuestion(after listing: Listing) -> LineCommand? { nil }
    package func hear(_ reply: Reply, _ facts: inout Facts) {}
    package mutating func line(_ command: LineCommand) -> String { command.line }
}

/// A verb, and what follows it.
package struct LineCommand: Equatable, Sendable, ExpressibleByStringLiteral {
    /// As a sentence names it.
    let name: String
    let argument: String?

    init(_ name: String, _ argument: String) {
        self.name = name
        self.argument = argument
    }

    package init(stringLiteral name: String) {
        self.name = name
        argument = nil
    }

    var line: String { argument.map { "\(name) \($0)" } ?? name }
}

/// What a dialogue of lines is waiting for.
package enum LineMoment: Equatable, Sendable {
    case greeting
    /// The answer to that one of `listCommands`.
    case list(Int, isInsideTLS: Bool)
    case goAhead
    case tls
    case lastAnswer
    case goodbye
}

/// What a greeting comes to.
package enum LineGreeting: Sendable {
    /// The text, which may have the list in it already.
    case welcome(String, Listing?)
    case refusal(String)
}

/// What an answer to the question for the list comes to.
package enum LineList: Sendable {
    case listing(Listing)
    /// It is refused, and may be asked for with the next command.
    case unknownCommand
    /// Whoever refuses that serves nobody; in its words.
    case refusal(String)
}

/// What a server said that nobody had asked for, so that its answers no longer belong to the questions.
public struct Surplus: Equatable, Sendable {
    /// The server's words, lines parted by strokes; safe to print.
    public let words: String
    let place: Place

    init(_ words: String, _ place: Place) {
        self.words = words.isEmpty ? "(an empty line)" : words
        self.place = place
    }

    /// Where it shows, which tells the usual cause.
    enum Place: Sendable {
        /// A refusal right behind the greeting.
        case behindGreeting
        /// Another greeting.
        case secondGreeting
        /// What a list goes on with behind its last line.
        case insideList
        /// An empty line, where an answer was due.
        case emptyLine
        case elsewhere
    }
}

extension Surplus {
    /// What it means, in sentences that go on from who says too much.
    var meaning: String {
        switch place {
        case .behindGreeting:
            "the server refuses a command before one was sent, so each answer is taken for the one to the question after "
                + "its own. Most often a proxy or load balancer sends a PROXY header to a server that does not expect it, and "
                + "takes it for a command."
        case .secondGreeting:
            "the server greets twice, so each answer is taken for the one to the question after its own. Most often a proxy "
                + "between greets first and lets the server's own greeting through as well, or the lines of one greeting "
                + "do not have the mark that another one follows."
        case .insideList:
            "the list goes on behind the line that ends it. Clients see nothing of the rest, and take it for the answer "
                + "to what they ask next."
        case .emptyLine:
            "an empty line comes where an answer is due, and clients take it for one. A greeting or a list that was edited "
                + "often ends in a line end too many."
        case .elsewhere:
            "one question is answered more than once, so each answer is taken for the one to the question after its own. A "
                + "proxy that answers besides the server does so, and a PROXY header that the server takes for a command."
        }
    }

    /// What to do about it.
    var fix: String {
        switch place {
        case .behindGreeting, .elsewhere:
            "Turn off the PROXY header (send-proxy, say) for this server at the proxy or load balancer before it, or let "
                + "the server expect one; if there is none, find what else between answers."
        case .secondGreeting: "Find the proxy between that greets by itself; without one, mend the server's greeting."
        case .emptyLine:
            "Take the line end too many out of the server's greeting (banner) or list; if there is none, find what between "
                + "adds it."
        case .insideList:
            "Let every line of the list but the last show that another one follows; if the server does so itself, find "
                + "the proxy or firewall between that rewrites it."
        }
    }
}

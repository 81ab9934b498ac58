/// What the services of one protocol share: the one door of its folder.
package struct ProtocolKind: Sendable {
    package let name: String
    package let field: Field
    /// The stages before TLS of a service that upgrades; those after TLS follow from them.
    package let opening: [Stage.Name]
    /// How it is recognised where another protocol was expected.
    package let signatures: [Signature]
    /// Everything that may be said to its servers.
    package let requests: HarmlessRequests
    /// What only its services understand.
    package let settings: [Setting]
    package let open: @Sendable (Plan, Line) -> any Dialogue
    package let rules: [Rule]
    package let explanations: [Explanation]
    /// The most bytes of one answer.
    package let answerLimit: Int
    /// Its messages carry a number by which answers are told apart, so that live calls have one of their own.
    package let isNumbered: Bool
    /// What is offered in the handshake, the dearest first (RFC 7301).
    package let alpn: [String]
    /// Where its service lives on a server that has others besides, in lower case: `/owa`.
    package let folder: String?
    /// What its service is asked for there, as sent; nil where it is a whole server.
    package let path: String?
    /// Why nothing more is known of an open port that stays silent; nil where that is a fault.
    package let silence: Silence?
    /// How its words for people differ from those of other protocols.
    package let words: ProtocolWords
    /// What it means that this text came in clear on the port for TLS; empty where nothing is known.
    package let meaningOfClearText: @Sendable (String) -> String
    /// What to do about that; nil where it is what one does about any.
    package let fixOfClearText: @Sendable (String) -> String?
    /// What it may mean that its server hangs up instead of answering, in a sentence; nil where that says nothing more.
    package let meaningOfClosing: String?

    package init(
        name: String,
        field: Field = .other,
        opening: [Stage.Name] = [.greeting, .capabilities],
        signatures: [Signature] = [],
        requests: HarmlessRequests,
        settings: [Setting] = [],
        rules: [Rule] = [],
        explanations: [Explanation] = [],
        answerLimit: Int = ByteQueue.limit,
        isNumbered: Bool = false,
        alpn: [String] = [],
        folder: String? = nil,
        path: String? = nil,
        silence: Silence? = nil,
        words: ProtocolWords = ProtocolWords(),
        meaningOfClearText: @escaping @Sendable (String) -> String = { _ in "" },
        fixOfClearText: @escaping @Sendable (String) -> String? = { _ in nil },
        meaningOfClosing: String? = nil,
        open: @escaping @Sendable (Plan, Line) -> any Dialogue
    ) {
        self.name = name
        self.field = field
        self.opening = opening
        self.signatures = signatures
        self.requests = requests
        self.settings = settings
        self.rules = rules + (silence == nil ? [] : [.notProbeable])
        self.explanations = explanations + (silence == nil ? [] : [.notProbeable])
        self.answerLimit = answerLimit
        self.isNumbered = isNumbered
        self.alpn = alpn
        self.folder = folder
        self.path = path
        self.silence = silence
        self.words = words
        self.meaningOfClearText = meaningOfClearText
        self.fixOfClearText = fixOfClearText
        self.meaningOfClosing = meaningOfClosing
        self.open = open
    }
}

/// What services are for; those of one field on one host are expected to share a certificate.
package enum Field: String, CaseIterable, Sendable {
    case mail
    case news
    case web
    case directory
    case other

    /// As a list of fields names it.
    package var words: String { rawValue }
}

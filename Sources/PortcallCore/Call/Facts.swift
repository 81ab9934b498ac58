/// What a server says about itself, in words common to all protocols.
public struct Facts: Sendable {
    /// One well-formed message of the expected protocol came, be it a refusal.
    public package(set) var isConfirmed = false
    /// What it said first.
    public package(set) var opening: Opening?
    /// Which software answers; nil where nothing tells.
    public package(set) var product: Product?
    /// What it lists before TLS; nil where nothing was asked or nothing came.
    public package(set) var inClear: Listing?
    /// What it lists inside TLS.
    public package(set) var insideTLS: Listing?
    /// How TLS came about in mid-conversation, or why not.
    public package(set) var upgrade = Upgrade.unknown
    /// What else shows of why no upgrade is offered.
    package var upgradeRemark: Remark?
    /// What to do about a refused upgrade, where the server's words tell.
    package var upgradeAdvice: String?
    /// Why it does not serve us, where it does not.
    public package(set) var trouble: Trouble?
    /// What to do about the trouble, where the server's words tell; before they come, about their staying away.
    public package(set) var remedy: String?
    /// Not the server answers but something in front that could not reach it.
    public package(set) var isAnsweredInItsPlace = false
    /// Why not all is known to be well though nothing worse than a note was found, in a few words: something answers in
    /// the service's place, say; nil where nothing speaks against it.
    public package(set) var reservation: String?
    /// The greeting as something between has overwritten it, or as the server itself writes it so.
    package var maskedGreeting: String?
    /// What only this protocol has.
    public package(set) var service: (any ServiceFacts)?
    /// Why the dialogue went on over more than one connection, where the server did not end the first.
    package var causeOfRedialing: String?
    /// How the stages of the dialogue went.
    package private(set) var stages: [Stage.Name: Report] = [:]

    package init() {}

    /// How one stage of a dialogue went, as the dialogue itself says when it happens.
    package struct Report: Equatable, Sendable {
        package let outcome: Stage.Outcome
        package let detail: String
    }

    /// Something telling that a server says besides.
    package struct Remark: Equatable, Sendable {
        /// As it came.
        let words: String
        let reason: Reason
    }

    /// Who speaks first.
    public enum Opening: Equatable, Sendable {
        /// The server: the whole of it, lines joined by line feeds, code included.
        case greeting(String)
        /// The client: what the server said to that, on one line.
        case answer(String)
    }

    /// The state of an upgrade to TLS in mid-conversation.
    public enum Upgrade: Equatable, Sendable {
        /// Not asked for yet, or not to be asked for.
        case unknown
        /// How that shows: the list that lacks it, or the words that refuse what no list could offer.
        case notOffered(String)
        /// The server's words.
        case agreed(String)
        /// Offered, and then refused: the server's words, and what they mean where that is known.
        case refused(String, meaning: String?)
    }

    /// Why a server that answers does not serve us.
    public enum Trouble: Equatable, Sendable {
        /// The server's words, and what they mean where that is known.
        case refused(String, meaning: String?)
        /// What answers instead of the service expected, as `an FTP server`, and in which words it showed.
        case impostor(String, words: String?)
        /// The server says, in these words, that it expected TLS from the first byte.
        case wantsTLS(String)
        /// The server says, in these words, that it serves only who shows a certificate.
        case wantsCertificate(String)
        /// How something between the server and us shows that it rewrites the dialogue.
        case masked(String)
        /// It says more than it is asked, so that answers no longer belong to questions.
        case outOfStep(Surplus)
    }
}

/// What a server lists of itself.
public struct Listing: Equatable, Sendable {
    /// As sent, one an element; nil where the protocol has no such list.
    public var capabilities: [String]?
    /// Ways to log in, in upper case.
    public var mechanisms: [String]
    /// Those that take a password as it is, as the server says explicitly.
    public var plaintextMechanisms: [String]
    /// nil where the list does not tell.
    public var offersTLS: Bool?
    /// Some way to log in is there; nil where the list does not tell.
    public var offersLogin: Bool?

    package init(
        capabilities: [String]? = nil,
        mechanisms: [String] = [],
        plaintextMechanisms: [String] = [],
        offersTLS: Bool? = nil,
        offersLogin: Bool? = nil
    ) {
        self.capabilities = capabilities
        self.mechanisms = mechanisms
        self.plaintextMechanisms = plaintextMechanisms
        self.offersTLS = offersTLS
        self.offersLogin = offersLogin
    }

    /// The list on one line.
    var words: String { (capabilities ?? []).joined(separator: ", ") }
}

extension Facts {
    /// The whole greeting, where the server speaks first.
    public var greeting: String? { if case .greeting(let text)? = opening { text } else { nil } }
    /// The answer on one line, where the client speaks first.
    public var answer: String? { if case .answer(let words)? = opening { words } else { nil } }
    /// What it lists before TLS; nil where it has no such list.
    public var capabilities: [String]? { inClear?.capabilities }
    /// What it lists inside TLS; nil where it has no such list.
    public var capabilitiesAfterTLS: [String]? { insideTLS?.capabilities }
    /// Ways to log in that it lists before TLS, in upper case.
    public var mechanisms: [String]? { inClear?.mechanisms }
    /// Ways to log in that it lists inside TLS, in upper case.
    public var mechanismsAfterTLS: [String]? { insideTLS?.mechanisms }

    var isRefused: Bool { if case .refused = trouble { true } else { false } }
}

// What a dialogue says of itself, each when it happens.
extension Facts {
    mutating func report(_ stage: Stage.Name, _ outcome: Stage.Outcome, _ detail: String) {
        stages[stage] = Report(outcome: outcome, detail: detail)
    }

    /// A server that speaks first has.
    mutating func greeted(_ text: String) {
        isConfirmed = true
        opening = .greeting(text)
        report(.greeting, .passed, text.firstLine)
    }

    /// A server that speaks when it is asked has.
    mutating func answered(_ words: String) {
        opening = .answer(words)
        report(.answer, .passed, words)
    }

    /// The list before TLS came.
    mutating func list(_ listing: Listing) {
        inClear = listing
        if listing.capabilities != nil, stages[.capabilities] == nil {
            report(.capabilities, .passed, listing.words)
        }
    }

    /// The list inside TLS came.
    mutating func listInsideTLS(_ listing: Listing) {
        insideTLS = listing
        if listing.capabilities != nil, stages[.capabilitiesAfterTLS] == nil {
            report(.capabilitiesAfterTLS, .passed, listing.words)
        }
    }

    /// TLS is not to be had, which shows by a list or by a refusal of what could not be listed.
    mutating func withholdUpgrade(_ how: String) {
        upgrade = .notOffered(how)
        report(.starttls, .skipped, "not offered")
    }

    mutating func agreeToUpgrade(_ words: String) {
        upgrade = .agreed(words)
        report(.starttls, .passed, words)
    }

    /// A no to what was not listed means that there is no TLS; a no to what was, that it is refused.
    mutating func refuseUpgrade(_ words: String, meaning: String?) {
        guard inClear?.offersTLS == true else { return withholdUpgrade(words) }
        upgrade = .refused(words, meaning: meaning)
        report(.starttls, .failed, words)
    }

    /// The server will not serve us; what was found before to stand between counts more.
    ///
    /// - Parameters:
    ///   - words: the server's, on one line.
    ///   - meaning: what they are known to mean, as a sentence.
    ///   - stage: the one that ends with it; nil for what no stage waits for.
    mutating func refuse(_ words: String, meaning: String?, at stage: Stage.Name?) {
        trouble = trouble ?? .refused(words, meaning: meaning)
        if let stage { report(stage, .failed, words) }
    }

    /// The server serves only who shows a certificate, and says so in these words.
    mutating func demandCertificate(_ words: String, at stage: Stage.Name?) {
        trouble = trouble ?? .wantsCertificate(words)
        if let stage { report(stage, .failed, words) }
    }

    /// Another answers, by these words; what was found before counts more.
    mutating func suspect(_ impostor: String, words: String) {
        guard trouble == nil else { return }
        isConfirmed = false
        trouble = .impostor(impostor, words: words)
    }

    /// Answers no longer belong to questions; who refuses a command, or seems to be another, may only be one too late.
    mutating func loseStep(_ surplus: Surplus) {
        switch trouble {
        case .masked, .wantsTLS, .wantsCertificate: return
        case .refused, .impostor, .outOfStep, nil: break
        }
        isConfirmed = true
        trouble = .outOfStep(surplus)
        if stages[.starttls]?.outcome == .skipped { report(.starttls, .skipped, "") }
    }

    /// The first sign counts.
    mutating func mask(_ how: String) {
        trouble = trouble ?? .masked(how)
    }
}

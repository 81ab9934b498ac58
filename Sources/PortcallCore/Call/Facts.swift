/// What a server says about itself, in words common to all protocols.
public struct Facts: Sendable {
    /// One well-formed message of the expected protocol came, be it a refusal.
    public var isConfirmed = false
    /// The whole of it, lines joined by line feeds, code included.
    public var greeting: String?
    /// What a server said that speaks only when it is asked, on one line.
    public var answer: String?
    public var product: Product?
    /// As sent, one an element; nil where none were asked for.
    public var capabilities: [String]?
    public var capabilitiesAfterTLS: [String]?
    /// Mechanisms in upper case; nil where capabilities are.
    public var mechanisms: [String]?
    public var mechanismsAfterTLS: [String]?
    /// Mechanisms before TLS that take a password as it is, as the server says explicitly.
    public var plaintextMechanisms: [String] = []
    /// Whether TLS was offered before TLS was up; nil while unknown.
    public var offersTLS: Bool?
    public var stillOffersTLS = false
    /// The server's words when it agreed to start TLS.
    public var goAhead: String?
    /// The server's words when it would not start TLS.
    public var upgradeRefusal: String?
    /// How it shows that TLS is not offered, where no list of capabilities does.
    public var withoutUpgrade: String?
    /// The server's words when it would not serve us at all, and what they mean where that is known.
    public var refusal: String?
    public var refusalMeaning: String?
    /// How something between the server and us shows that it rewrites the dialogue.
    public var mask: String?
    /// What answers instead of the service expected, where the dialogue found it out: `an FTP server`.
    public var impostor: String?
    /// The server's words where it serves only who shows a certificate, and says so instead of hanging up.
    public var certificateDemand: String?
    /// The server says that it expected TLS from the first byte.
    public var wantsTLS = false
    /// In which words it says so.
    public var wantsTLSWords: String?
    /// What only this protocol has.
    public var service: (any ServiceFacts)?

    public init() {}
}

/// What only one protocol has to tell; `lines` are for people, the `record` is for programs.
public protocol ServiceFacts: Sendable {
    /// The record's `protocol.details`.
    var record: Record { get }
    /// What a person wants to know first.
    var lines: [FactLine] { get }
}

/// One line about a server, for people.
public struct FactLine: Equatable, Sendable {
    /// What stands before the label.
    public enum Mark: Sendable {
        case none
        case good
        case bad
        case neutral
    }

    public let mark: Mark
    /// At most 12 characters.
    public let label: String
    public let text: String

    public init(_ label: String, _ text: String, _ mark: Mark = .none) {
        self.label = label
        self.text = text
        self.mark = mark
    }
}

extension ServiceFacts {
    public var lines: [FactLine] { [] }
}

/// Which software answers, as far as it tells.
public struct Product: Equatable, Sendable {
    /// With its version where that shows: `Postfix`, `Microsoft Exchange Server 2010`.
    public var name: String
    public var certainty: Certainty

    public init(_ name: String, _ certainty: Certainty) {
        self.name = name
        self.certainty = certainty
    }

    /// How sure.
    public enum Certainty: String, Sendable {
        /// It says so itself.
        case stated
        /// What it offers, or its own way of speaking, fits no other.
        case likely
        /// Something fits, and would fit others.
        case possible
    }
}

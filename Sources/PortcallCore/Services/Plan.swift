/// What one call sets out to do, and by what it will be judged.
public struct Plan: Sendable {
    /// What is called.
    public var target: Target
    /// When the call began.
    public var started: Timestamp
    /// The time for the whole call.
    public var timeout: Duration
    /// How long each address has to accept the connection; nil for its fair share of the time of the call.
    public var connectPatience: Duration?
    /// The addresses to call where they are known already; nil to look the name up.
    public var addresses: [String]?
    /// What only some protocols understand, by the words of their settings, as it was given: `["helo": "mail.example.com"]`.
    ///
    /// A service leaves alone what is none of its settings.
    public var wishes: [String: String]
    /// Marks our messages where answers are told apart by a number; nil for one that the caller draws.
    ///
    /// Data, so that a call can be played again.
    public var number: UInt64?
    /// A certificate of ours is shown to whoever asks for one.
    public var showsCertificate = false
    /// Only a certificate with such a key is asked for; that there is none is then no fault.
    public var keyKind: KeyKind?
    /// By what the call is judged.
    public var criteria: Criteria
    /// The policy that it stands in; nil where it was typed.
    public var policyEntry: PolicyEntry?

    /// A call with the usual time, whose addresses are looked up.
    public init(
        _ target: Target,
        started: Timestamp,
        timeout: Duration = .seconds(30),
        wishes: [String: String] = [:],
        number: UInt64? = nil,
        criteria: Criteria = Criteria()
    ) {
        self.target = target
        self.started = started
        self.timeout = timeout
        self.wishes = wishes
        self.number = number
        self.criteria = criteria
    }

    /// The number of a transcript that names none: `PC`.
    package static let fixedNumber: UInt64 = 0x5043

    /// The service of the target.
    public var service: Service { target.service }

    /// The name sent as SNI, unless it is an address, and looked for in the certificate.
    public var serverName: ServerName { criteria.serverName ?? target.host.serverName }

    /// The moment for which dates are judged.
    public var judgedAt: Timestamp { criteria.at ?? started }
}

/// What the operator asked for besides: by what the certificate is judged and which findings matter.
public struct Criteria: Equatable, Sendable {
    /// The name to send and to look for instead of the host typed.
    public var serverName: ServerName?
    /// How long before expiry it warns; nil for 20 % of the lifetime or 21 days, whichever is less.
    public var warnLimit: ExpiryLimit?
    /// How long before expiry it is critical; nil where only expiry itself is.
    public var criticalLimit: ExpiryLimit?
    /// The certificate must be one of these, where any are given.
    public var expected: [Expectation]
    /// Findings that become notes, for the operator knows of them.
    public var ignored: [String]
    /// Findings that become notes for a time, by their ids, and why.
    public var exemptions: [String: Exemption] = [:]
    /// Severities by the ids of findings, instead of those that the findings have.
    public var severities: [String: Severity]
    /// Findings that are notes unless a severity is set, for nobody asked for this port by name.
    package var forgiven: [String] = []
    /// Judge dates as of then instead of the moment of the call.
    public var at: Timestamp?
    /// The forest that a domain controller must be of, as DNS names it.
    public var forest: String?
    /// The profile that a server is checked for.
    public var profile: String?
    /// Whose needs alone are checked.
    public var from: Role?

    /// Nothing in particular, unless it is said.
    public init(
        serverName: ServerName? = nil,
        warnDays: Int? = nil,
        expected: [Expectation] = [],
        ignored: [String] = [],
        severities: [String: Severity] = [:],
        criticalLimit: ExpiryLimit? = nil,
        at: Timestamp? = nil,
        forest: String? = nil
    ) {
        self.serverName = serverName
        warnLimit = warnDays.map { .days($0) }
        self.expected = expected
        self.ignored = ignored
        self.severities = severities
        self.criticalLimit = criticalLimit
        self.at = at
        self.forest = forest
    }
}

/// A certificate known beforehand, as `--expect` names it.
public enum Expectation: Equatable, Sendable {
    case selfSigned
    /// Fingerprints in lower-case hexadecimal.
    case sha256(String)
    case spki(String)

    /// Reads `self-signed`, `sha256:HEX` or `spki:HEX`.
    ///
    /// Colons, spaces and case in HEX do not matter, and base64 is read too, as other programs write pins.
    public init?(_ text: String) {
        guard text.lowercased() != "self-signed" else {
            self = .selfSigned
            return
        }
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let digits = Self.fingerprint(parts[1]) else { return nil }
        switch parts[0].lowercased() {
        case "sha256": self = .sha256(digits)
        case "spki": self = .spki(digits)
        default: return nil
        }
    }

    /// 32 bytes in lower-case hexadecimal.
    private static func fingerprint(_ text: Substring) -> String? {
        let digits = text.filter { $0 != ":" && $0 != " " }
        let bytes = digits.utf8.count == 64 ? Hexadecimal.bytes(digits) : Base64.bytes(digits)
        guard let bytes, bytes.count == 32 else { return nil }
        return Hexadecimal.text(bytes, separator: "")
    }

    /// As `--expect` takes it.
    public var text: String {
        switch self {
        case .selfSigned: "self-signed"
        case .sha256(let digits): "sha256:\(digits)"
        case .spki(let digits): "spki:\(digits)"
        }
    }

    func matches(_ leaf: Certificate) -> Bool {
        switch self {
        case .selfSigned: leaf.isSelfSigned
        case .sha256(let digits): leaf.sha256 == digits
        case .spki(let digits): leaf.spkiSHA256 == digits
        }
    }
}

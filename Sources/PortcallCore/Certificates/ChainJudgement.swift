/// Everything that is wrong with one chain for one name at one time, and how it was completed.
public struct ChainJudgement: Equatable, Sendable {
    /// Every problem, in the order of depth; empty when the chain, its dates and its purpose hold.
    ///
    /// The name is judged apart, and so is the strength of keys where OpenSSL alone would let them pass.
    public var problems: [ChainProblem]
    /// Whether the leaf's subjectAltName covers the name asked for; nil where none was asked for, or its names
    /// cannot be read.
    public var nameMatches: Bool?
    /// The leaf's common name would have matched, had it counted.
    public var commonNameMatches: Bool
    /// Certificates that complete the chain and were not sent: intermediates and the root found on this machine.
    public var found: [Certificate]
    /// The chain as built, leaf first, each by its short name: what `trust` shows.
    public var path: [String]
    /// The earliest end of a certificate of that chain, whatever is wrong with it.
    public var pathNotAfter: Timestamp?
    /// Oddities of how it is presented: superfluous, duplicate or wrongly ordered certificates, one sentence each.
    public var notes: [String]
    /// Where the server's own certificate stands, that should have been first instead of a CA's.
    package var misplacedLeaf: Int?
    /// What must go so that all clients find the way to a trusted root; nil where nothing need go.
    package var detour: Detour?

    package init(
        problems: [ChainProblem] = [],
        nameMatches: Bool? = nil,
        commonNameMatches: Bool = false,
        found: [Certificate] = [],
        path: [String] = [],
        pathNotAfter: Timestamp? = nil,
        notes: [String] = []
    ) {
        self.problems = problems
        self.nameMatches = nameMatches
        self.commonNameMatches = commonNameMatches
        self.found = found
        self.path = path
        self.pathNotAfter = pathNotAfter
        self.notes = notes
    }

    /// Certificates that lead some clients astray, where others find a trusted root without them.
    package struct Detour: Equatable, Sendable {
        /// Which to remove, each by its short name and its end, so that those of one name are told apart.
        package let superfluous: [String]
        /// What the chain leads to without them.
        package let root: String

        package init(superfluous: [String], root: String) {
            self.superfluous = superfluous
            self.root = root
        }
    }

    /// What the contract calls `verified`: chain, dates and purpose hold at the time judged.
    public var isVerified: Bool { !problems.contains { $0.kind.spoilsTrust } }

    /// What is wrong with the certificate that stands there among those presented.
    func problems(at index: Int) -> [ChainProblem] { problems.filter { $0.index == index } }
}

/// One thing wrong with one certificate of a chain.
public struct ChainProblem: Equatable, Sendable {
    /// What kind of thing is wrong.
    public var kind: Kind
    /// The one rule that is broken, or the one cause; nil for a trouble of the leaf's key.
    package var reason: Reason?
    /// 0 is the leaf.
    public var depth: Int
    /// Where the certificate it sits on stands among those presented; nil for one that was found on this
    /// machine, and for what could not be read.
    public var index: Int?
    /// That certificate, by its short name.
    public var certificate: String
    /// What exactly, in a few words that need no source code: `RSA 1024 bits`, `path length 0 exceeded`.
    public var detail: String

    package init(_ reason: Reason, depth: Int, index: Int? = nil, certificate: String, detail: String) {
        self.init(kind: reason.kind, depth: depth, index: index, certificate: certificate, detail: detail)
        self.reason = reason
    }

    package init(kind: Kind, depth: Int, index: Int? = nil, certificate: String, detail: String) {
        self.kind = kind
        self.depth = depth
        self.index = index
        self.certificate = certificate
        self.detail = detail
    }

    /// What kind of thing is wrong; each leads to one finding id of the contract.
    @nonexhaustive
    public enum Kind: String, CaseIterable, Sendable {
        /// Expired, or not valid yet, at the depth given (0 the leaf; above it an intermediate or a root).
        case expired = "expired"
        case notYetValid = "not yet valid"
        /// The leaf is its own issuer and not among the trusted roots.
        case selfSigned = "self-signed"
        /// The chain as sent ends in a root, or a CA, that is not trusted here.
        case untrustedRoot = "untrusted root"
        /// The leaf came without the certificate of its issuer, whether or not this machine could mend it.
        case incomplete = "issuer not sent"
        case noServerAuthentication = "not for servers"
        case weakKey = "weak key"
        case weakSignature = "weak signature"
        case malformed = "malformed"
        /// Basic constraints, key usage, path length or name constraints broken in a way that clients reject.
        case constraintViolated = "constraint violated"
        /// The key usage of the leaf leaves out what its key must do.
        case keyUnusable = "key of no use"
        /// A rule of RFC 5280 or the CA/Browser baseline broken that most clients forgive.
        case profile = "profile"

        /// Whether `verified` is false because of it.
        ///
        /// A missing intermediate that this machine could mend still leaves other clients without trust, so it counts.
        package var spoilsTrust: Bool {
            switch self {
            case .weakKey, .weakSignature, .profile: false
            case .expired, .notYetValid, .selfSigned, .untrustedRoot, .incomplete, .noServerAuthentication,
                .malformed, .constraintViolated, .keyUnusable:
                true
            }
        }
    }
}

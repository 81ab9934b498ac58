/// What is printed of a run: given each entry in its order, it says what to print next.
///
/// A value without input or output. What a document printed stays printed, so that one can be shown while calls are under
/// way; one that must know all of them prints nothing before its end.
public protocol Document: Sendable {
    /// What stands before the first entry; asked for once, when there is one or the run is over.
    mutating func begin() -> String

    /// What an entry adds.
    mutating func add(_ entry: Entry) -> String

    /// What stands behind the last entry.
    mutating func end(_ closing: Closing) -> String
}

extension Document {
    /// Nothing.
    public mutating func begin() -> String { "" }

    /// Nothing.
    public mutating func end(_ closing: Closing) -> String { "" }
}

/// What all entries of a document have in common.
public struct Run: Sendable {
    /// Of the program that prints.
    public var version: String
    /// When the run began.
    public var started: Timestamp
    /// Of the screen, for what people read there.
    public var style: Style
    /// What the calls were made with, for the commands that repeat them.
    public var files: Aim.Files
    /// Every address of a name is a call of its own, so that a target alone does not tell two apart.
    public var tellsAddresses: Bool
    /// Calls that are well are left out.
    public var showsFaultsOnly: Bool
    /// The folder that paths are told from.
    public var folder: String

    /// - Parameters:
    ///   - version: of the program that prints.
    ///   - started: when the run began.
    ///   - style: of the screen.
    ///   - files: what the calls were made with.
    ///   - tellsAddresses: every address of a name is a call of its own.
    ///   - showsFaultsOnly: calls that are well are left out.
    ///   - folder: the one that paths are told from.
    public init(
        version: String,
        started: Timestamp,
        style: Style = Style(),
        files: Aim.Files = Aim.Files(),
        tellsAddresses: Bool = false,
        showsFaultsOnly: Bool = false,
        folder: String = "/"
    ) {
        self.version = version
        self.started = started
        self.style = style
        self.files = files
        self.tellsAddresses = tellsAddresses
        self.showsFaultsOnly = showsFaultsOnly
        self.folder = folder
    }
}

/// How a run ended.
public struct Closing: Sendable {
    /// Of the process.
    public var exitCode: Int
    /// When it ended.
    public var ended: Timestamp
    /// How long it took.
    public var elapsed: Duration
    /// Somebody ended it before all was known.
    public var isInterrupted = false
    /// Targets whose turn did not come.
    public var uncalled: [String] = []
    /// What whoever looks after the servers should know besides, a sentence each.
    public var notices: [String] = []
    /// The last object for programs, where a policy was called.
    public var summary: Record?

    /// A run that came to its end.
    public init(exitCode: Int, ended: Timestamp, elapsed: Duration) {
        self.exitCode = exitCode
        self.ended = ended
        self.elapsed = elapsed
    }
}

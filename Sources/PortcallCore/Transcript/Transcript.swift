/// A call written down: what `--transcript` writes, what `Vectors/` holds, what a bug report carries.
///
/// The format is described in `Vectors/README.md`.
public struct Transcript: Sendable {
    package enum Entry: Equatable, Sendable {
        case server([UInt8])
        case client([UInt8])
        case wait(milliseconds: Int)
        case event(Call.Event)
    }

    /// Certificates that the transcript carries, or the file that has them.
    public enum Source: Equatable, Sendable {
        /// A path relative to the transcript's folder, or to the one above.
        case file(String)
        case pem(String)
    }

    /// What the call set out to do.
    public package(set) var plan: Plan
    package var entries: [Entry] = []
    /// The chain as the server sent it.
    public internal(set) var chain: Source?
    /// The roots it is judged against; nil for those of the machine.
    public internal(set) var roots: Source?
    /// What the call must come to: `ok`, or one `severity finding-id` for each finding; empty where nothing is said.
    public internal(set) var expected: [String] = []
    /// The lines that begin with `#`.
    public internal(set) var comments: [String] = []

    package init(plan: Plan) {
        self.plan = plan
    }
}

/// A line that is not part of the format.
public struct MalformedTranscript: Error, Equatable, Sendable {
    /// From 1.
    public let line: Int
    /// The line, or its first 200 characters.
    public let text: String
    /// What is wrong with it, as a sentence goes on.
    public let reason: String
}

extension MalformedTranscript: CustomStringConvertible {
    public var description: String { "line \(line): \(reason): \(text.escaped)" }
}

/// Why bytes could not be read as the protocol they were expected to be.
@nonexhaustive
public enum Malformed: Error, Equatable, Sendable {
    /// More than an honest server would send: what was being read, and how it began.
    case tooLong(String, quoting: String)
    /// Not a message of the protocol: quotes it.
    case unexpected(String)
}

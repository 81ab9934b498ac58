/// This machine cannot do TLS as asked: a file that cannot be read, no trusted root, an OpenSSL that does not start.
public struct TLSUnavailable: Error, Equatable, Sendable, CustomStringConvertible {
    /// In words, naming the file where one is at fault.
    public let description: String
    /// There is no root to trust on this machine, and none was given.
    public let isWithoutRoots: Bool

    package init(_ description: String, isWithoutRoots: Bool = false) {
        self.description = description
        self.isWithoutRoots = isWithoutRoots
    }
}

/// This machine cannot do TLS as asked: a file that cannot be read, no trusted root, an OpenSSL that does not start.
public struct TLSUnavailable: Error, Equatable, Sendable, CustomStringConvertible {
    /// In words, naming the file where one is at fault.
    public let description: String

    package init(_ description: String) {
        self.description = description
    }
}

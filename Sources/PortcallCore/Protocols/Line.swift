/// The connection that a dialogue is made for.
package struct Line: Equatable, Sendable {
    /// The server's end.
    package let remote: Endpoint
    /// Our own.
    package let local: Endpoint
    /// Marks our messages where answers are told apart by a number; nobody can guess it.
    package let number: UInt64

    package init(remote: Endpoint, local: Endpoint, number: UInt64) {
        self.remote = remote
        self.local = local
        self.number = number
    }

    /// For protocols whose numbers have 16 bits.
    var shortNumber: UInt16 { UInt16(truncatingIfNeeded: number) }
}

/// One end of a connection.
package struct Endpoint: Equatable, Sendable {
    /// Without brackets.
    package let address: String
    package let port: Int

    package init(_ address: String, _ port: Int = Endpoint.unknownPort) {
        self.address = address
        self.port = port
    }

    /// Stands for our own port in a transcript that does not tell it: the first of those a system hands out (RFC 6335).
    package static let unknownPort = 49_152

    /// As SMTP and its kin write an address for a name (RFC 5321 section 4.1.3).
    var addressLiteral: String {
        let address = address.unmapped
        return address.contains(":") ? "[IPv6:\(address)]" : "[\(address)]"
    }
}

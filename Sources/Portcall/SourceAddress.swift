internal import NIOCore
public import PortcallCore

/// An address of this machine that connections come from.
public struct SourceAddress: Sendable {
    let address: SocketAddress

    /// Reads an IP address, without brackets.
    ///
    /// - Parameter text: `192.0.2.1`, `2001:db8::1`, `fe80::1%eth0`.
    /// - Throws: that it is no IP address.
    public init(_ text: String) throws(MalformedTarget) {
        let host = try Host(text)
        if case .name = host { throw .notAnAddress(text) }
        guard let address = try? System.addresses(of: host, port: 0, family: .any).first else {
            throw .notAnAddress(text)
        }
        self.address = address
    }

    /// The family of the addresses that can be called from it.
    public var family: AddressFamily { address.protocol == .inet6 ? .ipv6 : .ipv4 }

    /// Why no connection can come from it, as where it is not this machine's; nil where one can.
    public var trouble: String? { System.troubleBinding(to: address).map { "\(address.text): \($0)" } }
}

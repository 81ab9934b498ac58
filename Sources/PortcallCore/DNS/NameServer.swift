/// A name server to ask, as `--dns` takes it: `SERVER[:PORT]`, an IPv6 address in brackets.
public struct NameServer: Equatable, Sendable {
    public let host: Host
    public let port: Int

    public init(_ text: String) throws(MalformedTarget) {
        let target = try Target("dns://\(text)")
        (host, port) = (target.host, target.port)
    }
}

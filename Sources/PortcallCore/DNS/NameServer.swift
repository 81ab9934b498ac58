/// A name server to ask, as `--dns` takes it: `SERVER[:PORT]`, an IPv6 address in brackets.
public struct NameServer: Equatable, Sendable {
    /// Its name or address.
    public let host: Host
    /// 53 unless another one was given.
    public let port: Int

    /// Reads `192.0.2.53`, `ns.example.com:5353` or `[2001:db8::53]:5353`.
    public init(_ text: String) throws(MalformedTarget) {
        let target = try Target("dns://\(text)")
        (host, port) = (target.host, target.port)
    }
}

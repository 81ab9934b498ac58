package import PortcallCore

/// A root, an intermediate below it, and what that issues: made on the spot, for the demo and the tests.
package struct Authority: Sendable {
    package let root: Identity
    package let intermediate: Identity
    private let now: Timestamp

    /// - Parameters:
    ///   - name: the two are called after it, `NAME Root CA` and `NAME Issuing CA`.
    ///   - now: a moment they are valid at, and long before and after.
    /// - Throws: what OpenSSL does not take.
    package init(_ name: String, at now: Timestamp) throws(TLSUnavailable) {
        self.now = now
        let order = { (suffix: String) in
            CertificateOrder("\(name) \(suffix)", notBefore: now.adding(days: -100), notAfter: now.adding(days: 1000))
                .asCA
        }
        root = try CertificateWorkshop.make(order("Root CA"))
        intermediate = try CertificateWorkshop.make(order("Issuing CA"), issuer: root)
    }

    /// A server's certificate for a name or an address, and the intermediate that issued it.
    ///
    /// Ten days old and good for eighty more, unless `change` says otherwise.
    package func server(
        _ name: ServerName,
        _ change: (inout CertificateOrder) -> Void = { _ in }
    ) throws(TLSUnavailable) -> Identity {
        var order = CertificateOrder(name.text, notBefore: now.adding(days: -10), notAfter: now.adding(days: 80))
        switch name {
        case .dns(let host): order.dns = [host]
        case .ip(let address): order.ip = [address]
        }
        change(&order)
        return try CertificateWorkshop.make(order, issuer: intermediate)
    }

    /// When a certificate begins or ends that many days from now.
    package func day(_ days: Int) -> Timestamp { now.adding(days: days) }
}

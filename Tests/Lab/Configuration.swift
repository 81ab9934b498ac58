import Portcall
import Testing

/// A port of the lab, how it is called, and what is wrong with it.
struct Configuration: Sendable, CustomTestStringConvertible {
    /// `SERVER/NAME`, as the lab's table of ports has it.
    let name: String
    let service: String
    let findings: [String]
    /// How the name of the product begins, where the greeting tells.
    let product: String

    static let all =
        postfix + exim + dovecot + cyrus + courier + inn + leafnode + openLDAP + samba + exchangeByNginx + nginx
        + ngircd + inspircd + kamailio

    /// Nobody needs a certificate there, and everybody is asked for one: IRC servers know people by its fingerprint.
    static let requested = "note tls-client-certificate-requested"

    /// The configurations of one server: `call` makes one of a name, the service it is called as, and its findings.
    static func on(_ server: String, product: String, _ list: (_ call: Maker) -> [Configuration]) -> [Configuration] {
        list(Maker(server: server, product: product))
    }

    struct Maker {
        let server: String
        let product: String

        func callAsFunction(_ name: String, as service: String, _ findings: String...) -> Configuration {
            Configuration(name: "\(server)/\(name)", service: service, findings: findings, product: product)
        }
    }

    var testDescription: String { "\(name) as \(service)" }

    /// The port as the lab knows it, if it is called as what it is.
    private var port: Lab.Port? {
        guard let port = Lab.ports[name], let service = Service.named(service) else { return nil }
        guard port.protocolName == service.protocolName.lowercased() else { return nil }
        return (service.security == .implicit) == (port.security == "implicit") ? port : nil
    }

    /// Called as what it is, and TLS comes about.
    var hasTLS: Bool { port.map { ["implicit", "upgrade"].contains($0.security) } ?? false }

    /// Called as what it is, and there is a list before TLS.
    var hasCapabilities: Bool { isAskedInClear && !["ldap", "http", "sip"].contains(port?.protocolName) }

    /// Called as what it is, and its rootDSE is there for everybody.
    var hasRootDSE: Bool {
        isAskedInClear && port?.protocolName == "ldap" && !findings.contains("warning ldap-bind-refused")
            && !findings.contains("note ldap-tls-required") && !findings.contains("warning rootdse-unreadable")
    }

    private var isAskedInClear: Bool { port.map { ["clear", "upgrade"].contains($0.security) } ?? false }

    /// Called as a web server, which it is.
    var isWeb: Bool { port?.protocolName == "http" && (service == "http" || service == "https") }
}

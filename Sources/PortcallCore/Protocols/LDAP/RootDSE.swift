/// What a directory says about itself (RFC 4512 section 5.1): attributes as it sent them, and what they mean.
package struct RootDSE: Sendable {
    /// In the server's order, safe to print; bytes that are no text are escaped.
    package let attributes: [(name: String, values: [String])]
    private let byName: [String: [String]]

    init(_ entry: LDAPEntry) {
        attributes = entry.attributes.map { ($0.name, $0.values.map { String(escaping: $0) }) }
        byName = Dictionary(attributes.map { ($0.name.lowercased(), $0.values) }) { $0 + $1 }
    }

    /// The values of an attribute; names are compared without case.
    package subscript(name: String) -> [String] { byName[name.lowercased()] ?? [] }

    private func first(_ name: String) -> String? { self[name].first }
    private func flag(_ name: String) -> Bool? { first(name).map { $0.uppercased() == "TRUE" } }
    private func number(_ name: String) -> Int? { first(name).flatMap { Int($0) } }

    package var namingContexts: [String] { self["namingContexts"] }
    package var mechanisms: [String] { self["supportedSASLMechanisms"].map { $0.uppercased() } }
    package var dnsHostName: String? { first("dnsHostName") }
    package var isSynchronized: Bool? { flag("isSynchronized") }
    package var usn: Int? { number("highestCommittedUSN") }
    package var domainLevel: Int? { number("domainFunctionality") }
    package var forestLevel: Int? { number("forestFunctionality") }
    package var controllerLevel: Int? { number("domainControllerFunctionality") }
    package var currentTime: Timestamp? { first("currentTime").flatMap { Timestamp(generalized: $0) } }
    var vendor: String? { first("vendorName") }
    var vendorVersion: String? { first("vendorVersion") }

    /// It has every naming context of the forest; nil where the server is no domain controller.
    package var isGlobalCatalogReady: Bool? { flag("isGlobalCatalogReady") }

    /// As DNS writes it: `corp.example`.
    package var domain: String? { first("defaultNamingContext").flatMap { DistinguishedName($0).dnsName } }

    /// The domain at the top of the forest.
    package var forest: String? { first("rootDomainNamingContext").flatMap { DistinguishedName($0).dnsName } }

    /// The site that the server stands in.
    package var site: String? {
        let name = first("serverName").map { DistinguishedName($0).components } ?? []
        guard name.count > 3, name[1].value.lowercased() == "servers" else { return nil }
        return name[2].value
    }

    /// Whether StartTLS is offered; nil where the server lists no extensions at all.
    var offersStartTLS: Bool? {
        let extensions = self["supportedExtension"]
        return extensions.isEmpty ? nil : extensions.contains(LDAPRequest.startTLSName)
    }

    func hasCapability(_ last: Int) -> Bool {
        self["supportedCapabilities"].contains("1.2.840.113556.1.4.\(last)")
    }

    /// It takes no changes of its own.
    package var isReadOnly: Bool { hasCapability(1920) }
}

/// The parts of a name such as `CN=DC1,CN=Servers,CN=Paris,…` (RFC 4514).
struct DistinguishedName {
    let components: [(type: String, value: String)]

    init(_ text: String) {
        var parts: [String] = []
        var part = ""
        var isEscaped = false
        for character in text.prefix(1024) {
            if character == ",", !isEscaped {
                parts.append(part)
                part = ""
            } else {
                part.append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        components = (parts + [part]).map { part in
            let (type, value) = part.cut(at: "=")
            return (type.uppercased().filter { $0 != " " }, value)
        }
    }

    /// What DNS calls a name of domain components alone (RFC 2247), in lower case.
    var dnsName: String? {
        guard components.allSatisfy({ $0.type == "DC" && !$0.value.isEmpty }) else { return nil }
        return components.map { $0.value.lowercased() }.joined(separator: ".")
    }
}

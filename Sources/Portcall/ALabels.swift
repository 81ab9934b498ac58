internal import CIDN2
public import PortcallCore

extension Target {
    /// The same target with an internationalised name turned into A-labels.
    public func withALabels() throws(MalformedTarget) -> Target {
        Target(text: text, service: service, host: try host.withALabels(), port: port, leftOut: leftOut)
    }
}

extension Plan {
    /// The same plan with the names that are called and looked for as A-labels.
    public func withALabels() throws(MalformedTarget) -> Plan {
        var plan = self
        plan.target = try target.withALabels()
        if case .dns(let name)? = criteria.serverName { plan.criteria.serverName = .dns(try aLabels(of: name)) }
        if let forest = criteria.forest { plan.criteria.forest = try aLabels(of: forest) }
        return plan
    }
}

extension Host {
    /// The same host with an internationalised name turned into A-labels (RFC 5891), as DNS and certificates have it.
    public func withALabels() throws(MalformedTarget) -> Host {
        guard case .name(let name) = self else { return self }
        return try Host(aLabels(of: name))
    }
}

/// Mapped as UTS 46 says, without its transitional mappings.
private func aLabels(of name: String) throws(MalformedTarget) -> String {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return name }
    var output: UnsafeMutablePointer<CChar>?
    let code = idn2_to_ascii_8z(name, &output, CInt(IDN2_NONTRANSITIONAL.rawValue))
    defer { idn2_free(output) }
    guard code == IDN2_OK.rawValue, let output else {
        throw .notAName(name, String(cString: idn2_strerror(code)))
    }
    return String(cString: output)
}

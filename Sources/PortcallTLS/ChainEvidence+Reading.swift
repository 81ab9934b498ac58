internal import COpenSSL
internal import PortcallCore

/// What OpenSSL lets pass: faults for which other clients refuse a certificate, and rules that all forgive.
extension ChainEvidence {
    var readings: [ChainProblem] {
        built.enumerated().flatMap { depth, link -> [ChainProblem] in
            guard link.index != nil else { return [] }
            let reading = StrictReading(link, isLeaf: depth == 0)
            let constraint = depth == 0 ? wildcardFault : nil
            let names = depth == 0 ? nameRules(link.certificate) : []
            return reading.broken.map { make(.malformed, depth, $0) }
                + [constraint].compactMap { $0.map { make(.constraintViolated, depth, $0) } }
                + (reading.forgiven + names).compactMap { profile(depth, $0) }
        }
    }

    /// A wildcard stands for every name of one more label, so for one that a CA above excludes too.
    ///
    /// OpenSSL compares it like any other name; Go and Chromium do not.
    private var wildcardFault: String? {
        let wildcards = built.first?.certificate.names.dns.filter { $0.hasPrefix("*.") } ?? []
        guard !wildcards.isEmpty else { return nil }
        let excluded = built.dropFirst().flatMap { NameConstraints($0.x509.pointer)?.excludedDNS ?? [] }
        return wildcards.first { wildcard in
            excluded.contains { $0.lowercased().drop { $0 != "." } == wildcard.lowercased().dropFirst() }
        }
        .map { "'\($0)' covers a name that a CA above it may not issue for (RFC 5280 section 4.2.1.10)" }
    }

    /// Names that no host has; where the leaf does not name its host, that is the finding.
    private func nameRules(_ leaf: Certificate) -> [String] {
        guard nameMatches != false else { return [] }
        guard !leaf.names.dns.isEmpty || !leaf.names.ip.isEmpty else {
            let isToldAsEmpty = errors.contains { $0.code == X509_V_ERR_EMPTY_SUBJECT_ALT_NAME }
            return isToldAsEmpty ? [] : ["no subjectAltName that names a host (CA/Browser baseline section 7.1.2.7.12)"]
        }
        return leaf.names.dns.compactMap { name in
            HostPattern.fault(of: name).map { "the name '\(name)': \($0)" }
        }
    }
}

/// One certificate, read as strictly as RFC 5280 is written.
struct StrictReading {
    private let pointer: OpaquePointer
    private let certificate: Certificate
    private let isLeaf: Bool
    private let keyUsageFault: String?
    private let isInvalid: Bool
    private let extensions: [X509Extension]

    init(_ link: ChainLink, isLeaf: Bool) {
        keyUsageFault = link.x509.keyUsageFault
        isInvalid = link.x509.isInvalid
        pointer = link.x509.pointer
        certificate = link.certificate
        self.isLeaf = isLeaf
        extensions = X509Extension.all(of: link.x509)
    }

    /// Clients that parse for themselves (Go, Chromium, SChannel) refuse the certificate.
    var broken: [String] {
        let named = certificate.names.dns.filter { $0.utf8.contains { $0 >= 0x80 } }
            .map { "the name '\($0)' in its subjectAltName is not ASCII (RFC 5280 section 4.2.1.6)" }
        let addresses = certificate.names.ip.filter { $0.hasPrefix("0x") }
            .map { "the address \($0) in its subjectAltName has not 4 or 16 bytes (RFC 5280 section 4.2.1.6)" }
        let all = [version, key].compactMap(\.self) + repeated + unreadable + named + addresses
        guard all.isEmpty, isInvalid else { return all }
        return ["its extensions contradict themselves (RFC 5280 section 4.2)"]
    }

    private var version: String? {
        let version = X509_get_version(pointer)
        return (0...2).contains(version) ? nil : "version \(version + 1), and 3 is the last (RFC 5280 section 4.1.2.1)"
    }

    private var key: String? {
        guard X509_get0_pubkey(pointer) == nil else { return nil }
        var algorithm: OpaquePointer?
        X509_PUBKEY_get0_param(&algorithm, nil, nil, nil, X509_get_X509_PUBKEY(pointer))
        return "its key, of the kind \(dotted(algorithm)), cannot be read here (RFC 5280 section 4.1.2.7)"
    }

    private var repeated: [String] {
        var (seen, twice): (Set<String>, [String]) = ([], [])
        for name in extensions.map(\.name) where !seen.insert(name).inserted && !twice.contains(name) {
            twice.append(name)
        }
        return twice.map { "the extension \($0) stands in it twice (RFC 5280 section 4.2)" }
    }

    private var unreadable: [String] {
        let names = extensions.filter { $0.mustBeReadable && !$0.isReadable }.map(\.name)
        return names.map { "its extension \($0) cannot be read (RFC 5280 section 4.2)" }
            + (hasNegativePathLength ? ["a negative path length (RFC 5280 section 4.2.1.9)"] : [])
            + (hasNoUse ? ["a key usage without one use (RFC 5280 section 4.2.1.3)"] : [])
            + (constraints?.isEmpty == true ? ["empty name constraints (RFC 5280 section 4.2.1.10)"] : [])
    }

    private var hasNegativePathLength: Bool {
        guard let decoded = X509_get_ext_d2i(pointer, NID_basic_constraints, nil, nil) else { return false }
        let basic = decoded.assumingMemoryBound(to: BASIC_CONSTRAINTS.self)
        defer { BASIC_CONSTRAINTS_free(basic) }
        return basic.pointee.pathlen.map { ASN1_INTEGER_get($0) < 0 } ?? false
    }

    private var hasNoUse: Bool {
        guard let decoded = X509_get_ext_d2i(pointer, NID_key_usage, nil, nil) else { return false }
        let bits = decoded.assumingMemoryBound(to: ASN1_STRING.self)
        defer { ASN1_STRING_free(bits) }
        return contents(of: bits).allSatisfy { $0 == 0 }
    }

    private var constraints: NameConstraints? {
        extensions.contains { $0.nid == NID_name_constraints } ? NameConstraints(pointer) : nil
    }

    /// Rules that clients forgive.
    var forgiven: [String] {
        let ofLeaf = isLeaf ? [asCA, criticalUsages, criticalNames].compactMap(\.self) : []
        let oddity = certificate.key.oddity(isLeaf: isLeaf)
        return [serial, dates, policies, oddity].compactMap(\.self) + ofLeaf + constraining
    }

    private var serial: String? {
        let number = X509_get0_serialNumber(pointer)
        let bytes = contents(of: number)
        let rule = "(RFC 5280 section 4.1.2.2)"
        if number.map({ $0.pointee.type == V_ASN1_NEG_INTEGER }) == true { return "a negative serial number \(rule)" }
        if bytes.allSatisfy({ $0 == 0 }) { return "the serial number 0 \(rule)" }
        // DER puts a zero before a number whose first bit is set.
        let length = bytes.count + (bytes.first.map { $0 >= 0x80 } == true ? 1 : 0)
        return length > 20 ? "a serial number of \(length) bytes, and 20 are allowed \(rule)" : nil
    }

    /// Dates through 2049 are UTCTime, later ones GeneralizedTime.
    private var dates: String? {
        let isWrong = [X509_get0_notBefore(pointer), X509_get0_notAfter(pointer)].contains { time in
            guard let time, let moment = Timestamp(time) else { return false }
            return time.pointee.type == V_ASN1_GENERALIZEDTIME && moment < Self.year2050
        }
        return isWrong ? "a date before 2050 as GeneralizedTime (RFC 5280 section 4.1.2.5)" : nil
    }

    private static let year2050 = Timestamp(seconds: 2_524_608_000)

    /// What policies a path must have counts only where nobody may overlook it.
    private var policies: String? {
        extensions.contains { [NID_policy_constraints, NID_inhibit_any_policy].contains($0.nid) && !$0.isCritical }
            ? "policy constraints that are not critical (RFC 5280 sections 4.2.1.11 and 4.2.1.14)" : nil
    }

    private var asCA: String? {
        certificate.isCA && keyUsageFault == nil
            ? "a CA's certificate used as a server's own (CA/Browser baseline section 7.1.2.7.8)" : nil
    }

    private var criticalUsages: String? {
        extensions.contains { $0.nid == NID_ext_key_usage && $0.isCritical }
            ? "a critical extended key usage (CA/Browser baseline section 7.1.2.7.6)" : nil
    }

    private var criticalNames: String? {
        !certificate.subject.isEmpty && extensions.contains { $0.nid == NID_subject_alt_name && $0.isCritical }
            ? "a subject, and a subjectAltName that is critical all the same (CA/Browser baseline section 7.1.2.7.12)"
            : nil
    }

    private var constraining: [String] {
        guard let found = extensions.first(where: { $0.nid == NID_name_constraints }) else { return [] }
        let rule = "(RFC 5280 section 4.2.1.10)"
        guard certificate.isCA else { return ["name constraints in a certificate that is no CA \(rule)"] }
        let isDotted = constraints.map { $0.permittedDNS + $0.excludedDNS }?.contains { $0.hasPrefix(".") } == true
        return (found.isCritical ? [] : ["name constraints that are not critical \(rule)"])
            + (isDotted ? ["a name constraint for DNS that begins with a dot \(rule)"] : [])
    }
}

extension Certificate.Key {
    /// Its oddity, unless its weakness is told anyway, or who can use it.
    fileprivate func oddity(isLeaf: Bool) -> String? {
        switch type {
        case "RSA": bits < 2048 ? nil : oddity
        case "EC": isLeaf || bits < 224 ? nil : oddity
        default: oddity
        }
    }
}

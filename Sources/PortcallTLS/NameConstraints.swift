internal import COpenSSL
internal import PortcallCore

/// Which names a CA may issue for (RFC 5280 section 4.2.1.10).
struct NameConstraints {
    private(set) var permittedDNS: [String] = []
    private(set) var excludedDNS: [String] = []
    /// Neither permits nor excludes anything.
    let isEmpty: Bool
    /// An address constraint whose mask is no run of ones, so no network (RFC 4632 section 5.1).
    let hasBrokenMask: Bool

    /// Nil where they cannot be read.
    init?(_ certificate: OpaquePointer) {
        guard let decoded = X509_get_ext_d2i(certificate, NID_name_constraints, nil, nil) else { return nil }
        let constraints = decoded.assumingMemoryBound(to: NAME_CONSTRAINTS.self)
        defer { NAME_CONSTRAINTS_free(constraints) }
        let (permitted, excluded) = (constraints.pointee.permittedSubtrees, constraints.pointee.excludedSubtrees)
        isEmpty = [permitted, excluded].allSatisfy { $0.map { portcall_sk_GENERAL_SUBTREE_num($0) <= 0 } ?? true }
        permittedDNS = Self.bases(permitted, GEN_DNS).map { String(escaping: $0) }
        excludedDNS = Self.bases(excluded, GEN_DNS).map { String(escaping: $0) }
        hasBrokenMask = (Self.bases(permitted, GEN_IPADD) + Self.bases(excluded, GEN_IPADD)).contains(
            where: Self.isNone
        )
    }

    private static func bases(_ subtrees: OpaquePointer?, _ wanted: CInt) -> [[UInt8]] {
        guard let subtrees else { return [] }
        return (0..<max(0, min(portcall_sk_GENERAL_SUBTREE_num(subtrees), 1000))).compactMap { index in
            guard let base = portcall_sk_GENERAL_SUBTREE_value(subtrees, index)?.pointee.base else { return nil }
            var kind: CInt = 0
            let value = GENERAL_NAME_get0_value(base, &kind)
            return kind == wanted ? contents(of: value?.assumingMemoryBound(to: ASN1_STRING.self)) : nil
        }
    }

    /// The second half of an address and its mask is no mask.
    private static func isNone(_ bytes: [UInt8]) -> Bool {
        guard [8, 32].contains(bytes.count) else { return false }
        let mask = bytes.suffix(bytes.count / 2).drop { $0 == 0xFF }
        guard let first = mask.first else { return false }
        return (~first & (~first &+ 1)) != 0 || mask.dropFirst().contains { $0 != 0 }
    }
}

/// Which name of a certificate breaks the constraints of a CA, as OpenSSL compares them.
struct ConstrainedName {
    private static let limit: CInt = 500

    /// The first, in words; nil where none does.
    static func breach(of certificate: X509Certificate, by authority: X509Certificate) -> String? {
        guard let decoded = X509_get_ext_d2i(authority.pointer, NID_name_constraints, nil, nil) else { return nil }
        let constraints = decoded.assumingMemoryBound(to: NAME_CONSTRAINTS.self)
        defer {
            NAME_CONSTRAINTS_free(constraints)
            ERR_clear_error()
        }
        guard NAME_CONSTRAINTS_check(certificate.pointer, constraints) != X509_V_OK else { return nil }
        let names = X509_get_ext_d2i(certificate.pointer, NID_subject_alt_name, nil, nil).map { OpaquePointer($0) }
        defer { GENERAL_NAMES_free(names) }
        let count = names.map { min(limit, portcall_sk_GENERAL_NAME_num($0)) } ?? 0
        for index in 0..<max(0, count) {
            guard let name = portcall_sk_GENERAL_NAME_value(names, index) else { continue }
            if breaks(certificate, alone: name, constraints) { return words(name) }
        }
        let subject = Certificate(certificate).subject
        return subject.isEmpty ? "a name of it" : "its subject '\(subject)'"
    }

    /// The same certificate with this name and no other.
    private static func breaks(
        _ certificate: X509Certificate,
        alone name: UnsafeMutablePointer<GENERAL_NAME>,
        _ constraints: UnsafeMutablePointer<NAME_CONSTRAINTS>
    ) -> Bool {
        guard let copy = X509_dup(certificate.pointer), let nobody = X509_NAME_new(),
            let names = portcall_sk_GENERAL_NAME_new_null()
        else { return false }
        defer {
            X509_free(copy)
            X509_NAME_free(nobody)
            portcall_sk_GENERAL_NAME_free(names)
        }
        X509_set_subject_name(copy, nobody)
        _ = portcall_sk_GENERAL_NAME_push(names, name)
        guard X509_add1_ext_i2d(copy, NID_subject_alt_name, UnsafeMutableRawPointer(names), 0, replacing) == 1 else {
            return false
        }
        // Has OpenSSL read the names of the copy.
        _ = X509_get_extension_flags(copy)
        return NAME_CONSTRAINTS_check(copy, constraints) != X509_V_OK
    }

    private static let replacing = UInt(X509V3_ADD_REPLACE)

    private static func words(_ name: UnsafeMutablePointer<GENERAL_NAME>) -> String {
        let text = String(escaping: printed { GENERAL_NAME_print($0, name) })
        for (mark, kind) in [("DNS:", "the name"), ("IP Address:", "the address"), ("email:", "the mailbox")]
        where text.hasPrefix(mark) {
            return "\(kind) '\(text.dropFirst(mark.count))'"
        }
        return "the name '\(text)'"
    }
}

extension ChainEvidence {
    /// Which name breaks the constraints of which CA.
    func constraint(_ reason: ChainProblem.Reason, _ depth: Int) -> ChainProblem {
        let breaches = built.dropFirst(depth + 1).lazy.compactMap { link -> (name: String, authority: String)? in
            ConstrainedName.breach(of: built[depth].x509, by: link.x509).map { ($0, link.certificate.shortName) }
        }
        let (name, authority) = breaches.first ?? ("a name of it", "a CA above it")
        let verb = reason == .nameNotPermitted ? "outside those that '\(authority)' may issue for" : ""
        let words = verb.isEmpty ? "one that '\(authority)' may not issue for" : verb
        return make(reason, depth, "\(name) is \(words) (RFC 5280 section 4.2.1.10)")
    }

    /// A wildcard stands for every name of one more label, so for one that a CA above excludes too.
    ///
    /// OpenSSL compares it like any other name; Go and Chromium do not.
    var wildcardFault: CertificateFault? {
        let wildcards = built.first?.certificate.names.dns.filter { $0.hasPrefix("*.") } ?? []
        guard !wildcards.isEmpty else { return nil }
        for link in built.dropFirst() {
            let excluded = NameConstraints(link.x509.pointer)?.excludedDNS ?? []
            let name = wildcards.first { wildcard in
                excluded.contains { $0.lowercased().drop { $0 != "." } == wildcard.lowercased().dropFirst() }
            }
            guard let name else { continue }
            let words = "'\(name)' covers a name that '\(link.certificate.shortName)' may not issue for"
            return CertificateFault(.wildcardExcluded, "\(words) (RFC 5280 section 4.2.1.10)")
        }
        return nil
    }

    /// A CA of the chain demands policies (RFC 5280 section 4.2.1.11), and the chain has none that all of it has.
    var policyRequired: ChainProblem {
        let depth = built.lastIndex { $0.x509.demandsPolicy } ?? 0
        let who =
            "'\(built[depth].certificate.shortName)' demands that all below it have a certificate policy in common"
        return make(.policyRequired, depth, "\(who), and they have none (RFC 5280 sections 4.2.1.11 and 6.1)")
    }
}

extension X509Certificate {
    /// Its policy constraints have requireExplicitPolicy.
    var demandsPolicy: Bool {
        guard let decoded = X509_get_ext_d2i(pointer, NID_policy_constraints, nil, nil) else { return false }
        let constraints = decoded.assumingMemoryBound(to: POLICY_CONSTRAINTS.self)
        defer { POLICY_CONSTRAINTS_free(constraints) }
        return constraints.pointee.requireExplicitPolicy != nil
    }
}

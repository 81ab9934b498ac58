internal import COpenSSL
internal import PortcallCore

/// What stands in the extensions and in the names.
extension StrictReading {
    var contents: [CertificateFault] {
        let constraints = constraints
        let faults: [(Bool, ChainProblem.Reason, String)] = [
            (hasNegativePathLength, .pathLengthNegative, "a negative path length (RFC 5280 section 4.2.1.9)"),
            (hasNoUse, .keyUsageEmpty, "a key usage without one use (RFC 5280 section 4.2.1.3)"),
            (constraints?.isEmpty == true, .nameConstraintsEmpty, "empty name constraints (RFC 5280 section 4.2.1.10)"),
            (
                constraints?.hasBrokenMask == true, .nameConstraintMask,
                "a name constraint for addresses whose mask is none (RFC 5280 section 4.2.1.10)"
            ),
            (
                hasNonPrintable, .printableString,
                "a part of its subject is a PrintableString with characters that this type has not, such as _ or @ "
                    + "(RFC 5280 section 4.1.2.4)"
            ),
        ]
        return faults.filter(\.0).map { CertificateFault($0.1, $0.2) }
            + policies.repeated.map {
                CertificateFault(
                    .policyTwice,
                    "the certificate policy \($0) stands in it twice (RFC 5280 section 4.2.1.4)"
                )
            }
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
        return PortcallTLS.contents(of: bits).allSatisfy { $0 == 0 }
    }

    var constraints: NameConstraints? {
        extensions.contains { $0.nid == NID_name_constraints } ? NameConstraints(pointer) : nil
    }

    /// Only the subject's own: the issuer's is a fault of the CA's certificate.
    private var hasNonPrintable: Bool {
        let subject = X509_get_subject_name(pointer)
        return (0..<max(0, min(X509_NAME_entry_count(subject), 64))).contains { index in
            guard let value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, index)),
                value.pointee.type == V_ASN1_PRINTABLESTRING
            else { return false }
            return PortcallTLS.contents(of: value).contains { !Self.printable.contains($0) }
        }
    }

    /// X.680 section 41.4; `*` and `&` stand in so many names that everybody takes them.
    private static let printable = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 '()+,-./:=?*&".utf8
    )

    private var policies: [String] {
        guard let decoded = X509_get_ext_d2i(pointer, NID_certificate_policies, nil, nil) else { return [] }
        let stack = OpaquePointer(decoded)
        defer { CERTIFICATEPOLICIES_free(stack) }
        return (0..<max(0, min(portcall_sk_POLICYINFO_num(stack), 2000))).compactMap { index in
            portcall_sk_POLICYINFO_value(stack, index).map { dotted($0.pointee.policyid) }
        }
    }

    var hasEmptyDistributionPoint: Bool {
        guard let decoded = X509_get_ext_d2i(pointer, NID_crl_distribution_points, nil, nil) else { return false }
        let stack = OpaquePointer(decoded)
        defer { CRL_DIST_POINTS_free(stack) }
        return (0..<max(0, min(portcall_sk_DIST_POINT_num(stack), 100))).contains { index in
            guard let point = portcall_sk_DIST_POINT_value(stack, index) else { return false }
            let issuers = point.pointee.CRLissuer.map { portcall_sk_GENERAL_NAME_num($0) } ?? 0
            return point.pointee.distpoint == nil && issuers <= 0
        }
    }
}

/// A subjectAltName as its bytes are.
struct AlternativeNames {
    /// DNS names with a byte beyond ASCII, escaped.
    private(set) var notASCII: [String] = []
    /// IPv4 addresses mapped into IPv6 (RFC 4291 section 2.5.5.2), as IPv4 writes them.
    private(set) var mapped: [String] = []

    init(_ certificate: OpaquePointer) {
        guard let decoded = X509_get_ext_d2i(certificate, NID_subject_alt_name, nil, nil) else { return }
        let stack = OpaquePointer(decoded)
        defer { GENERAL_NAMES_free(stack) }
        for index in 0..<max(0, portcall_sk_GENERAL_NAME_num(stack)) {
            var kind: CInt = 0
            let value = GENERAL_NAME_get0_value(portcall_sk_GENERAL_NAME_value(stack, index), &kind)
            let bytes =
                [GEN_DNS, GEN_IPADD].contains(kind)
                ? contents(of: value?.assumingMemoryBound(to: ASN1_STRING.self)) : []
            if kind == GEN_DNS, bytes.contains(where: { $0 >= 0x80 }) { notASCII.append(String(escaping: bytes)) }
            if bytes.count == 16, kind == GEN_IPADD, bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF] {
                mapped.append(bytes.suffix(4).map(String.init).joined(separator: "."))
            }
        }
    }
}

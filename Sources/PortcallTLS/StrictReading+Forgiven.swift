internal import COpenSSL
internal import PortcallCore

/// Rules that most clients forgive.
extension StrictReading {
    var forgiven: [CertificateFault] {
        let ofLeaf = isLeaf ? [asCA, criticalUsages, criticalNames].compactMap(\.self) : []
        let ofAny = [serial, dates, policyConstraints, oddKey].compactMap(\.self)
        return identifiers + basics + subjects + ofAny + ofLeaf + constraining
    }

    private var flags: UInt32 { X509_get_extension_flags(pointer) }

    private var isCA: Bool { flags & UInt32(EXFLAG_CA) != 0 }

    private func fault(_ isOne: Bool, _ reason: ChainProblem.Reason, _ words: String) -> CertificateFault? {
        isOne ? CertificateFault(reason, words) : nil
    }

    private var identifiers: [CertificateFault] {
        let details = certificate.details
        guard details.version == 3 else {
            let words = "extensions in a certificate of version \(details.version) (RFC 5280 section 4.1.2.1)"
            return details.version < 3 && !extensions.isEmpty ? [CertificateFault(.extensionsOfOldVersion, words)] : []
        }
        return [
            fault(
                details.authorityKeyID == nil,
                .authorityKeyIDMissing,
                "no authority key identifier (RFC 5280 section 4.2.1.1)"
            ),
            fault(
                isCA && details.subjectKeyID == nil,
                .subjectKeyIDMissing,
                "a CA without a subject key identifier (RFC 5280 section 4.2.1.2)"
            ),
        ]
        .compactMap(\.self)
    }

    /// Basic constraints and key usage.
    private var basics: [CertificateFault] {
        let hasLength = X509_get_pathlen(pointer) >= 0
        let usage = certificate.details.keyUsages
        let signs = usage?.contains("keyCertSign") ?? true
        let isCritical = extensions.contains { $0.nid == NID_basic_constraints && $0.isCritical }
        let section = "(RFC 5280 section 4.2.1.9)"
        return [
            fault(hasLength && !isCA, .pathLengthOfNoCA, "a path length in a certificate that is no CA \(section)"),
            fault(
                hasLength && isCA && !signs,
                .pathLengthWithoutCertSign,
                "a path length without the key usage keyCertSign \(section)"
            ),
            fault(
                usage?.contains("keyCertSign") == true && !isCA,
                .certSignOfNoCA,
                "the key usage keyCertSign in a certificate that is no CA \(section)"
            ),
            fault(
                isCA && flags & UInt32(EXFLAG_BCONS) != 0 && !isCritical,
                .basicConstraintsNotCritical,
                "a CA whose basic constraints are not critical \(section)"
            ),
            fault(isCA && usage == nil, .keyUsageOfCAMissing, "a CA without key usage (RFC 5280 section 4.2.1.3)"),
        ]
        .compactMap(\.self)
    }

    /// Who it is for: a name, or names.
    private var subjects: [CertificateFault] {
        guard certificate.subject.isEmpty else { return [] }
        let names = extensions.first { $0.nid == NID_subject_alt_name }
        let signs = certificate.details.keyUsages?.contains("cRLSign") ?? false
        return [
            fault(
                isCA || signs || names == nil,
                .subjectMissing,
                "no subject name where there must be one (RFC 5280 section 4.1.2.6)"
            ),
            fault(
                names?.isCritical == false,
                .namesNotCritical,
                "no subject, and a subjectAltName that is not critical (RFC 5280 section 4.2.1.6)"
            ),
        ]
        .compactMap(\.self)
    }

    private var serial: CertificateFault? {
        let number = X509_get0_serialNumber(pointer)
        let bytes = PortcallTLS.contents(of: number)
        let rule = "(RFC 5280 section 4.1.2.2)"
        if number.map({ $0.pointee.type == V_ASN1_NEG_INTEGER }) == true {
            return CertificateFault(.serialNegative, "a negative serial number \(rule)")
        }
        if bytes.allSatisfy({ $0 == 0 }) { return CertificateFault(.serialZero, "the serial number 0 \(rule)") }
        // DER puts a zero before a number whose first bit is set.
        let length = bytes.count + (bytes.first.map { $0 >= 0x80 } == true ? 1 : 0)
        return fault(
            length > 20,
            .serialTooLong,
            "a serial number of \(length) bytes, and 20 are allowed \(rule)"
        )
    }

    /// Dates through 2049 are UTCTime, later ones GeneralizedTime.
    private var dates: CertificateFault? {
        let isWrong = [X509_get0_notBefore(pointer), X509_get0_notAfter(pointer)].contains { time in
            guard let time, let moment = Timestamp(time) else { return false }
            return time.pointee.type == V_ASN1_GENERALIZEDTIME && moment < Self.year2050
        }
        return fault(
            isWrong,
            .generalizedTime,
            "a date before 2050 as GeneralizedTime (RFC 5280 section 4.1.2.5)"
        )
    }

    private static let year2050 = Timestamp(seconds: 2_524_608_000)

    /// What policies a path must have counts only where nobody may overlook it.
    private var policyConstraints: CertificateFault? {
        fault(
            extensions.contains {
                [NID_policy_constraints, NID_inhibit_any_policy].contains($0.nid) && !$0.isCritical
            },
            .policyConstraintsNotCritical,
            "policy constraints that are not critical (RFC 5280 sections 4.2.1.11 and 4.2.1.14)"
        )
    }

    /// Its oddity, unless its weakness is told anyway.
    private var oddKey: CertificateFault? {
        let key = certificate.key
        // Of the leaf's curve it is told who can use it.
        let isToldOtherwise = key.type == "RSA" && key.bits < 2048 || key.type == "EC" && (isLeaf || key.bits < 224)
        guard !isToldOtherwise else { return nil }
        return key.oddity.map { CertificateFault(key.type == "EC" ? .curveOfCA : .keySizeOdd, $0) }
    }

    private var asCA: CertificateFault? {
        fault(
            certificate.isCA && x509.keyUsageFault == nil,
            .caAsServer,
            "a CA's certificate used as a server's own (CA/Browser baseline section 7.1.2.7.8)"
        )
    }

    private var criticalUsages: CertificateFault? {
        fault(
            extensions.contains { $0.nid == NID_ext_key_usage && $0.isCritical },
            .purposesCritical,
            "a critical extended key usage (CA/Browser baseline section 7.1.2.7.6)"
        )
    }

    private var criticalNames: CertificateFault? {
        fault(
            !certificate.subject.isEmpty && extensions.contains { $0.nid == NID_subject_alt_name && $0.isCritical },
            .namesCritical,
            "a subject, and a subjectAltName that is critical all the same (CA/Browser baseline section 7.1.2.7.12)"
        )
    }

    private var constraining: [CertificateFault] {
        guard let found = extensions.first(where: { $0.nid == NID_name_constraints }) else { return [] }
        let rule = "(RFC 5280 section 4.2.1.10)"
        guard certificate.isCA else {
            return [CertificateFault(.nameConstraintsOfNoCA, "name constraints in a certificate that is no CA \(rule)")]
        }
        let isDotted = constraints.map { $0.permittedDNS + $0.excludedDNS }?.contains { $0.hasPrefix(".") } == true
        return [
            fault(!found.isCritical, .nameConstraintsNotCritical, "name constraints that are not critical \(rule)"),
            fault(isDotted, .nameConstraintWithDot, "a name constraint for DNS that begins with a dot \(rule)"),
        ]
        .compactMap(\.self)
    }
}

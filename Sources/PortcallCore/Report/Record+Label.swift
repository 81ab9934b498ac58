extension Record {
    /// The keys that the contract promises, whichever object they stand in.
    ///
    /// What only one protocol has, below `details`, that protocol names itself.
    public enum Label: String, Sendable {
        // An object as a whole.
        case schema, kind, target, service, confirmed, verdict, findings, stages, address, port, started, tls, error
        case `protocol`, calls, conclusion, connections
        case elapsed = "elapsed_ms"
        // A line of a list or of a policy.
        case line
        // A finding.
        case id, severity, message, evidence, fix, ignored, reason, until
        case refusedBy = "refused_by"
        // A stage.
        case name, outcome, detail
        case milliseconds = "ms"
        // A protocol.
        case greeting, product, capabilities, auth, details
        case productCertainty = "product_certainty"
        case capabilitiesAfterTLS = "capabilities_after_tls"
        case authAfterTLS = "auth_after_tls"
        // A session, and its chain.
        case mode, version, cipher, group, signature, alpn, resumable, ocsp
        case clientCertificate = "client_certificate"
        case diffieHellmanBits = "dh_bits"
        case secureRenegotiation = "secure_renegotiation"
        case keyMatches = "key_matches"
        case pathNotAfter = "path_not_after"
        case verified, problems, path, found, certificates
        case nameMatches = "name_matches"
        case warnSeconds = "warn_seconds"
        case criticalSeconds = "critical_seconds"
        // A certificate.
        case subject, issuer, serial, names, dns, ip, email, key, type, bits, curve, usages, sha1, sha256, ca
        case notBefore = "not_before"
        case notAfter = "not_after"
        case daysLeft = "days_left"
        case publicKeySHA256 = "spki_sha256"
        case keyUsages = "key_usages"
        case pathLength = "path_length"
        case subjectKeyID = "subject_key_id"
        case authorityKeyID = "authority_key_id"
        case timestamps = "scts"
        case logID = "log_id"
        case timestamp, extensions, critical, text
        // A row of the port reference.
        case row, role, services, note, ports, ranges, transport, encryption, authentication, program, probeable
        case source, certainty
        case whyNot = "why_not"
        case encryptedByDefault = "encrypted_by_default"
        case otherAuthentication = "supported_authentication"
        // A profile, and a path of one.
        case title, profile, rows, from, range
        case mustAnswer = "must_answer"
        // A policy: a target of it, and its exceptions.
        case owner, expect, exceptions, finding, targets, matched
        case warnDays = "warn_days"
        case criticalDays = "critical_days"
    }

    /// The value of a key that the contract promises.
    public package(set) subscript(label: Label) -> Value? {
        get { self[label.rawValue] }
        set { self[label.rawValue] = newValue }
    }
}

extension Record: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral fields: (Label, Value)...) {
        self.init(fields.map { ($0.rawValue, $1) })
    }
}

extension ChainProblem {
    /// The one rule that is broken, or the one cause: by it a problem is told, mended, and known to refuse or to bear.
    ///
    /// The raw values are stable. `certificate-profile` and others have many; each has a fix of its own.
    package enum Reason: String, CaseIterable, Sendable {
        // Dates.
        case expired
        case endsBeforeItBegins = "ends-before-it-begins"
        case notYetValid = "not-yet-valid"
        // Whom to trust.
        case selfSigned = "self-signed"
        case rootUnknown = "root-unknown"
        case issuerUnknown = "issuer-unknown"
        case issuerKeyDiffers = "issuer-key-differs"
        case issuersInCircle = "issuers-in-circle"
        case anotherPathIsTrusted = "another-path-is-trusted"
        case refusedByTrustSettings = "refused-by-trust-settings"
        case signatureKindUnknown = "signature-kind-unknown"
        case keyKindUnknown = "key-kind-of-ca-unknown"
        case issuerNotSent = "issuer-not-sent"
        // What it is for.
        case purposeExcludesServers = "purpose-excludes-servers"
        case anyPurposeAlone = "any-purpose-alone"
        case emptyPurposes = "empty-purposes"
        // Strength.
        case keyTooSmall = "key-too-small"
        case keyTooLarge = "key-too-large"
        case keyExponent = "key-exponent"
        case keyOfDSA = "key-of-dsa"
        case signatureMD5 = "signature-md5"
        case signatureSHA1 = "signature-sha1"
        // What a file has instead of a certificate.
        case unreadable
        case cutShort = "cut-short"
        case missingLineFeed = "missing-line-feed"
        case brokenMark = "broken-mark"
        case tooMany = "too-many"
        // Malformed.
        case versionUnknown = "version-unknown"
        case keyUnreadable = "key-unreadable"
        case extensionTwice = "extension-twice"
        case extensionUnreadable = "extension-unreadable"
        case extensionsContradict = "extensions-contradict"
        case distributionPointEmpty = "distribution-point-empty"
        case pathLengthNegative = "path-length-negative"
        case keyUsageEmpty = "key-usage-empty"
        case nameConstraintsEmpty = "name-constraints-empty"
        case nameConstraintMask = "name-constraint-mask"
        case nameNotASCII = "name-not-ascii"
        case addressLength = "address-length"
        case addressMapped = "address-mapped"
        case policyTwice = "policy-twice"
        case printableString = "printable-string"
        case dateUnreadable = "date-unreadable"
        case issuerNameMissing = "issuer-name-missing"
        case authorityKeyIDWrong = "authority-key-id-wrong"
        case signatureWrong = "signature-wrong"
        case signatureAlgorithmsDiffer = "signature-algorithms-differ"
        case other
        // Constraints that clients hold to.
        case notCA = "not-ca"
        case basicConstraintsMissing = "basic-constraints-missing"
        case rootBasicConstraintsMissing = "root-basic-constraints-missing"
        case cannotSign = "cannot-sign"
        case purposeOfCA = "purpose-of-ca"
        case pathLengthExceeded = "path-length-exceeded"
        case nameNotPermitted = "name-not-permitted"
        case nameExcluded = "name-excluded"
        case wildcardExcluded = "wildcard-excluded"
        case constraintWithMinimum = "constraint-with-minimum"
        case constraintKindUnknown = "constraint-kind-unknown"
        case constraintUnreadable = "constraint-unreadable"
        case nameNotComparable = "name-not-comparable"
        case tooManyNames = "too-many-names"
        case unknownCriticalExtension = "unknown-critical-extension"
        case precertificate
        case proxyCertificate = "proxy-certificate"
        case netscapeType = "netscape-type"
        case curveSpelledOut = "curve-spelled-out"
        case policyRequired = "policy-required"
        case policyUnreadable = "policy-unreadable"
        // Rules of RFC 5280 and of the baseline that most clients forgive.
        case authorityKeyIDMissing = "authority-key-id-missing"
        case subjectKeyIDMissing = "subject-key-id-missing"
        case pathLengthOfNoCA = "path-length-of-no-ca"
        case pathLengthWithoutCertSign = "path-length-without-cert-sign"
        case certSignOfNoCA = "cert-sign-of-no-ca"
        case subjectMissing = "subject-missing"
        case namesEmpty = "names-empty"
        case namesNotCritical = "names-not-critical"
        case namesCritical = "names-critical"
        case basicConstraintsNotCritical = "basic-constraints-not-critical"
        case keyUsageOfCAMissing = "key-usage-of-ca-missing"
        case extensionsOfOldVersion = "extensions-of-old-version"
        case serialNegative = "serial-negative"
        case serialZero = "serial-zero"
        case serialTooLong = "serial-too-long"
        case generalizedTime = "generalized-time"
        case policyConstraintsNotCritical = "policy-constraints-not-critical"
        case keySizeOdd = "key-size-odd"
        case curveOfCA = "curve-of-ca"
        case signatureKindRare = "signature-kind-rare"
        case caAsServer = "ca-as-server"
        case purposesCritical = "purposes-critical"
        case nameConstraintsOfNoCA = "name-constraints-of-no-ca"
        case nameConstraintsNotCritical = "name-constraints-not-critical"
        case nameConstraintWithDot = "name-constraint-with-dot"
        case issuerNameEncoding = "issuer-name-encoding"
        case rootSubjectKeyIDMissing = "root-subject-key-id-missing"
        case rootBasicConstraintsNotCritical = "root-basic-constraints-not-critical"
        case rootKeyUsageMissing = "root-key-usage-missing"
        case nameSyntax = "name-syntax"
        case nameUnderscore = "name-underscore"
        case nameWithDotAtEnd = "name-with-dot-at-end"
        case nameIsAddress = "name-is-address"
        case wildcardWithinLabel = "wildcard-within-label"
        case wildcardOverSuffix = "wildcard-over-suffix"
    }
}

extension ChainProblem.Reason {
    /// What it leads to.
    package var kind: ChainProblem.Kind {
        switch self {
        case .expired, .endsBeforeItBegins: .expired
        case .notYetValid: .notYetValid
        case .selfSigned: .selfSigned
        case .rootUnknown, .issuerUnknown, .issuerKeyDiffers, .issuersInCircle, .anotherPathIsTrusted,
            .refusedByTrustSettings, .signatureKindUnknown, .keyKindUnknown:
            .untrustedRoot
        case .issuerNotSent: .incomplete
        case .purposeExcludesServers, .anyPurposeAlone, .emptyPurposes: .noServerAuthentication
        case .keyTooSmall, .keyTooLarge, .keyExponent, .keyOfDSA: .weakKey
        case .signatureMD5, .signatureSHA1: .weakSignature
        case .unreadable, .cutShort, .missingLineFeed, .brokenMark, .tooMany, .versionUnknown, .keyUnreadable,
            .extensionTwice, .extensionUnreadable, .extensionsContradict, .distributionPointEmpty,
            .pathLengthNegative, .keyUsageEmpty, .nameConstraintsEmpty, .nameConstraintMask, .nameNotASCII,
            .addressLength, .addressMapped, .policyTwice, .printableString, .dateUnreadable, .issuerNameMissing,
            .authorityKeyIDWrong, .signatureWrong, .signatureAlgorithmsDiffer, .other:
            .malformed
        case .notCA, .basicConstraintsMissing, .rootBasicConstraintsMissing, .cannotSign, .purposeOfCA,
            .pathLengthExceeded, .nameNotPermitted, .nameExcluded, .wildcardExcluded, .constraintWithMinimum,
            .constraintKindUnknown, .constraintUnreadable, .nameNotComparable, .tooManyNames,
            .unknownCriticalExtension, .precertificate, .proxyCertificate, .netscapeType, .curveSpelledOut,
            .policyRequired, .policyUnreadable:
            .constraintViolated
        case .authorityKeyIDMissing, .subjectKeyIDMissing, .pathLengthOfNoCA, .pathLengthWithoutCertSign,
            .certSignOfNoCA, .subjectMissing, .namesEmpty, .namesNotCritical, .namesCritical,
            .basicConstraintsNotCritical, .keyUsageOfCAMissing, .extensionsOfOldVersion, .serialNegative,
            .serialZero, .serialTooLong, .generalizedTime, .policyConstraintsNotCritical, .keySizeOdd, .curveOfCA,
            .signatureKindRare, .caAsServer, .purposesCritical, .nameConstraintsOfNoCA,
            .nameConstraintsNotCritical, .nameConstraintWithDot, .issuerNameEncoding, .rootSubjectKeyIDMissing,
            .rootBasicConstraintsNotCritical, .rootKeyUsageMissing, .nameSyntax, .nameUnderscore,
            .nameWithDotAtEnd, .nameIsAddress, .wildcardWithinLabel, .wildcardOverSuffix:
            .profile
        }
    }
}

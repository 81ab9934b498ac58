/// What mends a problem, by its cause and not by the finding that it leads to.
extension ChainProblem.Reason {
    /// Nil where the finding's own words say it; it may contain places.
    var fix: String? {
        switch kind {
        case .constraintViolated: constraintFix
        case .malformed: malformedFix
        case .untrustedRoot: trustFix
        case .expired, .notYetValid, .selfSigned, .incomplete, .noServerAuthentication, .weakKey, .weakSignature,
            .keyUnusable:
            nil
        case .profile: profileFix
        }
    }

    /// What is wrong with the file, and not with a certificate in it.
    var isOfFile: Bool { [.unreadable, .cutShort, .missingLineFeed, .brokenMark, .tooMany].contains(self) }

    /// A rule that only a root's own form breaks.
    var isOfRoot: Bool {
        [.rootSubjectKeyIDMissing, .rootBasicConstraintsNotCritical, .rootKeyUsageMissing].contains(self)
    }

    private var constraintFix: String? {
        switch self {
        case .notCA, .basicConstraintsMissing, .rootBasicConstraintsMissing, .cannotSign:
            "Renew {subject} as a CA (basic constraints CA:TRUE, key usage keyCertSign), or have the certificate issued "
                + "by another CA."
        case .purposeOfCA:
            "Renew {subject} without extended key usage, or with serverAuth in it; or use another CA for servers."
        case .pathLengthExceeded:
            "Have the certificate issued by a CA higher up, or renew {subject} with a greater path length."
        case .nameNotPermitted, .nameExcluded, .wildcardExcluded:
            "Have it issued without that name, or by a CA that may issue for it."
        case .constraintWithMinimum, .constraintKindUnknown, .constraintUnreadable, .nameNotComparable, .tooManyNames:
            "Renew the CA above it without those name constraints, or with such as can be compared."
        case .unknownCriticalExtension:
            "Have it issued anew with that extension not marked critical; on a CA of Windows the template says so."
        case .precertificate: "Install the certificate that the CA sent for it, which has no such extension."
        case .proxyCertificate: "Install a certificate that a CA has issued for the server."
        case .netscapeType: "Have it issued anew without a Netscape certificate type, or with 'server' in it."
        case .curveSpelledOut:
            "Make a new key on a named curve (openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256) and have "
                + "the certificate issued for it."
        case .policyRequired, .policyUnreadable:
            "Have the CA write its policy into the certificates below it, or renew it without policy constraints."
        default: nil
        }
    }

    private var malformedFix: String? {
        switch self {
        case .unreadable, .cutShort: "Copy the certificate from the CA's file again, from its BEGIN to its END line."
        case .missingLineFeed: "Break the line between the two marks; 'cat' adds no line feed that a file lacks."
        case .brokenMark: "Write the line as it must be: five hyphens, no space beside them."
        case .tooMany: "Leave out what is no part of the chain."
        case .signatureWrong:
            "Take the certificate from the CA's file again; where it is the same there, have it issued anew."
        case .authorityKeyIDWrong:
            "{send} the CA certificate whose key identifier it names, or have it issued anew by the CA as it is now."
        case .issuerNameMissing: "Renew the CA with a subject name, and have the certificate issued by it."
        case .other: nil
        default: "Have it issued anew without that fault: it is what the CA wrote, and no damaged copy."
        }
    }

    private var trustFix: String? {
        switch self {
        case .issuerKeyDiffers:
            "{send} the CA certificate whose key signed it, and give clients its root; or have the certificate issued "
                + "anew by the CA as it is now."
        case .issuersInCircle:
            "{send} a certificate of that CA which a root has issued, instead of those in the circle."
        case .signatureKindUnknown, .keyKindUnknown:
            "Judge it where OpenSSL knows that kind of signature; for clients that do not, have it issued with RSA or "
                + "ECDSA."
        case .refusedByTrustSettings:
            "Let the trusted root be used for servers (openssl x509 -addtrust serverAuth), or take another root."
        default: nil
        }
    }

    private var profileFix: String? {
        switch self {
        case .serialNegative, .serialZero, .serialTooLong:
            "Have it issued anew with a positive serial number of 20 bytes at most."
        case .curveOfCA:
            "Give the CA a new key on P-256 or P-384 and a new certificate, and have this one issued by that; or take it from "
                + "another CA."
        case .caAsServer: "Have the CA issue a certificate for the server, and keep the CA's own key for that."
        case .nameSyntax, .nameUnderscore, .nameWithDotAtEnd, .nameIsAddress, .wildcardWithinLabel, .wildcardOverSuffix:
            "Have it issued with names that a host can have; clients look for no other."
        case .issuerNameEncoding: "Have it issued anew by the CA as it is now; its name must be written alike in both."
        case _ where isOfRoot: "Nothing for the server; renew the root before strict clients count."
        default: nil
        }
    }
}

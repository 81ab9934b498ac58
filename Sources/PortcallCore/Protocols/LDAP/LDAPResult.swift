/// How an operation ended (RFC 4511 section 4.1.9).
package struct LDAPResult: Equatable, Sendable {
    package let code: Int
    /// The server's own words; safe to print.
    package let text: String
    /// Where it would rather be asked: never followed.
    package let referrals: [String]

    package var isSuccess: Bool { code == 0 }

    init?(_ element: BERElement) {
        let fields = element.elements
        guard
            fields.count >= 3, fields[0].tag == 0x0A, let code = fields[0].number,
            fields[1].tag == 0x04, fields[2].tag == 0x04
        else { return nil }
        self.code = code
        text = fields[2].text
        referrals = fields.first { $0.tag == 0xA3 }?.elements.map(\.text) ?? []
    }

    /// `52 unavailable: 00000000: LdapErr: …`.
    package var words: String {
        let head = "\(code) \(Self.names[code] ?? "of no known meaning")"
        let referred = referrals.isEmpty ? "" : " (\(referrals.listed(most: 3)))"
        return (text.isEmpty ? head : "\(head): \(text)") + referred
    }

    /// RFC 4511 appendix A.
    private static let names = [
        0: "success", 1: "operationsError", 2: "protocolError", 3: "timeLimitExceeded", 4: "sizeLimitExceeded",
        5: "compareFalse", 6: "compareTrue", 7: "authMethodNotSupported", 8: "strongerAuthRequired", 10: "referral",
        11: "adminLimitExceeded", 12: "unavailableCriticalExtension", 13: "confidentialityRequired",
        14: "saslBindInProgress", 16: "noSuchAttribute", 17: "undefinedAttributeType", 18: "inappropriateMatching",
        19: "constraintViolation", 20: "attributeOrValueExists", 21: "invalidAttributeSyntax", 32: "noSuchObject",
        33: "aliasProblem", 34: "invalidDNSyntax", 36: "aliasDereferencingProblem", 48: "inappropriateAuthentication",
        49: "invalidCredentials", 50: "insufficientAccessRights", 51: "busy", 52: "unavailable",
        53: "unwillingToPerform", 54: "loopDetect", 64: "namingViolation", 65: "objectClassViolation",
        66: "notAllowedOnNonLeaf", 67: "notAllowedOnRDN", 68: "entryAlreadyExists", 69: "objectClassModsProhibited",
        71: "affectsMultipleDSAs", 80: "other",
    ]
}

extension LDAPResult {
    /// It is refused because the connection is not encrypted.
    var demandsTLS: Bool {
        let text = text.lowercased()
        return code == 13 || (code == 53 && (text.contains("minimum ssf") || text.contains("confidentiality")))
    }

    /// What was asked for, without a name; the same code means another thing of each.
    enum Operation {
        case bind
        case search
        /// The server ends the connection by itself.
        case notice
    }

    /// What it means for somebody who asks without a name, where that is known; one or two sentences.
    func meaning(of operation: Operation) -> String? {
        if text.lowercased() == "authentication required" { return "The server serves only those who log in." }
        if let own = microsoftMeaning(of: operation) { return own }
        return switch operation {
        case .bind: Self.binds[code] ?? Self.meanings[code]
        case .search: Self.searches[code] ?? Self.meanings[code]
        case .notice: Self.notices[code] ?? Self.meanings[code]
        }
    }

    /// RFC 4511 section 4.2: of a bind.
    private static let binds = [
        2: "The server does not speak LDAP version 3, or what stands before it does not.",
        34: "The server does not take a login without a name.",
        48: "The server does not let anybody in without a name.",
        49: "The server does not take this login, which has neither name nor password.",
    ]

    /// RFC 4511 section 4.5: of a search for the one entry without a name.
    private static let searches = [
        2: "The server does not read the question, or not before a login.",
        32: "The server has no entry there, or hides it from those without a name.",
    ]

    /// RFC 4511 section 4.4.1: of a notice of disconnection.
    private static let notices = [
        2: "The server could not read what it was sent.",
        8: "The server wants a stronger way of logging in: signing, or TLS.",
        52: "The server is going down, or out of service for now.",
    ]

    private static let meanings = [
        1: "The server could not do it in the state that it is in.",
        2: "The server does not know the operation.",
        7: "The server does not take that way of logging in.",
        8: "The server wants a stronger way of logging in: signing, or TLS.",
        10: "The server holds nothing of it and names others instead.",
        13: "The server answers only on encrypted connections.",
        32: "The server has no entry there.",
        50: "Without a name one may not read that.",
        51: "The server has too much to do for now.",
        52: "The server, or a part of it, is out of service for now.",
        53: "The server will not do it, as it is configured or in the state that it is in.",
    ]
}

/// What Windows' directory adds to its words: `000004DC: LdapErr: DSID-0C090A5C, comment: …, data 0, v4563`.
extension LDAPResult {
    /// The eight digits that stand first.
    package var microsoftCode: String? {
        let digits = text.prefix(8)
        guard digits.count == 8, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }), text.dropFirst(8).first == ":"
        else {
            return nil
        }
        return digits.uppercased()
    }

    /// The build of Windows, from the tail.
    package var windowsBuild: Int? {
        guard microsoftCode != nil, let tail = text.split(separator: " ").last, tail.first == "v" else { return nil }
        return Int(tail.dropFirst(), radix: 16)
    }

    /// The release that the build belongs to.
    package var windowsRelease: String? {
        windowsBuild.flatMap { WindowsRelease.byBuild[$0] }
    }

    /// The reason of a failed login: `52e`.
    private var data: String? {
        guard let range = text.firstRange(of: "data ") else { return nil }
        return String(text[range.upperBound...].prefix { $0.isHexDigit }).lowercased()
    }

    /// What Active Directory says of a login, or of an operation.
    private func microsoftMeaning(of operation: Operation) -> String? {
        guard let microsoftCode else { return nil }
        if operation == .bind, code == 49, let data, let reason = Self.logins[data] {
            // No account of ours can be meant.
            return data == "52e" ? reason : "\(reason) \(Self.proxy)"
        }
        if text.contains("initializing SSL/TLS") {
            return "The domain controller has no usable certificate for LDAP, so port 636 cannot do TLS either."
        }
        return Self.codes[microsoftCode]
    }

    private static let proxy =
        "Nobody was named in the login, so something before the directory logs in with an account of its own."

    private static let codes = [
        "000004DC":
            "Active Directory wants a login before it searches. Its rootDSE it shows to everybody, so something "
            + "before it may have changed the question.",
        "00002028": "The domain controller demands signing for logins that TLS does not protect.",
        "0000202B": "The domain controller does not hold that part of the directory and names who does.",
        "0000208D": "The domain controller has no such entry.",
        "80090346": "The domain controller demands channel binding for logins inside TLS.",
    ]

    private static let logins = [
        "52e": "It takes no login without a name and a password.", "525": "There is no such user.",
        "52f":
            "A restriction of the account does not let it log in like this: Protected Users, a policy, or no password.",
        "530": "The user may not log in at this time.", "531": "The user may not log in from this machine.",
        "532": "The password has expired.", "533": "The account is disabled.", "57": "The login must be signed.",
        "568": "The account is in too many groups to log in.",
        "569": "The account may not log in in this way.",
        "701": "The account has expired.", "773": "The password must be changed first.",
        "775": "The account is locked.", "80090346": "The domain controller demands channel binding.",
    ]
}

/// Windows Server by what a domain controller says of itself.
enum WindowsRelease {
    static let byBuild = [
        3790: "Windows Server 2003", 6001: "Windows Server 2008", 6002: "Windows Server 2008",
        7600: "Windows Server 2008 R2", 7601: "Windows Server 2008 R2", 9200: "Windows Server 2012",
        9600: "Windows Server 2012 R2", 14393: "Windows Server 2016", 17763: "Windows Server 2019",
        20348: "Windows Server 2022", 26100: "Windows Server 2025",
    ]

    /// A functional level ([MS-ADTS] section 6.1.4); what came after 2016 shares its level until 2025.
    static func level(_ number: Int) -> String {
        switch number {
        case 0: "Windows 2000"
        case 1: "Windows Server 2003 (interim)"
        case 2: "Windows Server 2003"
        case 3: "Windows Server 2008"
        case 4: "Windows Server 2008 R2"
        case 5: "Windows Server 2012"
        case 6: "Windows Server 2012 R2"
        case 7: "Windows Server 2016"
        case 10: "Windows Server 2025"
        default: "level \(number)"
        }
    }

    /// Of one domain controller: the level says 2016 for three releases.
    static func controller(_ number: Int) -> String {
        number == 7 ? "Windows Server 2016, 2019 or 2022" : level(number)
    }
}

/// The errors of a key distribution centre in words (RFC 4120 section 7.5.9).
enum KerberosWords {
    /// `KDC_ERR_WRONG_REALM`; `error` where no document names the code.
    static func name(of code: Int) -> String { known[code]?.name ?? "error" }

    /// What it means when portcall's request earns it.
    static func meaning(of code: Int) -> String? { known[code]?.meaning }

    /// What a request for nobody, in a realm that does not exist, must earn.
    static let due: Set = [6, 7, 68]

    /// KDC_ERR_SVC_UNAVAILABLE.
    static let outOfService = 29

    private static let known: [Int: (name: String, meaning: String)] = [
        3: ("KDC_ERR_BAD_PVNO", "The server does not speak this version of Kerberos."),
        6: ("KDC_ERR_C_PRINCIPAL_UNKNOWN", "The server does not know the client; portcall names none."),
        7: ("KDC_ERR_S_PRINCIPAL_UNKNOWN", "The server does not know the realm asked for, which does not exist."),
        12: ("KDC_ERR_POLICY", "The server's policy does not allow the request."),
        14: ("KDC_ERR_ETYPE_NOSUPP", "The server has none of the ciphers offered: AES and RC4."),
        18: ("KDC_ERR_CLIENT_REVOKED", "The account is locked; portcall names none."),
        24: ("KDC_ERR_PREAUTH_FAILED", "The server wants a password; portcall sends none."),
        25: ("KDC_ERR_PREAUTH_REQUIRED", "The server wants a password first; portcall sends none."),
        29: ("KDC_ERR_SVC_UNAVAILABLE", "A service that the server needs is not available."),
        37: ("KRB_AP_ERR_SKEW", "The clocks are too far apart."),
        52: ("KRB_ERR_RESPONSE_TOO_BIG", "The answer does not fit into a datagram; clients ask again over TCP."),
        60: (
            "KRB_ERR_GENERIC", "The server refuses the request and names no cause; it is there, and nothing more shows."
        ),
        61: ("KRB_ERR_FIELD_TOOLONG", "The server takes no message of that length."),
        68: (
            "KDC_ERR_WRONG_REALM",
            "portcall asks for a realm that does not exist, PORTCALL.INVALID; the server names its own instead, as it should."
        ),
    ]

    /// What came instead of an error (RFC 4120 section 7.5.7).
    static func name(ofMessage type: Int) -> String {
        switch type {
        case 11: "a ticket (AS-REP), though nobody logged in"
        case 13: "a ticket for a service (TGS-REP), though none was asked for"
        case 15: "AP-REP, an answer of the protocol that was not asked for"
        case 20: "KRB-SAFE, a message of the protocol that was not asked for"
        case 21: "KRB-PRIV, a message of the protocol that was not asked for"
        case 22: "KRB-CRED, a message of the protocol that was not asked for"
        default: "message type \(type)"
        }
    }
}

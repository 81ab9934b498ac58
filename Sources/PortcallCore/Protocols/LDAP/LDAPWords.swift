/// What directories mean by their refusals.
enum LDAPWords {
    static let noticeOfDisconnection = "1.3.6.1.4.1.1466.20036"

    /// What a no to StartTLS means (RFC 4511 section 4.14.2).
    static func meaning(ofUpgrade result: LDAPResult) -> String? {
        switch result.code {
        case 1: "The server says that TLS is up already, or that other requests are under way."
        case 2: "The server does not know StartTLS; its TLS, if it has any, is on a port of its own."
        case 10: "Another server of the same directory would do it."
        case 52:
            result.microsoftCode == nil
                ? "The server knows TLS and cannot do it for now: certificate or key is missing or cannot be used."
                : "The domain controller has no usable certificate for LDAP, so port 636 cannot do TLS either."
        default: result.meaning(of: .notice)
        }
    }

    /// What to do about a no to StartTLS that was listed; nil for what the explanation says.
    static func fix(ofUpgrade result: LDAPResult) -> String? {
        switch result.code {
        case 1: "Look for a proxy before the server that has TLS with it already; let that one do StartTLS, or use 636."
        case 2:
            "Use the port for LDAP over TLS (636), or switch on what handles StartTLS in the server: it lists the "
                + "operation and has nobody to do it."
        case 10: "Call the server that it names, or let this one do StartTLS itself."
        case 52 where result.microsoftCode != nil:
            "Give the domain controller a certificate for servers with its full name (template Kerberos "
                + "Authentication), and its private key."
        default: nil
        }
    }

    /// What a message in clear means where TLS is due.
    static func meaning(ofClearText text: String) -> String {
        guard text.contains(noticeOfDisconnection) else { return "" }
        return "It is an LDAP server's notice of disconnection: the port speaks LDAP without TLS."
    }
}

extension ProtocolKind {
    static let ldap = ProtocolKind(
        name: "LDAP",
        field: .directory,
        opening: [.answer],
        signatures: [.ldap],
        requests: .ldap,
        rules: Rule.directory,
        explanations: Explanation.directory,
        answerLimit: LDAPMessage.limit,
        words: .ldap,
        meaningOfClearText: LDAPWords.meaning(ofClearText:),
        open: { plan, _ in LDAPDialogue(plan) }
    )

    /// The same on ports where a global catalog is due.
    static let globalCatalog = ProtocolKind(
        name: "LDAP",
        field: .directory,
        opening: [.answer],
        signatures: [.ldap],
        requests: .ldap,
        rules: Rule.directory + Rule.globalCatalog,
        explanations: Explanation.directory + Explanation.globalCatalog,
        answerLimit: LDAPMessage.limit,
        words: .ldap,
        meaningOfClearText: LDAPWords.meaning(ofClearText:),
        open: { plan, _ in LDAPDialogue(plan) }
    )
}

extension Signature {
    /// A BER SEQUENCE that holds a message number and an application tag (RFC 4511 section 4.1.1).
    static let ldap = Signature("an LDAP server", .header) { bytes in
        guard bytes.count >= 7, bytes[0] == 0x30 else { return false }
        let lengthBytes = bytes[1] < 0x80 ? 0 : Int(bytes[1] & 0x7F)
        guard lengthBytes <= 4, bytes.count >= 6 + lengthBytes else { return false }
        let id = 2 + lengthBytes
        guard bytes[id] == 0x02, (1...4).contains(bytes[id + 1]) else { return false }
        let operation = id + 2 + Int(bytes[id + 1])
        return operation < bytes.count && (0x60...0x79).contains(bytes[operation])
    }
}

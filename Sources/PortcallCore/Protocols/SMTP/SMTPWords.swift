/// What servers are known to mean by their refusals.
enum SMTPWords {
    /// What its refusals mean, the particular ones first.
    ///
    /// - Parameters:
    ///   - refusal: what the server says, to what, and who it is.
    ///   - greeting: what we had said of ourselves, as `EHLO [192.0.2.1]`.
    /// - Returns: nil where nobody has explained the words.
    static func reason(for refusal: Refusal, to greeting: String) -> Reason? {
        let isOfName = refusal.stage == .capabilities || refusal.stage == .capabilitiesAfterTLS
        let known = KnownRefusal.reason(for: refusal, among: certain + (isOfName ? names(greeting) : []) + likely)
        guard known == nil, isOfName, !refusal.words.hasPrefix("500"), !refusal.words.hasPrefix("502") else {
            return known
        }
        return Reason(
            "It says so in answer to \(greeting): unless its words name another cause, it dislikes that name.",
            fix:
                "Act on the server's own words, and call it with another name in \(greeting.firstWord) (--helo), a full "
                + "host name that DNS knows; if it names this address, call from another one to compare."
        )
    }

    /// The same of what came in clear where TLS is due: it refuses before TLS can begin, and TLS need not lack.
    static func reason(forClearText text: String) -> Reason? {
        guard text.hasPrefix("4") || text.hasPrefix("5") else { return nil }
        return KnownRefusal.reason(for: Refusal(text, at: nil, from: nil), among: certain + likely) ?? .inClear
    }

    /// The same as a sentence, or what a greeting tells that came there; empty where nothing is known of it.
    static func meaning(ofClearText text: String) -> String {
        guard text.contains("Microsoft ESMTP") else { return reason(forClearText: text)?.meaning ?? "" }
        return "On Exchange 2013 and later this port is the Client Proxy receive connector: plain SMTP with STARTTLS, "
            + "meant for Exchange's own front end and not for users."
    }

    private static func names(_ greeting: String) -> [KnownRefusal] {
        let fix = "Call it with another name in \(greeting.firstWord) (--helo): a full host name that DNS knows."
        return [
            KnownRefusal(
                "starttls command first",
                "starttls first",
                "issue a starttls",
                "tls required",
                means: Reason(
                    "It wants STARTTLS before EHLO, which no client does: by the answer to EHLO they learn that there is "
                        + "STARTTLS (RFC 3207 section 4).",
                    fix: "Let the server answer EHLO in clear, and demand TLS of the commands after it."
                )
            ),
            KnownRefusal(
                "ehlo",
                "helo",
                "hostname",
                "host name",
                "fully qualified",
                "fqdn",
                "domain name",
                "invalid domain",
                "invalid name",
                "invalid address",
                "invalid ip address",
                "address literal",
                "ip address literal",
                "ip literal",
                "syntactically invalid",
                "501 5 5 4",
                "501 5 5 2",
                "504 5 5 2",
                "550 5 7 25",
                means: Reason(
                    "It does not like the name said in \(greeting.firstWord): it was told \(greeting).",
                    fix: fix
                )
            ),
        ]
    }
}

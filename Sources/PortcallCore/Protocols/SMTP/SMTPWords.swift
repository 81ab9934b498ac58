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
        guard known == nil, isOfName else { return known }
        // Who calls itself a mail server and knows neither was asked for both.
        guard !refusal.words.hasPrefix("500"), !refusal.words.hasPrefix("502") else {
            return Reason(
                "It calls both EHLO and HELO unknown, which every mail server knows: it may not be able to read the name in "
                    + "them (it was told \(greeting)), or something between changes them.",
                fix:
                    "Call it with another name (--helo), a full host name that DNS knows; then compare from the server's own "
                    + "machine."
            )
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
        // Who calls our ClientHello a mistake, or early, has read it as a command: there is no TLS.
        let refusal = Refusal(text, at: nil, from: nil)
        guard text.hasPrefix("4") || text.hasPrefix("5"), !text.hasPrefix("50"), !isEarly(refusal) else { return nil }
        return KnownRefusal.reason(for: refusal, among: certain + likely) ?? .inClear
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
                "starttls is required",
                "starttls required",
                "tls required",
                "tls is required",
                "tls session required",
                "encryption required",
                "encryption needed",
                "requires encryption",
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

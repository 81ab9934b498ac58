/// A device or program that ends TLS on the way and shows a certificate of its own making instead of the server's.
struct InspectingProduct: Sendable {
    /// As a sentence names it: `a FortiGate (Fortinet)`.
    let what: String
    /// What its CA calls itself, in lower case; each stands in no public CA's name.
    let marks: [String]

    private init(_ what: String, _ marks: String...) {
        self.what = what
        self.marks = marks
    }

    /// What to do where its CA is not trusted.
    var fix: String {
        "Ask from where nothing inspects TLS to see the server's own certificate; let \(what) leave this connection "
            + "alone, or have clients trust its CA where that is meant."
    }

    /// Whose CA issued the chain; nil where no name is known.
    static func issuing(_ chain: ChainFacts) -> InspectingProduct? {
        let issuers = chain.certificates.map { $0.issuer.lowercased() }
        return known.first { product in product.marks.contains { mark in issuers.contains { $0.contains(mark) } } }
    }

    /// By the names that these products give the CA that they set up, as users met them.
    private static let known = [
        InspectingProduct(
            "a FortiGate (Fortinet)",
            "o=fortinet",
            "fortinet untrusted ca",
            "fortigate ca",
            "fortinet_ca"
        ),
        InspectingProduct("a firewall of Palo Alto Networks", "palo alto networks"),
        InspectingProduct("Zscaler", "zscaler"),
        InspectingProduct("a firewall of Sophos", "sophos ssl ca", "securityappliance_ssl_ca", "o=sophos"),
        InspectingProduct("a gateway of Check Point", "check point software"),
        InspectingProduct("Blue Coat (Symantec)", "blue coat", "bluecoat", "symantec web security service"),
        InspectingProduct("a SonicWall", "sonicwall firewall dpi-ssl"),
        InspectingProduct("a WatchGuard", "fireware https proxy"),
        InspectingProduct("Cisco Umbrella", "cisco umbrella"),
        InspectingProduct("Forcepoint", "forcepoint cloud ca", "websense"),
        InspectingProduct("McAfee Web Gateway (Skyhigh)", "mcafee web gateway"),
        InspectingProduct("Netskope", "netskope"),
        InspectingProduct("Kaspersky", "kaspersky anti-virus personal root"),
        InspectingProduct("ESET", "eset ssl filter ca"),
        InspectingProduct("Avast", "avast web/mail shield", "avast! web/mail shield", "avast trusted ca"),
        InspectingProduct("AVG", "avg web/mail shield"),
        InspectingProduct("Norton", "norton web/mail shield"),
        InspectingProduct("Bitdefender", "bitdefender personal ca"),
        InspectingProduct("AdGuard", "adguard personal"),
        InspectingProduct("mitmproxy", "cn=mitmproxy"),
        InspectingProduct("Fiddler", "do_not_trust_fiddlerroot"),
        InspectingProduct("Burp", "portswigger ca"),
    ]
}

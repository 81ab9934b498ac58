/// What the object identifiers in a rootDSE stand for (RFC 4512 section 5.1, [MS-ADTS] section 3.1.1.3.4).
enum ObjectNames {
    /// `StartTLS (1.3.6.1.4.1.1466.20037)`, or the identifier alone where nobody here knows it.
    static func name(_ identifier: String) -> String {
        let short = identifier.hasPrefix(microsoft) ? Int(identifier.dropFirst(microsoft.count)) : nil
        return (short.flatMap { ofMicrosoft[$0] } ?? others[identifier]).map { "\($0) (\(identifier))" } ?? identifier
    }

    private static let microsoft = "1.2.840.113556.1.4."

    private static let ofMicrosoft = [
        // Capabilities.
        800: "Active Directory", 1670: "Active Directory of Windows Server 2003 or later",
        1791: "signing and sealing with NTLM", 1851: "AD LDS", 1880: "AD LDS takes DIGEST-MD5 binds",
        1920: "read-only domain controller", 1935: "Active Directory of Windows Server 2008 or later",
        2080: "Active Directory of Windows Server 2008 R2 or later",
        2237: "Active Directory of Windows Server 2012 or later",
        // Controls.
        319: "paged results", 417: "show deleted", 473: "sort request", 474: "sort response",
        521: "cross-domain move", 528: "change notification", 529: "extended names", 619: "lazy commit",
        801: "security descriptor flags", 802: "range retrieval", 805: "tree delete", 841: "directory synchronization",
        970: "statistics", 1338: "verify name", 1339: "domain scope", 1340: "search options",
        1341: "read-only controller promotion", 1413: "permissive modify", 1504: "attribute scoped query",
        1852: "user quota", 1907: "shutdown notification", 1948: "range without error", 1974: "forced update",
        2026: "input name", 2064: "show recycled", 2065: "show deactivated links", 2066: "policy hints (older form)",
        2090: "extended directory synchronization", 2204: "extended tree delete", 2205: "update statistics",
        2206: "search hints", 2211: "expected entry count", 2239: "policy hints", 2255: "set owner",
        2256: "bypass quota", 2309: "link time to live", 2330: "set correlation identifier",
        2354: "thread trace override",
        // Extended operations.
        1781: "fast bind", 2212: "batch request",
    ]

    private static let others = [
        "1.3.6.1.4.1.1466.20037": "StartTLS", "1.3.6.1.4.1.1466.101.119.1": "refresh of dynamic entries",
        "1.3.6.1.4.1.4203.1.11.1": "password modify", "1.3.6.1.4.1.4203.1.11.3": "who am I",
        "1.3.6.1.1.8": "cancel", "1.3.6.1.1.21.1": "start of a transaction", "1.3.6.1.1.21.3": "end of a transaction",
        "1.3.6.1.1.12": "assertion", "1.3.6.1.1.13.1": "pre-read", "1.3.6.1.1.13.2": "post-read",
        "1.3.6.1.1.22": "no copies", "1.3.6.1.1.14": "increment", "1.2.840.113549.6.0.0": "signed operation",
        "1.3.6.1.4.1.4203.1.10.1": "subentries", "1.3.6.1.4.1.4203.1.9.1.1": "content synchronization",
        "1.3.6.1.4.1.4203.1.10.2": "no-op", "2.16.840.1.113730.3.4.2": "ManageDsaIT",
        "2.16.840.1.113730.3.4.3": "persistent search", "2.16.840.1.113730.3.4.4": "password expired",
        "2.16.840.1.113730.3.4.5": "password expiring", "2.16.840.1.113730.3.4.9": "virtual list view request",
        "2.16.840.1.113730.3.4.10": "virtual list view response", "2.16.840.1.113730.3.4.12": "proxied authorization 1",
        "2.16.840.1.113730.3.4.18": "proxied authorization", "1.2.826.0.1.3344810.2.3": "matched values",
        "1.3.6.1.4.1.42.2.27.8.5.1": "password policy", "1.3.6.1.4.1.7165.4.3.2": "Samba, internal",
        "1.3.6.1.4.1.4203.1.5.1": "all operational attributes", "1.3.6.1.4.1.4203.1.5.2": "attributes by object class",
        "1.3.6.1.4.1.4203.1.5.3": "true and false filters", "1.3.6.1.4.1.4203.1.5.4": "language tags",
        "1.3.6.1.4.1.4203.1.5.5": "language ranges",
    ]
}
